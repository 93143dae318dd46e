#include "sim/phases/teacher_week.hpp"

#include <cstdlib>
#include <cstring>

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

bool use_v3() {
  const char* asked = std::getenv("DISTRICTSIM_KERNEL");
  if (asked != nullptr && std::strcmp(asked, "portable") == 0) return false;
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0 &&
         __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0;
}

const bool v3_in_use = use_v3();

}  // namespace

void step_teacher_week(const TeacherWeek& week) { v3_in_use ? v3::step(week) : portable::step(week); }

void step_team_meetings(const TeamMeetings& meetings) { v3_in_use ? v3::meet(meetings) : portable::meet(meetings); }

void draw_pairs(PairDraws& pairs) { v3_in_use ? v3::draw(pairs) : portable::draw(pairs); }

std::string_view teacher_week_build() { return v3_in_use ? "x86-64-v3" : "x86-64"; }

}  // namespace districtsim
