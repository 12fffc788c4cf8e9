# What is spelled is named; what stands alone is left, and it is said why.
printf '%s\n' '{"t": "Le caf\u00c3\u00a9"}' 'map["\u00c3\u00a9"] = "\u00e9";' >page
unbake explain page
unbake explain --json page | grep -o '"after":.*"notation":"[a-z-]*"'
