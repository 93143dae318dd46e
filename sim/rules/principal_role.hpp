#pragma once

namespace districtsim {

/// How principals see their role (Portin et al. 2009, chapter 2).
struct PrincipalRoleParameters {
  double engagement = 0.0;  ///< [1] 0 to 1, mean over principals
  double spread = 0.0;      ///< [1] between principals, of engagement and of leading teams
};

}  // namespace districtsim
