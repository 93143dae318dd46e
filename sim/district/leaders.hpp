#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/district/person_key.hpp"
#include "sim/rules/teacher_effect.hpp"
#include "sim/rules/time_account.hpp"

namespace districtsim {

using TeacherLeaderId = Id<struct TeacherLeaderTag>;
using DirectorId = Id<struct DirectorTag>;

/// Teacher leaders in the role of coach, one row for each post. They teach no class.
struct TeacherLeaders {
  std::vector<PersonKey> key;
  std::vector<std::uint32_t> school;
  std::vector<std::array<float, dimension_count>> stable;  ///< [iSD] own practice, taken along from and to a classroom
  std::vector<float> experience;                           ///< [years]
  std::vector<float> talent;                               ///< [SD]
  std::vector<std::array<float, dimension_count>> expertise;  ///< [iSD] what they can show
  std::vector<float> quality;                                 ///< [1] mean 1 over applicants
  std::vector<std::uint32_t> caseload_begin;                  ///< into `caseload`, one longer than the rows
  std::vector<std::uint32_t> caseload;                        ///< rows of teachers, by coach
  std::vector<std::uint32_t> next;                            ///< place in the own caseload that is visited next
  std::vector<Minutes> minutes;  ///< given to teachers this week, refused contacts included

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
}

/// Principals, one row for each school.
struct Principals {
  std::vector<PersonKey> key;
  std::vector<double> talent;          ///< [SD] instructional skill without support
  std::vector<double> supported;       ///< [SD] gained through assistance
  std::vector<double> absorption;      ///< 0 to 1
  std::vector<double> organisation;    ///< [SD] organisational skill
  std::vector<double> trust_director;  ///< 0 to 1
  std::vector<int> tenure;             ///< completed years in this school

  /// Instructional skill now. [SD]
  [[nodiscard]] double skill(std::size_t school) const { return talent[school] + supported[school]; }
};

/// Assistant principals, one row for each post, in the order of schools.
struct AssistantPrincipals {
  std::vector<PersonKey> key;
  std::vector<std::uint32_t> school;
  std::vector<double> talent;        ///< [SD] instructional skill
  std::vector<double> organisation;  ///< [SD]
  std::vector<int> tenure;           ///< completed years in the post

  [[nodiscard]] std::size_t size() const { return key.size(); }
};

/// Instructional leadership directors of the central office, each with a caseload of schools.
struct Directors {
  std::vector<PersonKey> key;
  std::vector<double> expertise;              ///< [SD of principals' skill]
  std::vector<std::uint32_t> caseload_begin;  ///< first school of each, one longer than the rows
  [[nodiscard]] std::size_t size() const { return key.size(); }
};

}  // namespace districtsim
