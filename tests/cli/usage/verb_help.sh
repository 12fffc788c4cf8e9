# The help of every verb comes from the tables.
for verb in fix check explain bake list; do
  unbake "$verb" --help
  echo "======"
  unbake help "$verb" | cmp - <(unbake "$verb" -h)
done
