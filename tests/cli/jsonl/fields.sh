# Nested keys, arrays on the way, keys with a dot; what is missing or no string is left alone.
cat >in.jsonl <<'END'
{"a":{"b":"cafÃ©","c":"cafÃ©"},"b":"cafÃ©"}
{"m":[{"b":"cafÃ©"},{"b":["cafÃ©",2]}],"a":{"b":null}}
{"x.y":"cafÃ©","x":{"y":"cafÃ©"}}
{"a":"cafÃ©","caf\u00e9":"cafÃ©"}
"cafÃ©"
3
END
unbake fix --jsonl --field a.b --field m.b --field 'x\.y' --field "$(printf 'caf\303\251')" in.jsonl
