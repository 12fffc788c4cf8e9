# Lines that ask for it are left alone, whatever the verb.
cat >page.txt <<'END'
Le cafÃ© franÃ§ais
Le cafÃ© franÃ§ais  # unbake: ignore
unbake: off
Le cafÃ© franÃ§ais
unbake: on
Le cafÃ© franÃ§ais
END
unbake fix page.txt
unbake check page.txt | cut -d' ' -f1
unbake explain page.txt | grep -c :
printf '{"t":"cafÃ©"}\n{"t":"cafÃ© unbake: ignore"}\n{"t":"unbake: off"}\n{"t":"cafÃ©"}\n' | unbake fix --jsonl
