#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/core/random.hpp"
#include "sim/district/person_key.hpp"
#include "sim/district/purpose.hpp"
#include "sim/rules/time_account.hpp"
#include "sim/scenario/interactions.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// How an offered interaction ended.
enum class Outcome : std::uint8_t {
  taken_up,
  refused,         ///< by the one it was offered to
  no_time,         ///< one side had no hours left
  nothing_to_act,  ///< took place, but with nothing in it to act upon (unspecific feedback)
};
constexpr auto outcome_names =
    std::to_array<std::string_view>({"taken_up", "refused", "no_time", "nothing_to_act_upon"});

/// One interaction between two people, or of a group with one of its members.
struct Interaction {
  std::uint32_t week = 0;  ///< of draws, warm-up included
  PersonKey giver = 0;     ///< 0: nobody in particular
  PersonKey receiver = 0;
  std::uint16_t minutes = 0;  ///< of the receiver
  InteractionKind kind{};
  Outcome outcome{};
  float effect = 0.0F;  ///< change of the receiver's mean practice [iSD] or skill [SD]
};

/// Interactions of the year so far, by school: nobody but the thread that has a school writes its list.
class Journal {
 public:
  /// Keeps nothing, a sample drawn by people and week, or everything.
  Journal() = default;
  Journal(InteractionsRecorded kept, Draws draws, std::size_t schools) : kept_(kept), draws_(draws) {
    if (kept != InteractionsRecorded::none) by_school_.resize(schools);
  }

  /// Whether anything is kept: phases look before they collect what a record needs.
  [[nodiscard]] bool open() const { return kept_ != InteractionsRecorded::none; }

  void note(std::size_t school, const Interaction& interaction) {
    if (!open()) return;
    if (kept_ == InteractionsRecorded::sample &&
        !draws_.happens(sampled_share, Purpose::interaction_sample, {interaction.receiver, interaction.giver},
                        interaction.week)) {
      return;
    }
    by_school_[school].push_back(interaction);
  }

  [[nodiscard]] const std::vector<std::vector<Interaction>>& by_school() const { return by_school_; }
  void clear() {
    for (auto& list : by_school_) list.clear();
  }

  static constexpr double sampled_share = 0.01;

 private:
  friend struct FieldsOf<Journal>;
  InteractionsRecorded kept_ = InteractionsRecorded::none;
  Draws draws_{0, 0};
  std::vector<std::vector<Interaction>> by_school_;
};

}  // namespace districtsim
