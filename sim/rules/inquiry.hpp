#pragma once

namespace districtsim {

/// Team inquiry into interim assessments: evidence and pedagogy move toward the best of the team, or toward the one who
/// leads it (Portin et al. 2009, vignettes 3 and 4; colleagues' effect: Jackson & Bruegmann 2009).
struct InquiryParameters {
  double legitimacy = 0.0;        ///< [1] of whoever leads a team's inquiry, 0 to 1
  double attention = 0.0;         ///< [1] share of a meeting's hours that works on one member's own practice
  double unled = 0.0;             ///< [1] quality of a meeting that nobody leads, against 1 when led
  double leader_margin = 0.0;     ///< [iSD] expertise of a leading teacher leader or principal in use of evidence
  double teams_per_coach = 0.0;   ///< [teams] that a teacher leader can lead in a week, outside protected time
  double data_teams = 0.0;        ///< [teams] more by one whose protected time is all for teams and data
  double colleague_margin = 0.0;  ///< [iSD] what the best colleague's explained practice adds to their own
  double expectations = 0.0;      ///< [1 per meeting] share of what is missing in expectations that a led meeting adds
};

}  // namespace districtsim
