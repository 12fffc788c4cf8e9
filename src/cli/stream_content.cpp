#include "cli/stream_content.hpp"

#include <optional>
#include <utility>

#include "cli/file_loop.hpp"
#include "cli/part_reader.hpp"
#include "files/staged_work.hpp"
#include "formats/legacy.hpp"
#include "unbake/sections.hpp"

namespace unbake::cli {
namespace {

/// A part on its way.
struct Slot {
  Part part;
  std::optional<Document> document;  ///< Of a part that hears others.
  formats::LegacyCount legacy;
  Examined examined;
};

/// Parts that are held for each thread, beside those that must be.
constexpr std::size_t kPartsForThread = 2;

class Streaming {
 public:
  Streaming(io::Input& input, const std::string& path, const formats::Format& format, const Settings& settings,
            Console& console, const Examine& examine, Sink& sink)
      : path_(path),
        format_(format),
        settings_(settings),
        console_(console),
        examine_(examine),
        sink_(sink),
        reader_(input, format, settings.selection, [&sink] { sink.flush(); }) {}

  bool run() {
    const std::size_t threads = jobs(settings_);
    files::Stages stages{threads, kPartsForThread * threads + 1};
    if (!format_.by_line) stages.most += SectionEvidence::kAhead;
    files::work_in_stages<Slot>(stages, *this);
    if (!is_legacy_ && total_.is_legacy()) leave_alone();
    if (!reader_.failure()) return true;
    console_.error(display_name(path_), *reader_.failure());
    return false;
  }

  // The steps of the work.
  files::Supply next(Slot& slot, bool may_wait) { return reader_.next(slot.part, may_wait); }

  void first(Slot& slot) const {
    Part& part = slot.part;
    if (format_.by_line) return;
    slot.legacy.add(part.text);
    if (part.is_passed) return;
    slot.document.emplace(path_, part.text, std::move(part.fields), part.offset, part.begin);
    slot.document->look(settings_.options);
  }

  void hear(Slot& slot) {
    if (format_.by_line) return;
    evidence_.add(slot.document ? slot.document->says(settings_.options) : Evidence());
    total_.add(slot.legacy);
  }

  bool is_ready(bool is_last) {
    if (format_.by_line) return true;
    if (is_last) evidence_.finish();
    return evidence_.is_ready();
  }

  void prepare(Slot& slot) {
    if (format_.by_line) return;
    Evidence heard = evidence_.take(settings_.options.evidence);
    // What is known by now is as much as is held.
    if (!is_begun_ && total_.is_legacy()) leave_alone();
    is_begun_ = true;
    if (is_legacy_) slot.document.reset();
    if (slot.document) slot.document->hear(std::move(heard));
  }

  void second(Slot& slot) const {
    const Part& part = slot.part;
    if (slot.document) {
      slot.examined.remarks = slot.document->remarks();
      examine_document(*slot.document, settings_, examine_, 0, slot.examined);
    } else if (format_.by_line && !part.is_passed) {
      const LinesPlace place = {part.offset, part.begin.line};
      slot.examined = examine_lines(path_, part.text, format_, part.ignored, place, settings_, examine_);
    }
  }

  bool take(Slot& slot) {
    if (slot.part.trouble) slot.examined.troubles.push_back(*slot.part.trouble);
    slot.examined.conclude();
    tell(slot.examined, path_, console_);
    if (slot.part.is_broken) sink_.abandon();
    pass_on(slot.part.text, slot.examined.replacements, sink_);
    return !sink_.stopped();
  }

 private:
  void leave_alone() {
    is_legacy_ = true;
    console_.error(display_name(path_), legacy_failure());
    sink_.abandon();
  }

  const std::string& path_;
  const formats::Format& format_;
  const Settings& settings_;
  Console& console_;
  const Examine& examine_;
  Sink& sink_;
  PartReader reader_;
  SectionEvidence evidence_;
  formats::LegacyCount total_;
  bool is_begun_ = false;   // parts are being decided
  bool is_legacy_ = false;  // it is no UTF-8: nothing is repaired
};

}  // namespace

bool stream_content(io::Input& input, const std::string& path, const formats::Format& format, const Settings& settings,
                    Console& console, const Examine& examine, Sink& sink) {
  return Streaming(input, path, format, settings, console, examine, sink).run();
}

}  // namespace unbake::cli
