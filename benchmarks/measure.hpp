#pragma once

#include <string>
#include <vector>

namespace districtsim::benchmark {

/// What a benchmark is asked for on its command line: `--smoke` runs it on tiny districts, to see that it works, and
/// `--repetitions N` sets how often every alternative is timed.
struct Request {
  bool smoke = false;
  int repetitions = 5;
  std::vector<std::string> words;  ///< the others
};
[[nodiscard]] Request request_of(int count, char** words);

struct Seconds {
  double wall = 0.0;
  double cpu = 0.0;  ///< of the process, all threads together
};

/// Runs from where it is made.
class Stopwatch {
 public:
  Stopwatch();
  [[nodiscard]] Seconds passed() const;

 private:
  Seconds start_;
};

/// Times of one alternative, one for each round.
struct Timing {
  std::vector<Seconds> rounds;

  void add(Seconds seconds) { rounds.push_back(seconds); }
  [[nodiscard]] double wall() const;  ///< median
  [[nodiscard]] double cpu() const;   ///< median
};

/// Median over rounds of a's seconds to b's of the same round: what disturbs one round disturbs both.
[[nodiscard]] double wall_ratio(const Timing& a, const Timing& b);
[[nodiscard]] double cpu_ratio(const Timing& a, const Timing& b);

/// Calls `time_one(alternative)` for 0 to `alternatives` in turn, `rounds` times over.
template <class TimeOne>
[[nodiscard]] std::vector<Timing> interleaved(int rounds, std::size_t alternatives, const TimeOne& time_one) {
  std::vector<Timing> timings(alternatives);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t own = 0; own < alternatives; ++own) timings[own].add(time_one(own));
  }
  return timings;
}

/// Keeps the compiler from leaving out what leads to a value.
template <class T>
void keep(const T& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

/// Processor, compiler, commit, and how busy the machine is: the head of every report.
void print_machine(const char* question);

/// A finished child process.
struct Child {
  int status = -1;
  Seconds seconds;
  double peak_bytes = 0.0;  ///< greatest resident memory
};
/// Runs a program with its standard output thrown away.
[[nodiscard]] Child run_child(const std::vector<std::string>& words);

}  // namespace districtsim::benchmark
