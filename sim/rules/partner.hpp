#pragma once

namespace districtsim {

/// An external partner works with a school's staff on one dimension, while it is paid (Portin et al. 2009, vignette 1).
struct PartnerParameters {
  double margin = 0.0;          ///< [iSD] expertise above the norm in its dimension
  double attention = 0.0;       ///< [1] share of the hours that works on one teacher's own practice
  double price_per_hour = 0.0;  ///< [$] of a teacher's hour with the partner
};

}  // namespace districtsim
