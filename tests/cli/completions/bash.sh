# What bash completes: verbs, options of the verb, their values, names of files.
eval "$(unbake completions bash)"
complete_words() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _unbake
  printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd' '
}
touch page.txt
complete_words unbake ex
complete_words unbake fix --dif
complete_words unbake check --dif
complete_words unbake check --format ''
complete_words unbake check --color a
complete_words unbake fix --as js
complete_words unbake list la
complete_words unbake completions ''
complete_words unbake fix -o pa
complete_words unbake fix pa
