#include "unbake/unbake.hpp"

#include <algorithm>
#include <utility>

#include "api/convert.hpp"
#include "api/evidence.hpp"
#include "api/plain_text.hpp"
#include "bake/bake.hpp"
#include "bake/closest_name.hpp"
#include "encoding/encoding.hpp"
#include "model/model.hpp"
#include "notation/notation.hpp"
#include "pipeline/name_residues.hpp"
#include "unbake/sections.hpp"

namespace unbake {
namespace {

std::string reason_of(pipeline::ResidueKind kind) {
  switch (kind) {
    case pipeline::ResidueKind::kReplacement:
      return "A decoder wrote replacement characters for what it could not read; what they replaced is lost.";
    case pipeline::ResidueKind::kQuestionMarks:
      return "An encoder wrote question marks for characters that it did not have; which they were is lost.";
    case pipeline::ResidueKind::kUnwritten:
      return "Memory that was never written, or was freed, was read as gbk; there was no text.";
    case pipeline::ResidueKind::kReadAgain:
    case pipeline::ResidueKind::kNone:
      return "Replacement characters were read again; what they replaced is lost.";
  }
  return {};
}

std::string kind_of(const pipeline::Decision& decision) {
  if (decision.verdict != pipeline::Verdict::kUnrecoverable) return {};
  switch (decision.residue) {
    case pipeline::ResidueKind::kReplacement:
      return "replacement-character";
    case pipeline::ResidueKind::kQuestionMarks:
      return "question-marks";
    case pipeline::ResidueKind::kUnwritten:
      return "unwritten-memory";
    case pipeline::ResidueKind::kReadAgain:
    case pipeline::ResidueKind::kNone:
      return "replacement-read-again";
  }
  return {};
}

std::string reason_of(const pipeline::Decision& decision) {
  switch (decision.verdict) {
    case pipeline::Verdict::kRepaired:
      return "Baking the repaired text gives the damaged text again.";
    case pipeline::Verdict::kUnsure:
      return "The repair is likely, but not likely enough to be made.";
    case pipeline::Verdict::kUnproven:
      return "Baking the repaired text does not give the damaged text again.";
    case pipeline::Verdict::kLeavesDamage:
      return "The repaired text would be damaged still: the damage is deeper than is looked for.";
    case pipeline::Verdict::kUnrecoverable:
      return reason_of(decision.residue);
    case pipeline::Verdict::kMentioned:
      return "The text talks about the damage: it is meant to stand there.";
    case pipeline::Verdict::kStandsAlone:
      return "The characters are spelled out, and stand alone and not in text: this may be code, or a table.";
  }
  return {};
}

Verdict verdict_of(pipeline::Verdict verdict) {
  switch (verdict) {
    case pipeline::Verdict::kRepaired:
      return Verdict::kRepaired;
    case pipeline::Verdict::kUnsure:
    case pipeline::Verdict::kStandsAlone:
      return Verdict::kUnsure;
    case pipeline::Verdict::kUnproven:
    case pipeline::Verdict::kLeavesDamage:
      return Verdict::kUnproven;
    case pipeline::Verdict::kUnrecoverable:
      return Verdict::kUnrecoverable;
    case pipeline::Verdict::kMentioned:
      return Verdict::kMentioned;
  }
  return Verdict::kUnsure;
}

Error bad_option(std::string message) { return {Error::Code::kBadOption, std::move(message)}; }

}  // namespace

Plan plan(std::string_view text, const Options& options) {
  if (api::is_plain(text)) return {};
  return api::plan_of(pipeline::decide(text, api::settings_of(options)));
}

Result<std::string> apply(std::string_view text, const Plan& plan) {
  std::string out;
  std::size_t done = 0;
  for (const Edit& edit : plan.edits) {
    if (edit.offset < done || edit.offset > text.size() || edit.length > text.size() - edit.offset) {
      return Error{Error::Code::kBadPlan,
                   "The edit at byte " + std::to_string(edit.offset) +
                       " overlaps the one before it or leaves the text: the plan was made for "
                       "another text, or its edits were reordered. Make a new plan for this text."};
    }
    out.append(text.substr(done, edit.offset - done)).append(edit.after);
    done = edit.offset + edit.length;
  }
  out.append(text.substr(done));
  return out;
}

Fixed fix(std::string_view text, const Options& options) {
  Plan made = plan(text, options);
  std::string repaired;
  if (!made.empty()) repaired = unbake::apply(text, made).value();
  return {text, std::move(repaired), std::move(made)};
}

std::vector<Finding> explain(std::string_view text, const Options& options) {
  std::vector<Finding> findings;
  if (api::is_plain(text)) return findings;
  pipeline::Settings settings = api::settings_of(options);
  settings.report = true;
  std::vector<pipeline::Decision> decisions = pipeline::decide(text, settings);
  pipeline::name_residues(text, settings.notations, decisions);
  for (pipeline::Decision& decision : decisions) {
    const Verdict verdict = verdict_of(decision.verdict);
    std::string reason = reason_of(decision);
    std::string kind = kind_of(decision);
    findings.push_back({api::edit_of(std::move(decision)), verdict, std::move(reason), std::move(kind)});
  }
  return findings;
}

Evidence collect_evidence(std::string_view text, const Options& options) { return Glance(text, options).evidence(); }

Result<std::string> bake(std::string_view text, std::string_view path, std::string_view profile) {
  const Result<baking::Path> layers = baking::parse_path(path);
  if (!layers) return layers.error();
  const Result<baking::ProfileId> how = baking::parse_profile(profile);
  if (!how) return how.error();
  return baking::bake(text, *layers, *how);
}

Result<std::monostate> check_options(const Options& options) {
  if (!(options.min_confidence >= 0 && options.min_confidence <= 1)) {
    return bad_option("min_confidence must be between 0 and 1.");
  }
  if (options.max_layers < 1 || options.max_layers > 5) return bad_option("max_layers must be between 1 and 5.");
  for (const std::vector<std::string>* names : {&options.allow, &options.deny}) {
    for (const std::string& name : *names) {
      const Result<baking::Path> path = baking::parse_path(name);
      if (!path) return path.error();
    }
  }
  for (const std::string& name : options.notations) {
    if (name == "all" || name == "none" || notation::find(name)) continue;
    baking::ClosestName closest(name);
    for (const notation::Row& row : notation::notations()) closest.offer(row.name);
    return bad_option("unknown notation '" + name + "'" + closest.suggestion() +
                      "; 'unbake list notations' names them all");
  }
  return std::monostate{};
}

std::vector<EncodingInfo> encodings() {
  std::vector<EncodingInfo> infos;
  for (const encoding::Encoding& e : encoding::all_encodings()) {
    infos.push_back({e.name, {e.aliases.begin(), e.aliases.end()}, e.reader_bit >= 0});
  }
  std::sort(infos.begin(), infos.end(), [](const EncodingInfo& x, const EncodingInfo& y) { return x.name < y.name; });
  return infos;
}

std::vector<ProfileInfo> profiles() {
  std::vector<ProfileInfo> infos;
  for (const baking::Decoder& decoder : baking::decoders()) infos.push_back({decoder.name, decoder.description});
  return infos;
}

std::vector<ProfileInfo> loss_rules() {
  std::vector<ProfileInfo> infos;
  for (const baking::LossRule& rule : baking::loss_rules()) infos.push_back({rule.name, rule.description});
  return infos;
}

std::vector<ProfileInfo> notations() {
  std::vector<ProfileInfo> infos;
  for (const notation::Row& row : notation::notations()) infos.push_back({row.name, row.description});
  return infos;
}

std::vector<std::string> paths() {
  const repair::PathCosts costs;
  std::vector<int> bits;
  for (int bit = 0; bit < encoding::reader_count(); ++bit) bits.push_back(bit);
  std::stable_sort(bits.begin(), bits.end(), [&](int x, int y) { return costs.cost(x) < costs.cost(y); });
  std::vector<std::string> layers;
  for (const int bit : bits) layers.push_back("utf-8>" + std::string(encoding::get(encoding::reader(bit)).name));
  return layers;
}

std::vector<std::string_view> languages() { return model::Model::builtin().languages(); }

std::string_view version() { return UNBAKE_VERSION; }

}  // namespace unbake
