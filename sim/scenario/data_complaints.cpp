#include "sim/scenario/data_complaints.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace districtsim {

void refuse(std::vector<Complaint> complaints, ExitCode code, std::size_t most_shown) {
  if (complaints.empty()) return;
  std::stable_sort(complaints.begin(), complaints.end(), [](const Complaint& a, const Complaint& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  std::string all;
  for (std::size_t i = 0; i < std::min(complaints.size(), most_shown); ++i) {
    all += (all.empty() ? "" : "\n") + complaints[i].text();
  }
  if (complaints.size() > most_shown) all += "\nand " + std::to_string(complaints.size() - most_shown) + " more";
  throw Failure(code, all);
}

void refuse_data(std::vector<Complaint> complaints) {
  constexpr std::size_t most_shown = 50;
  refuse(std::move(complaints), ExitCode::bad_input_data, most_shown);
}

}  // namespace districtsim
