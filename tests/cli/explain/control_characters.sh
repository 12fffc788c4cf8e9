# What is shown cannot harm a terminal: control characters come as escapes.
printf 'x\302\205 Ã© \033[31m\n' | unbake explain | LC_ALL=C grep -c "$(printf '\033')"
printf 'dÃ©jÃ\302\240 \033[31m\n' | unbake check | LC_ALL=C grep -c "$(printf '\033')"
