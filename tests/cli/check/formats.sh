# Reports for programs: SARIF with fixes that apply, commands of GitHub Actions, JSON.
printf '{"t":"Le caf\\u00c3\\u00a9"}\n' >'a b,c.json'
printf 'clean\nfran\303\203\302\247ais, 100%%\n' >page.txt
unbake check --format github 'a b,c.json' page.txt
echo "$?"
unbake check --format sarif 'a b,c.json' page.txt >log.sarif
echo "$?"
python3 - <<'END'
import json
log = json.load(open("log.sarif"))
for result in log["runs"][0]["results"]:
    change = result["fixes"][0]["artifactChanges"][0]
    place = change["replacements"][0]
    region = place["deletedRegion"]
    name = change["artifactLocation"]["uri"].replace("%20", " ").replace("%2C", ",")
    data = open(name, "rb").read()
    end = region["byteOffset"] + region["byteLength"]
    data = data[: region["byteOffset"]] + place["insertedContent"]["text"].encode() + data[end:]
    line = open(name, encoding="utf-8").read().split("\n")[region["startLine"] - 1]
    print(result["ruleId"], log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"],
          ascii(line[region["startColumn"] - 1 : region["endColumn"] - 1]), data)
END
unbake check --format json page.txt | cut -c1-40
unbake check --format xml page.txt
unbake check --format sarif --list page.txt
echo clean >clean.txt
unbake check --format sarif clean.txt | python3 -c 'import json,sys; print(json.load(sys.stdin)["runs"][0]["results"])'
