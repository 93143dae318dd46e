#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace districtsim {

enum class Loudness { normal, quiet };

/// How the program speaks: data on standard output, everything else on standard error. Colour and progress bars only on
/// a terminal; no colour where NO_COLOR is set.
class Console {
 public:
  Console();

  void be(Loudness loudness) { loudness_ = loudness; }
  [[nodiscard]] bool is_quiet() const { return loudness_ == Loudness::quiet; }
  [[nodiscard]] bool on_terminal() const { return on_terminal_; }

  /// Data, as it is. A reader that went away is no error; anything else that hinders is Failure(run_time_failure).
  void print(std::string_view data) const;
  /// A line of message; nothing when quiet.
  void say(std::string_view message) const;
  /// A line that begins "warning: "; nothing when quiet.
  void warn(std::string_view message) const;
  /// An error of the program or its use, in red: "districtsim: ...".
  void complain(std::string_view message) const;
  /// Errors in what a person wrote, in red, as they are: "file:line:column: ...", which editors jump to.
  void complain_of_input(std::string_view lines) const;
  /// Brings all data out; as print.
  void flush() const;

 private:
  void put_error(const std::string& text) const;
  void check_output() const;

  Loudness loudness_ = Loudness::normal;
  bool on_terminal_ = false;
  bool in_colour_ = false;
};

}  // namespace districtsim
