#include "cli/list.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/json_object.hpp"
#include "cli/suggestion.hpp"
#include "io/icu_converter.hpp"

namespace unbake::cli {
namespace {

/// One thing of a list: in one line of text, and as JSON.
struct Item {
  std::string text;
  JsonObject object;
};

/// Name and remark in two columns.
std::string columns(std::string_view name, std::string_view remark) {
  constexpr std::size_t kNameWidth = 20;
  std::string line(name);
  if (remark.empty()) return line;
  line.append(name.size() < kNameWidth ? kNameWidth - name.size() : 1, ' ');
  return line.append(remark);
}

JsonObject named(std::string_view kind, std::string_view name) {
  return JsonObject().add("schema_version", kSchemaVersion).add("kind", kind).add("name", name);
}

std::string joined(const auto& words) {
  std::string all;
  for (const std::string_view word : words) all.append(all.empty() ? "" : " ").append(word);
  return all;
}

// Those of ICU go by the names that are not taken, and are for `decode --from` only.
std::vector<Item> icu_items(const std::set<std::string, std::less<>>& taken) {
  std::vector<Item> items;
  const auto is_taken = [&](std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return taken.contains(name);
  };
  for (io::IcuEncoding& encoding : io::icu_encodings()) {
    if (is_taken(encoding.name)) continue;
    std::vector<std::string>& aliases = encoding.aliases;
    aliases.erase(std::remove_if(aliases.begin(), aliases.end(), is_taken), aliases.end());
    std::vector<std::string_view> shown = {"(ICU)"};
    shown.insert(shown.end(), aliases.begin(), aliases.end());
    const std::vector<std::string_view> names(shown.begin() + 1, shown.end());
    items.push_back(
        {columns(encoding.name, joined(shown)),
         named("encoding", encoding.name).add("aliases", names).add("misreads", false).add("source", "icu")});
  }
  return items;
}

std::vector<Item> encoding_items() {
  std::vector<Item> items;
  std::set<std::string, std::less<>> taken;
  for (const EncodingInfo& encoding : encodings()) {
    taken.emplace(encoding.name);
    taken.insert(encoding.aliases.begin(), encoding.aliases.end());
    items.push_back({columns(encoding.name, joined(encoding.aliases)), named("encoding", encoding.name)
                                                                           .add("aliases", encoding.aliases)
                                                                           .add("misreads", encoding.misreads)
                                                                           .add("source", "unbake")});
  }
  std::vector<Item> others = icu_items(taken);
  std::move(others.begin(), others.end(), std::back_inserter(items));
  return items;
}

std::vector<Item> path_items() {
  std::vector<Item> items;
  for (const std::string& path : paths()) items.push_back({path, named("path", path)});
  return items;
}

std::vector<Item> described_items(std::string_view kind, const std::vector<ProfileInfo>& infos) {
  std::vector<Item> items;
  for (const ProfileInfo& info : infos) {
    items.push_back(
        {columns(info.name, info.description), named(kind, info.name).add("description", info.description)});
  }
  return items;
}

std::vector<Item> profile_items() { return described_items("profile", profiles()); }
std::vector<Item> loss_rule_items() { return described_items("loss-rule", loss_rules()); }

std::vector<Item> notation_items() { return described_items("notation", notations()); }

std::vector<Item> format_items() {
  std::vector<Item> items;
  for (const formats::Format& format : formats::formats()) {
    std::string endings(format.endings);
    std::string text(format.description);
    if (!endings.empty()) text += " (" + endings + ")";
    items.push_back({columns(format.name, text),
                     named("format", format.name).add("endings", endings).add("description", format.description)});
  }
  return items;
}

std::vector<Item> language_items() {
  std::vector<Item> items;
  for (const std::string_view language : languages()) {
    items.push_back({std::string(language), named("language", language)});
  }
  return items;
}

struct Kind {
  const char* name;
  std::vector<Item> (*items)();
};

constexpr Kind kKinds[] = {{"encodings", &encoding_items}, {"paths", &path_items},
                           {"profiles", &profile_items},   {"loss-rules", &loss_rule_items},
                           {"notations", &notation_items}, {"languages", &language_items},
                           {"formats", &format_items}};

}  // namespace

ExitStatus run_list(const Settings& settings, Console& console) {
  std::vector<std::string> names;
  for (const Kind& kind : kKinds) names.emplace_back(kind.name);
  const std::string remedy = "Name one of: encodings, paths, profiles, loss-rules, notations, languages, formats.";
  if (settings.arguments.empty()) console.error("", {"it is not said what to list", remedy});
  for (const std::string& name : settings.arguments) {
    const auto* kind =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const Kind& k) { return name == k.name; });
    if (kind == std::end(kKinds)) {
      console.error("", {"there is no list of '" + name + "'", did_you_mean(name, names) + remedy});
      continue;
    }
    for (const Item& item : kind->items()) {
      console.out().write((settings.json ? item.object.text() : item.text) + "\n");
    }
  }
  return ExitStatus::kDone;
}

}  // namespace unbake::cli
