# Standard input is named too, and a report counts what could be read.
printf '{"t":"Le caf\303\203\302\251"}\n{\n' | unbake fix --jsonl --field t --list
printf '{\n' | unbake check --jsonl --field t
