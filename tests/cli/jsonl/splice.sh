# A changed line differs only inside the string; an unchanged one not at all.
cat >in.jsonl <<'END'
{"id": 1,  "text":"Le cafÃ© \/ \t franÃ§ais" , "note":"cafÃ©" }
 { "text" : "clean \u00e9" }  
[ {"text":"un cafÃ©"}, {"text":"deux cafÃ©s"} ]
{"big": 123456789012345678901234567890, "f": 1.50e+10, "text": "cafÃ©", "text": "un autre cafÃ©"}
END
unbake fix --jsonl --field text in.jsonl
