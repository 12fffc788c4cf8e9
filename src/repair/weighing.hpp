// What a candidate gains: the language of the text it makes against that of the text there is, and what damage costs.
#ifndef UNBAKE_REPAIR_WEIGHING_HPP_
#define UNBAKE_REPAIR_WEIGHING_HPP_

#include <span>
#include <vector>

#include "model/language_memory.hpp"
#include "repair/candidate.hpp"
#include "repair/hypothesis.hpp"
#include "repair/window_context.hpp"

namespace unbake::repair {

/// Sets the gains of the candidates of a parse. Candidates so close that each is context of the next form a cluster and
/// get the gain that they have together. Clusters on one path with nothing but clean ASCII between them form a passage:
/// they pay for entering the path once, which is shared (docs/engine.md). What occurs again and again in a passage says
/// less each time; a passage of legacy text must also be plausible by itself.
void weigh(std::span<Candidate> candidates, const std::vector<Step>& parse, const SymbolsInContext& symbols,
           model::LanguageMemory& language);

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_WEIGHING_HPP_
