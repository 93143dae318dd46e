#pragma once

#include <array>
#include <cstdint>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// What a principal can spend on: posts, and hours a week of extended time.
enum class Spending : std::uint8_t {
  teacher,
  coach,
  assistant_principal,
  manager,
  intervention_teacher,
  early_grade_post,
  extended_hour
};
constexpr auto spendings =
    std::to_array<Spending>({Spending::teacher, Spending::coach, Spending::assistant_principal, Spending::manager,
                             Spending::intervention_teacher, Spending::early_grade_post, Spending::extended_hour});

/// One school's books while its principal decides.
struct SchoolBooks {
  std::size_t school = 0;
  Cents dollars = 0;                                 ///< left apart from posts and programmes
  Cents usual = 0;                                   ///< dollars apart from posts that the school needs
  Cents turned = 0;                                  ///< value of posts that have changed form since the start
  Cents may_turn = 0;                                ///< most that may have
  double years = 1.0;                                ///< that the principal looks ahead
  double early_students = 0.0;                       ///< in kindergarten to grade 3
  std::array<double, spendings.size()> perceived{};  ///< factor by which the principal misjudges each return
};

[[nodiscard]] SchoolBooks open_books(const Conditions& conditions, const SchoolYear& year, const District& district,
                                     const PostPlan& plan, std::size_t school);

/// Price of one more.
[[nodiscard]] Cents price_of(const Conditions& conditions, const District& district, std::size_t school,
                             Spending spending);

/// Perceived return of one more, for a cent, over the years that the principal looks ahead. [SD per student and cent]
[[nodiscard]] double return_per_cent(const Conditions& conditions, const District& district, const PostPlan& plan,
                                     const SchoolBooks& books, Spending spending);

/// Whether a school can have one more.
[[nodiscard]] bool has_room(const Conditions& conditions, const PostPlan& plan, std::size_t school, Spending spending);

/// One more of it.
void add_one(PostPlan& plan, std::size_t school, Spending spending);

/// Closes what a school cannot pay: extended time, managers and intervention teachers first, then what seems to bring
/// least; below what is required only when there is no other way. A teacher stays.
void close_deficit(const Conditions& conditions, const District& district, SchoolBooks& books, PostPlan& plan);

}  // namespace districtsim
