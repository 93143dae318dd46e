#include "sim/phases/teacher_week.hpp"

#include <cstdlib>
#include <cstring>

#if defined(__x86_64__) && __has_include(<sys/platform/x86.h>)
#define _Bool bool  // NOLINT(bugprone-reserved-identifier): the header is C, where clang++ has no such type
#include <sys/platform/x86.h>
#undef _Bool
#endif

namespace districtsim {

namespace portable {
void step(const TeacherWeek& week);
void meet(const TeamMeetings& meetings);
void draw(PairDraws& pairs);
}  // namespace portable
namespace v3 {
void step(const TeacherWeek& week);
void meet(const TeamMeetings& meetings);
void draw(PairDraws& pairs);
}  // namespace v3

namespace {

/// As the C library sees the processor, where it tells: GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA masks for both.
bool processor_has_v3() {
#ifdef CPU_FEATURE_ACTIVE
  return CPU_FEATURE_ACTIVE(AVX2) && CPU_FEATURE_ACTIVE(FMA) && CPU_FEATURE_ACTIVE(BMI1) && CPU_FEATURE_ACTIVE(BMI2);
#else
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0 &&
         __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0;
#endif
}

bool use_v3() {
  const char* asked = std::getenv("DISTRICTSIM_KERNEL");
  return (asked == nullptr || std::strcmp(asked, "portable") != 0) && processor_has_v3();
}

const bool v3_in_use = use_v3();

}  // namespace

void step_teacher_week(const TeacherWeek& week) { v3_in_use ? v3::step(week) : portable::step(week); }

void step_team_meetings(const TeamMeetings& meetings) { v3_in_use ? v3::meet(meetings) : portable::meet(meetings); }

void draw_pairs(PairDraws& pairs) { v3_in_use ? v3::draw(pairs) : portable::draw(pairs); }

std::string_view teacher_week_build() { return v3_in_use ? "x86-64-v3" : "x86-64"; }

}  // namespace districtsim
