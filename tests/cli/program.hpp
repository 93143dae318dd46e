#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "tests/record/temporary_folder.hpp"

namespace districtsim {

/// How a program ended and what it said.
struct Ended {
  int code = -1;    ///< exit code; -1 if a signal ended it
  int signal = 0;   ///< that ended it
  std::string out;  ///< standard output
  std::string err;  ///< standard error
};

/// The real program, started in a folder as a person would.
class Program {
 public:
  /// `prepare` runs in the new process, before the program.
  Program(
      const TemporaryFolder& folder, const std::vector<std::string>& words,
      const std::function<void()>& prepare = [] {})
      : out_(folder / ".standard_output"), err_(folder / ".standard_error"), process_(fork()) {
    if (process_ == 0) become(folder.path(), words, prepare);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() {
    if (running_) kill_and_wait();
  }

  void send(int signal) const { kill(process_, signal); }

  /// Waits for the end, and forgets the files that held its words.
  Ended wait() {
    int status = 0;
    waitpid(process_, &status, 0);
    running_ = false;
    Ended ended;
    if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
    ended.out = text_of(out_);
    ended.err = text_of(err_);
    std::filesystem::remove(out_);
    std::filesystem::remove(err_);
    return ended;
  }

  /// Waits until `there` holds, at most a minute.
  static bool until(const std::function<bool()>& there) {
    for (int tries = 0; tries < 6000; ++tries) {
      if (there()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  [[nodiscard]] std::string said_so_far() const { return text_of(err_); }

 private:
  [[noreturn]] void become(const std::filesystem::path& folder, const std::vector<std::string>& words,
                           const std::function<void()>& prepare) const {
    const int nothing = open("/dev/null", O_RDONLY);
    const int out = open(out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int err = open(err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(nothing, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    if (chdir(folder.c_str()) != 0) _exit(126);
    prepare();
    std::vector<std::string> all = {DISTRICTSIM_PROGRAM};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> pointers;
    for (std::string& word : all) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    execv(DISTRICTSIM_PROGRAM, pointers.data());
    _exit(127);
  }
  void kill_and_wait() const {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }

  std::filesystem::path out_;
  std::filesystem::path err_;
  pid_t process_;
  bool running_ = true;
};

inline Ended districtsim(
    const TemporaryFolder& folder, const std::vector<std::string>& words,
    const std::function<void()>& prepare = [] {}) {
  return Program(folder, words, prepare).wait();
}

/// A small made-up district as a scenario file.
inline void put_scenario(const TemporaryFolder& folder, const std::string& name = "base.yaml",
                         const std::string& more = "") {
  put_text(folder / name, "schema: 1\ndistrict: {synthetic: {teachers: 120}}\ncalendar: {years: 2}\n" + more);
}

/// Names of the files in the folder, sorted.
inline std::vector<std::string> sorted_names(const TemporaryFolder& folder) {
  std::vector<std::string> names = folder.names();
  std::sort(names.begin(), names.end());
  return names;
}

inline std::string real_district() {
  return std::string(DISTRICTSIM_SOURCE_DIR) + "/scenarios/data/hoover_city_al_2020-21.csv";
}
inline const char* real_lea() { return "0100007"; }

}  // namespace districtsim
