# What is printed, and what is written, does not depend on the number of workers.
export XDG_STATE_HOME=$PWD/state
for i in $(seq 60); do
  mkdir -p "tree/$((i % 7))"
  if [ $((i % 3)) -eq 0 ]; then echo "clean $i"; else echo "Le cafÃ© franÃ§ais $i"; fi >"tree/$((i % 7))/$i.txt"
done
for jobs in 1 2 9; do
  unbake check --json -j $jobs tree >check.$jobs
  unbake fix --diff -j $jobs tree >diff.$jobs
  unbake fix -j $jobs tree | sed 's/ -j [0-9]*//' >report.$jobs
  cp -r tree tree.$jobs
  (cd "tree.$jobs" && unbake fix -w -j $jobs . | sed 's/undo .*//') >written.$jobs
done
for jobs in 2 9; do
  for kind in check diff report written; do cmp $kind.1 $kind.$jobs; done
  diff -r tree.1 "tree.$jobs"
done
tail -n 4 report.9
