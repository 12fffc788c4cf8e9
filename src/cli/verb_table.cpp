#include "cli/verb_table.hpp"

#include <algorithm>

#include "cli/bake.hpp"
#include "cli/check.hpp"
#include "cli/completions.hpp"
#include "cli/decode.hpp"
#include "cli/explain.hpp"
#include "cli/fix.hpp"
#include "cli/list.hpp"
#include "cli/man.hpp"
#include "cli/names.hpp"
#include "cli/runs.hpp"

namespace unbake::cli {
namespace {

constexpr Verb kVerbs[] = {
    {"fix", kFix, "[OPTIONS] [PATH...]", "Repair text.",
     "Without PATH, or with -, repairs standard input and writes it to standard output. One file is repaired to "
     "standard "
     "output, or to the file that --output names. Several files, and directories, get a report of what would change. "
     "No "
     "file is ever changed unless --write is given, or --output names it. What is not damaged comes out byte for byte.",
     "  unbake fix page.txt                       repair a file to standard output\n"
     "  unbake fix --diff page.txt                show what would change\n"
     "  unbake fix -w page.txt                    repair it in place\n"
     "  unbake fix site                           report what would change in a directory\n"
     "  unbake fix -w site                        repair it; unbake undo goes back\n"
     "  curl -s URL | unbake fix                  repair what comes through a pipe\n"
     "  unbake fix --jsonl --field text <in.jsonl >out.jsonl\n"
     "  unbake fix --column name people.csv       repair one column\n",
     &run_fix},
    {"check", kCheck, "[OPTIONS] [PATH...]", "Find damage, change nothing.",
     "Prints every place that `fix` would repair. The exit status is 0 if there is none and 1 if there is one. With "
     "--verbose, damage that cannot be repaired is noted too; it does not count.",
     "  unbake check .                            every damaged place, as FILE:LINE:COLUMN\n"
     "  unbake check -q page.txt && echo clean    for scripts\n"
     "  unbake check --json page.txt              for programs\n",
     &run_check},
    {"explain", kExplain, "[OPTIONS] [FILE...]", "Say what would be repaired, and why.",
     "Prints every place that looks damaged: where it is, what it is and what it should be, the wrong decodings that "
     "made "
     "it, what was lost on the way, the score by cause, the confidence, and the decision.",
     "  unbake explain page.txt\n"
     "  unbake explain --json page.txt\n"
     "  echo 'Caf\303\203\302\251' | unbake explain\n",
     &run_explain},
    {"bake", kBake, "--path PATH [OPTIONS] [FILE]", "Make damage, for test data and bug reports.",
     "Encodes and decodes FILE (or standard input), which must be UTF-8, as --path says, and writes the result to "
     "standard output.",
     "  unbake bake --path 'utf-8>gbk' page.txt\n"
     "  unbake bake --path 'utf-8>windows-1252 | utf-8>windows-1252' <page.txt\n"
     "  unbake bake --path 'utf-8>gbk' --profile python-ignore page.txt\n",
     &run_bake},
    {"decode", kDecode, "[OPTIONS] [FILE]", "Read bytes of unknown or mixed encoding.",
     "Finds the encoding of FILE (or standard input), or those of its lines, and writes its text to standard output in "
     "UTF-8, repaired as by `fix`. What is no text is refused.",
     "  unbake decode old.txt\n"
     "  unbake decode --report old.txt            the encoding, and how it was found\n"
     "  unbake decode --http-charset iso-8859-1 page.html\n"
     "  unbake decode --from windows-1251 old.txt -o new.txt\n",
     &run_decode},
    {"list", kList, "[OPTIONS] encodings|paths|profiles|loss-rules|notations|languages|formats",
     "Print what unbake knows.",
     "encodings: names and aliases, for --path; those marked ICU are for decode --from only. paths: the wrong "
     "decodings that are undone, likeliest first, for "
     "--allow "
     "and --deny. profiles: the decoders that can be imitated, for --profile. loss-rules: what can happen to a text "
     "besides, added to "
     "a profile with +. notations: the ways of writing characters in ASCII that damage is repaired in, for "
     "--notations. "
     "languages: those the model was trained on. formats: what files are read as, for --as.",
     "  unbake list encodings\n"
     "  unbake list paths --json\n",
     &run_list},
    {"names", kNames, "[OPTIONS] [PATH...]", "Repair the names of files and directories.",
     "Without --write, reports which names would change: those of the paths, and those in directories; without PATH, "
     "in the "
     "working directory. The names in a "
     "directory are decided together. Nothing is ever overwritten. Names in archives are reported, and left alone.",
     "  unbake names music                        report which names would change\n"
     "  unbake names -w music                     rename; unbake undo goes back\n",
     &run_names},
    {"runs", kRuns, "[OPTIONS] [RUN...]", "List what was changed in place, run by run.",
     "Every `fix --write` and `names --write` that changes something is a run, and has a journal. With RUN, only "
     "those.",
     "  unbake runs\n"
     "  unbake runs -v 20240229-120000-4711       every file of a run\n",
     &run_runs},
    {"undo", kUndo, "[RUN]", "Undo a run: give files their old text, time of change and name.",
     "Without RUN, undoes the latest run that is not undone. A file that was changed since is left as it is, and "
     "named.",
     "  unbake undo\n"
     "  unbake undo 20240229-120000-4711\n",
     &run_undo},
    {"resume", kResume, "[RUN]", "Go on with a run that was interrupted.",
     "Without RUN, goes on with the latest run that did not come to its end, in the directory and with the options "
     "that "
     "it was begun with.",
     "  unbake resume\n", &run_resume},
    {"completions", kCompletions, "bash|zsh|fish", "Print a script that completes commands in a shell.",
     "Verbs, options, values and names of files are completed.",
     "  unbake completions bash >~/.local/share/bash-completion/completions/unbake\n"
     "  unbake completions zsh >~/.zfunc/_unbake\n"
     "  unbake completions fish >~/.config/fish/completions/unbake.fish\n",
     &run_completions},
    {"man", kMan, "[OPTIONS]", "Print the manual page.", "It is in roff, for man and groff.",
     "  unbake man >unbake.1 && man ./unbake.1\n", &run_man},
};

}  // namespace

std::span<const Verb> verb_table() { return kVerbs; }

const Verb* find_verb(std::string_view name) {
  const auto* verb =
      std::find_if(std::begin(kVerbs), std::end(kVerbs), [name](const Verb& v) { return v.name == name; });
  return verb == std::end(kVerbs) ? nullptr : verb;
}

}  // namespace unbake::cli
