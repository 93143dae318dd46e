#include "sim/phases/return_moves.hpp"

#include "sim/phases/post_kind.hpp"

namespace districtsim {

namespace {

void return_post(const StandingMove& move, const PostKind& kind) {
  if (kind.posts == nullptr) return;
  if ((*kind.posts)[move.to] <= kind.kept || (*kind.posts)[move.from] >= kind.most) return;
  --(*kind.posts)[move.to];
  ++(*kind.posts)[move.from];
  if (kind.early == nullptr) return;
  if ((*kind.early)[move.to] > 0) --(*kind.early)[move.to];
  if (move.early) ++(*kind.early)[move.from];
}

}  // namespace

void return_moves(PostPlan& plan, District& district) {
  for (const StandingMove& move : district.decisions.returning) {
    if (move.posts > 0) {
      return_post(move, kind_of(move.what, plan, district.prices));
      keep_early_among_teachers(plan, move.to);
    }
    district.ledger.moved[move.to] -= move.cents;
    district.ledger.moved[move.from] += move.cents;
    district.schools.lent[move.to] -= move.minutes;
    district.schools.lent[move.from] += move.minutes;
  }
  district.decisions.returning.clear();
}

}  // namespace districtsim
