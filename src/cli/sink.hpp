// Where an input goes on its way through a verb: piece by piece, kept or replaced.
#ifndef UNBAKE_CLI_SINK_HPP_
#define UNBAKE_CLI_SINK_HPP_

#include <string>
#include <string_view>
#include <vector>

#include "io/output.hpp"
#include "io/replacement.hpp"

namespace unbake::cli {

class Sink {
 public:
  virtual ~Sink() = default;
  virtual void keep(std::string_view bytes) = 0;
  virtual void replace(std::string_view old_bytes, std::string_view new_bytes) = 0;
  /// Takes back what was replaced, as far as that is still possible: the content is not what it seemed.
  virtual void abandon() {}
  /// Passes on what is waiting, since the next piece may be long in coming.
  virtual void flush() {}
  /// True if it takes the content of a compressed input, for people, and not the bytes of the input.
  [[nodiscard]] virtual bool takes_content() const { return false; }
  /// True if reading on would do nobody any good.
  [[nodiscard]] virtual bool stopped() const { return false; }
};

/// Forgets everything.
class NoSink final : public Sink {
 public:
  void keep(std::string_view) override {}
  void replace(std::string_view, std::string_view) override {}
};

/// Writes the repaired text.
class OutputSink final : public Sink {
 public:
  /// `output` must outlive the sink.
  explicit OutputSink(io::Output& output) : output_(&output) {}
  void keep(std::string_view bytes) override { output_->write(bytes); }
  void replace(std::string_view, std::string_view new_bytes) override { output_->write(new_bytes); }
  void flush() override { static_cast<void>(output_->flush()); }  // failures are kept until the end
  void abandon() override { abandoned_ = true; }
  [[nodiscard]] bool stopped() const override { return output_->failed(); }

  /// True if what was written should not have been.
  [[nodiscard]] bool abandoned() const { return abandoned_; }

 private:
  io::Output* output_;
  bool abandoned_ = false;
};

/// Remembers the old text and what replaces parts of it.
class MemorySink final : public Sink {
 public:
  void keep(std::string_view bytes) override { text_.append(bytes); }
  void replace(std::string_view old_bytes, std::string_view new_bytes) override {
    replacements_.push_back({text_.size(), old_bytes.size(), std::string(new_bytes)});
    text_.append(old_bytes);
  }

  void abandon() override { replacements_.clear(); }
  [[nodiscard]] bool takes_content() const override { return true; }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<io::Replacement>& replacements() const { return replacements_; }

 private:
  std::string text_;
  std::vector<io::Replacement> replacements_;
};

}  // namespace unbake::cli

#endif  // UNBAKE_CLI_SINK_HPP_
