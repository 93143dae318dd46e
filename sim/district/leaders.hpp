#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/district/person_key.hpp"
#include "sim/rules/teacher_effect.hpp"
#include "sim/rules/time_account.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

using SchoolId = Id<struct SchoolTag>;
using TeacherId = Id<struct TeacherTag>;
using TeacherLeaderId = Id<struct TeacherLeaderTag>;
using DirectorId = Id<struct DirectorTag>;

/// Teacher leaders, one row for each post, in the order of schools. They teach no class.
struct TeacherLeaders {
  std::vector<PersonKey> key;
  std::vector<SchoolId> school;
  std::vector<std::array<float, dimension_count>> stable;  ///< [iSD] own practice, taken along from and to a classroom
  std::vector<float> experience;                           ///< [years]
  std::vector<float> talent;                               ///< [SD]
  std::vector<std::array<float, dimension_count>> expertise;  ///< [iSD] what they can show
  std::vector<float> quality;                                 ///< [1] mean 1 over applicants
  std::vector<std::uint32_t> school_begin;                    ///< first row of each school, one longer: sort_by_school
  std::vector<std::uint32_t> caseload_begin;                  ///< into `caseload`, one longer than the rows
  std::vector<TeacherId> caseload;                            ///< rows of teachers, by coach
  std::vector<std::uint32_t> next;                            ///< place in the own caseload that is visited next
  std::vector<Minutes> minutes;     ///< given to teachers this week, refused contacts included
  std::vector<LeaderRole> role;     ///< what the post is for
  std::vector<float> relationship;  ///< [SD] skill in relationships
  std::vector<float> legitimacy;    ///< 0 to 1, of the role in colleagues' eyes
  std::vector<float> clarity;       ///< 0 to 1, of the role
  std::vector<float> taint;         ///< 0 to 1, by evaluation in the role
  std::vector<float> supported;     ///< [iSD] expertise gained through support
  std::vector<float> absorption;    ///< 0 to 1
  std::vector<Minutes> office;      ///< of protected time, lost to office work and evaluation this week

  [[nodiscard]] std::size_t size() const { return key.size(); }
};

/// Calls `visit(column)` for every column with one value a teacher leader.
template <class Visit>
void each_column(TeacherLeaders& t, const Visit& visit) {
  visit(t.key);
  visit(t.school);
  visit(t.stable);
  visit(t.experience);
  visit(t.talent);
  visit(t.expertise);
  visit(t.quality);
  visit(t.next);
  visit(t.minutes);
  visit(t.role);
  visit(t.relationship);
  visit(t.legitimacy);
  visit(t.clarity);
  visit(t.taint);
  visit(t.supported);
  visit(t.absorption);
  visit(t.office);
}

/// Principals, one row for each school.
struct Principals {
  std::vector<PersonKey> key;
  std::vector<double> talent;          ///< [SD] instructional skill without support
  std::vector<double> supported;       ///< [SD] gained through assistance
  std::vector<double> absorption;      ///< 0 to 1
  std::vector<double> organisation;    ///< [SD] organisational skill
  std::vector<double> trust_director;  ///< 0 to 1
  std::vector<double> engagement;      ///< 0 to 1, conception of the role: hands-off to engaged in instruction
  std::vector<double> team_leading;    ///< 0 to 1, manages individuals to leads a team
  std::vector<double> assisted;        ///< 0 to 1, how much assistance came lately
  std::vector<int> tenure;             ///< completed years in this school
  std::vector<std::uint8_t> grown;     ///< 1: came from the district's own leaders

  /// Instructional skill now. [SD]
  [[nodiscard]] double skill(std::size_t school) const { return talent[school] + supported[school]; }
};

/// Assistant principals, one row for each post, in the order of schools.
struct AssistantPrincipals {
  std::vector<PersonKey> key;
  std::vector<SchoolId> school;
  std::vector<double> talent;        ///< [SD] instructional skill
  std::vector<double> supported;     ///< [SD] skill gained through support
  std::vector<double> absorption;    ///< 0 to 1
  std::vector<double> organisation;  ///< [SD]
  std::vector<int> tenure;           ///< completed years in the post

  /// Instructional skill now. [SD]
  [[nodiscard]] double skill(std::size_t row) const { return talent[row] + supported[row]; }

  [[nodiscard]] std::size_t size() const { return key.size(); }
};

constexpr std::uint32_t no_director = 0xFFFFFFFFU;

/// Instructional leadership directors of the central office, each with a caseload of schools; or, where support is
/// bought, the networks that schools can choose.
struct Directors {
  std::vector<PersonKey> key;
  std::vector<double> expertise;   ///< [SD of principals' skill] without support
  std::vector<double> supported;   ///< [SD] gained through support
  std::vector<double> absorption;  ///< 0 to 1
  std::vector<double> backing;     ///< 0 to 1, how protected and supported their work is
  std::vector<Minutes> minutes;    ///< given this week

  /// Expertise now. [SD of principals' skill]
  [[nodiscard]] double shown(std::size_t row) const { return expertise[row] + supported[row]; }
  std::vector<std::uint32_t> caseload_begin;  ///< into `caseload`, one longer than the rows
  std::vector<std::uint32_t> caseload;        ///< rows of schools, by director; some schools may have none
  bool bought = false;                        ///< providers whom schools choose and pay

  /// Rows of the schools of one.
  [[nodiscard]] std::span<const std::uint32_t> schools(std::size_t row) const {
    return std::span(caseload).subspan(caseload_begin[row], caseload_begin[row + 1] - caseload_begin[row]);
  }
  [[nodiscard]] std::size_t size() const { return key.size(); }
};

/// Teacher leaders of the central office who serve many schools, each with a caseload of schools.
struct CrossSchoolLeaders {
  std::vector<PersonKey> key;
  std::vector<std::array<float, dimension_count>> expertise;  ///< [iSD]
  std::vector<float> quality;                                 ///< [1]
  std::vector<std::uint32_t> caseload_begin;                  ///< first school of each, one longer than the rows
  std::vector<Minutes> minutes;                               ///< given to schools this week
  [[nodiscard]] std::size_t size() const { return key.size(); }
};

/// What the central office is and has learned to do.
struct CentralOffice {
  int operations_posts = 0;
  int data_posts = 0;                   ///< who prepare evidence for schools
  Minutes operations_minutes_used = 0;  ///< this week
  double sponsorship = 0.0;             ///< 0 to 1, of its new roles by superintendent and cabinet
  double political_capital = 0.0;       ///< 0 to 1, trust in the plan of those who decide
  double conversation = 0.0;            ///< 0 to 1, how far the conversation about who gets what has come
  int superintendent_tenure = 0;        ///< completed years
  double pay_raise = 0.0;               ///< of pay since the start, from new dollars, above the market's
  double formula_kept = 1.0;            ///< 0 to 1, of what the formula shifts, not rolled back
  double learned_operations = 0.0;      ///< 0 to 1, system learning: how to serve schools
  double learned_assistance = 0.0;      ///< 0 to 1, how to assist leaders
  double learned_data = 0.0;            ///< 0 to 1, how to bring schools their evidence
  double learned_hiring = 0.0;          ///< 0 to 1, how to fill posts in time
};

}  // namespace districtsim
