# Values out of range, missing, or superfluous.
unbake fix --min-confidence 1.5
unbake fix --min-confidence nan
unbake fix --min-confidence ''
unbake fix --max-layers 0
unbake fix --max-layers 2x
unbake fix --lossy=perhaps
unbake check --color=blue
unbake fix --output
unbake fix --output=
unbake fix --output ''
unbake fix --diff=yes
unbake fix --jsonl --field ''
