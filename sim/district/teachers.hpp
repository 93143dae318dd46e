#pragma once

#include <array>
#include <cstdint>

#include "sim/core/column.hpp"
#include "sim/core/ids.hpp"
#include "sim/district/person_key.hpp"
#include "sim/rules/teacher_effect.hpp"

namespace districtsim {

using TeacherId = Id<struct TeacherTag>;
using SchoolId = Id<struct SchoolTag>;
using TeacherLeaderId = Id<struct TeacherLeaderTag>;

/// Who holds a post. Vacant only within a summer.
enum class Holder : std::uint8_t { vacant, regular, substitute };

constexpr TeacherLeaderId no_coach;
constexpr std::uint32_t no_mentor = 0xFFFFFFFFU;

/// Teachers: one row for each teaching post, in the order of school, team, post. iSD: SD of teacher observation
/// scores. Practice in dimension d is stable[d] + learned + supported[d].
struct Teachers {
  Column<PersonKey> key;
  Column<SchoolId> school;      ///< row of the school
  Column<std::uint16_t> post;   ///< number of the post in its school
  Column<std::int8_t> subject;  ///< Teams::Subject of the team the post belongs to
  Column<Holder> holder;
  Column<TeacherLeaderId> coach;       ///< row of the teacher leader who has them on the year's caseload, or no_coach
  Column<PersonKey> last_coach;        ///< whom trust_coach is in, 0 for nobody
  Column<std::uint8_t> stipend_years;  ///< school years for which a transfer stipend is still paid
  Column<std::uint32_t> mentor;        ///< row of the colleague who mentors them this year, or no_mentor
  Column<std::int32_t> minutes_free;   ///< left this week for support of any kind

  Column<float> experience;                           ///< [years] of teaching
  Column<float> talent;                               ///< [SD] fixed effect on achievement that practice does not show
  Column<float> learned;                              ///< [iSD] by doing; never forgotten
  std::array<Column<float>, dimension_count> stable;  ///< [iSD]
  std::array<Column<float>, dimension_count> supported;      ///< [iSD] gained through support, forgotten without
  std::array<Column<float>, dimension_count> supported_sum;  ///< [iSD weeks] over the weeks of this year
  Column<float> absorption;                                  ///< 0 to 1, what can be taken in now
  Column<float> strain;                                      ///< [SD]
  Column<float> strain_trait;                                ///< [SD] personal part of the target
  Column<float> resistance;                                  ///< [SD] to others' support
  Column<float> resistance_anchor;                           ///< [SD] what it goes back to
  Column<float> resistance_shared;                           ///< [SD] as colleagues last left it
  Column<float> expectations;                                ///< 0 to 1, of what students can learn
  Column<float> expectations_anchor;                         ///< 0 to 1
  Column<float> expectations_shared;                         ///< 0 to 1, as colleagues last left it
  Column<float> ownership;                                   ///< 0 to 1, of the learning agenda
  Column<float> ownership_anchor;                            ///< 0 to 1
  Column<float> ownership_shared;                            ///< 0 to 1, as colleagues last left it
  Column<float> efficacy;                                    ///< 0 to 1, sense of it
  Column<float> trust_coach;                                 ///< 0 to 1, in the teacher leader of this year
  Column<float> trust_principal;                             ///< 0 to 1, in the school's leaders

  [[nodiscard]] std::size_t size() const { return key.size(); }
  [[nodiscard]] float practice(std::size_t row, int dimension) const {
    const auto d = static_cast<std::size_t>(dimension);
    return stable[d][row] + learned[row] + supported[d][row];
  }
};

/// Calls `visit(column)` for every column: for resizing, re-ordering, sizes and checks.
template <class TeacherTable, class Visit>
void each_column(TeacherTable& t, const Visit& visit) {
  visit(t.key);
  visit(t.school);
  visit(t.post);
  visit(t.subject);
  visit(t.holder);
  visit(t.coach);
  visit(t.last_coach);
  visit(t.stipend_years);
  visit(t.mentor);
  visit(t.minutes_free);
  visit(t.experience);
  visit(t.talent);
  visit(t.learned);
  for (auto& column : t.stable) visit(column);
  for (auto& column : t.supported) visit(column);
  for (auto& column : t.supported_sum) visit(column);
  visit(t.absorption);
  visit(t.strain);
  visit(t.strain_trait);
  visit(t.resistance);
  visit(t.resistance_anchor);
  visit(t.resistance_shared);
  visit(t.expectations);
  visit(t.expectations_anchor);
  visit(t.expectations_shared);
  visit(t.ownership);
  visit(t.ownership_anchor);
  visit(t.ownership_shared);
  visit(t.efficacy);
  visit(t.trust_coach);
  visit(t.trust_principal);
}

}  // namespace districtsim
