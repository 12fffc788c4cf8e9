# Text in other encodings is left alone and named, or converted with --to-utf8, repaired, and given back by undo.
export XDG_STATE_HOME=$PWD/state
mkdir tree
{
  echo 'Le café est fermé depuis midi.'
  echo 'plain line'
  echo 'Nous étions déjà partis à la forêt.'
} | iconv -f utf-8 -t latin1 >tree/fr.txt
printf 'Le cafÃ© franÃ§ais\n' | iconv -f utf-8 -t utf-16 >tree/both.txt
printf 'Привет, это обычный русский текст для проверки.\r\nВторая строка.\r\n' | iconv -f utf-8 -t cp1251 >tree/ru.txt
printf '{"a": "Le café est fermé depuis midi"}\n{"a": "x"}\n' | iconv -f utf-8 -t latin1 >tree/lines.jsonl
printf '<meta charset="windows-1251"><p>Привет, это обычный русский текст</p>\n' | iconv -f utf-8 -t cp1251 | gzip -n >tree/p.html.gz
printf 'Hello wide world, café\nsecond line\n' | iconv -f utf-8 -t utf-16 >tree/wide.txt
printf '\377\376\000\000 no text \000\000' >tree/binary
printf 'ab \351\n' >tree/short.txt
cp -r tree old
unbake fix -w tree 2>&1 | cut -d. -f1-3
diff -r tree old && echo untouched
unbake fix --to-utf8 --diff tree/fr.txt | grep -c '^[-+][^-+]'
unbake fix --to-utf8 tree/wide.txt
unbake check -v --to-utf8 tree/ru.txt
unbake fix -w --to-utf8 tree | sed 's/ 2[0-9-]*$/ RUN/'
echo "status ${PIPESTATUS[0]}"
cat tree/fr.txt tree/both.txt tree/ru.txt tree/lines.jsonl tree/wide.txt
gzip -dc tree/p.html.gz
unbake undo
diff -r tree old && echo as before
