#include "sim/scenario/cross_checks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "sim/scenario/extends.hpp"
#include "sim/scenario/parameters.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/suggest.hpp"
#include "sim/scenario/text_file.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

/// Recorded and warm-up years of a run; a person's key for luck has 5 bits for the year of hire.
constexpr double most_years_of_run = 30;
/// Least revenue against the start's that events may leave.
constexpr double least_revenue = 0.3;

/// Hours a week of principals that one entry can move; each principal's share is checked when it is carried out.
constexpr double most_lent_hours = 10000;

/// The text under check, and where complaints go.
class CrossChecks {
 public:
  CrossChecks(const Node& root, const SchemaReport& report) : root_(root), report_(report) {}

  [[nodiscard]] std::vector<Complaint> all() {
    calendar();
    district();
    reallocations();
    mandates("framework");
    mandates("context");
    events();
    funds();
    new_dollars();
    parameters();
    return std::move(complaints_);
  }

 private:
  [[nodiscard]] double number(const NodePath& path) const {
    const json* value = &report_.value;
    for (const std::string& key : path) value = value->is_array() ? &value->at(std::stoul(key)) : &value->at(key);
    return value->get<double>();
  }

  [[nodiscard]] bool given(const NodePath& path) const {
    return node_at(root_, path) != nullptr && report_.sound(path);
  }

  void complain(const NodePath& path, const std::string& message) {
    complaints_.push_back({place_at(root_, path), path_text(path) + " " + message});
  }

  /// Complains at `path` unless it is at most `limit`, which stands at `limit_path`.
  void at_most(const NodePath& path, const NodePath& limit_path) {
    if (!report_.sound(path) || !report_.sound(limit_path)) return;
    const double value = number(path);
    const double limit = number(limit_path);
    if (value <= limit) return;
    const NodePath& written = node_at(root_, path) != nullptr ? path : limit_path;
    const std::string is = "is " + number_text(value) + ", must be at most ";
    complaints_.push_back({place_at(root_, written),
                           path_text(path) + " " + is + path_text(limit_path) + " (" + number_text(limit) + ")"});
  }

  void calendar() {
    at_most({"calendar", "assessment_interval"}, {"calendar", "weeks_per_year"});
    at_most({"calendar", "network_interval"}, {"calendar", "weeks_per_year"});
    at_most({"support", "inquiry_weeks"}, {"calendar", "assessment_interval"});
    years();
    const NodePath start = {"calendar", "start"};
    if (!report_.sound(start)) return;
    const auto date = report_.value.at("calendar").at("start").get<std::string>();
    if (!is_date(date)) complain(start, "is " + date + ", which is not a date of the calendar (YYYY-MM-DD)");
  }

  void years() {
    const NodePath recorded = {"calendar", "years"};
    const NodePath warm_up = {"calendar", "warm_up_years"};
    if (!report_.sound(recorded) || !report_.sound(warm_up)) return;
    const double all = number(recorded) + number(warm_up);
    if (all <= most_years_of_run) return;
    complain(given(recorded) ? recorded : warm_up,
             "makes " + number_text(all) + " years with calendar.warm_up_years (" + number_text(number(warm_up)) +
                 "), must be at most " + number_text(most_years_of_run) + " in all");
  }

  [[nodiscard]] static bool is_date(const std::string& iso) {
    const int year = std::stoi(iso.substr(0, 4));
    const int month = std::stoi(iso.substr(5, 2));
    const int day = std::stoi(iso.substr(8, 2));
    static constexpr std::array<int, 13> days = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1 || month < 1 || month > 12 || day < 1) return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= days[static_cast<std::size_t>(month)] + (month == 2 && leap ? 1 : 0);
  }

  void district() {
    readable({"district", "source", "nces"});
    readable({"district", "file"});
    readable({"district", "schools"});
    const NodePath table = {"district", "schools"};
    if (given(table) && node_at(root_, {"district", "synthetic"}) != nullptr) {
      complain(table, "corrects schools of real data; a synthetic district has none");
    }
    if (given({"district", "synthetic"})) synthetic();
  }

  void readable(const NodePath& path) {
    if (!given(path)) return;
    const Node& node = *node_at(root_, path);
    const std::filesystem::path file = node.place.resolve(node.text);
    if (const std::optional<std::string> why = why_unreadable(file)) {
      complaints_.push_back({node.place, unreadable_file(path_text(path), node.text, file, *why)});
    }
  }

  void synthetic() {
    const NodePath above = {"district", "synthetic"};
    const NodePath schools = {"district", "synthetic", "schools"};
    for (const char* people : {"teachers", "students"}) {
      const NodePath path = {"district", "synthetic", people};
      if (given(schools) && given(path)) at_most(schools, path);
    }
    const NodePath mean = {"district", "synthetic", "low_income", "mean"};
    const NodePath spread = {"district", "synthetic", "low_income", "spread"};
    const double largest = std::sqrt(number(mean) * (1.0 - number(mean)));
    if (number(spread) < largest) return;
    const std::string limit = "must be below " + number_text(std::floor(largest * 1000.0) / 1000.0);
    complain(given(spread) ? spread : mean, given(spread) ? "is " + number_text(number(spread)) + ", " + limit +
                                                                " (the most that shares with this mean can spread)"
                                                          : "is too near 0 or 1 for the default spread; set spread");
  }

  void reallocations() {
    for (std::size_t row = 0; row < rows("reallocations"); ++row) {
      const NodePath path = {"reallocations", std::to_string(row)};
      if (!report_.sound(path)) continue;
      const json& entry = report_.value.at("reallocations").at(row);
      last_year_of(path);
      amount_of(path, entry.at("what").get<std::string>());
      if (entry.at("from") == entry.at("to")) complain(below(path, "to"), "selects the same schools as from");
    }
  }

  /// A run cut short on the command line ends before later moves and events; that is no mistake of the file.
  [[nodiscard]] bool shortened() const {
    const Node* years = node_at(root_, {"calendar", "years"});
    return years != nullptr && years->place.source->label.rfind("--", 0) == 0;
  }

  /// Every part must fall into the run.
  void last_year_of(const NodePath& path) {
    const NodePath years = {"calendar", "years"};
    if (!report_.sound(years) || shortened()) return;
    if (number(below(path, "year")) > number(years)) return at_most(below(path, "year"), years);
    const double last = number(below(path, "year")) + number(below(path, "years")) - 1.0;
    if (last <= number(years)) return;
    complain(below(path, given(below(path, "years")) ? "years" : "year"),
             "makes the last part fall into year " + number_text(last) + ", must be at most calendar.years (" +
                 number_text(number(years)) + ")");
  }

  void amount_of(const NodePath& path, const std::string& what) {
    const double amount = number(below(path, "amount"));
    if (what == "dollars_percent" && amount > 100.0) {
      complain(below(path, "amount"), "is " + number_text(amount) + ", must be at most 100 percent");
    }
    if (what == "principal_hours" && amount > most_lent_hours) {
      complain(below(path, "amount"),
               "is " + number_text(amount) + ", must be at most " + number_text(most_lent_hours) + " hours a week");
    }
    const bool posts = what.size() > 4 && what.compare(what.size() - 4, 4, "_fte") == 0;
    if (posts && std::floor(amount) != amount) {
      complain(below(path, "amount"), "is " + number_text(amount) + ", must be a whole number of posts");
    }
  }

  void mandates(const std::string& section) {
    if (!report_.sound({section, "mandates"})) return;
    const json& list = report_.value.at(section).at("mandates");
    for (std::size_t row = 0; row < list.size(); ++row) {
      const NodePath path = {section, "mandates", std::to_string(row)};
      if (!report_.sound(path)) continue;
      const json& entry = list.at(row);
      if (entry.contains("role") && entry.at("what") != "coach_fte") {
        complain(below(path, "role"), "is for teacher leaders; what is " + entry.at("what").get<std::string>());
      }
      const double amount = number(below(path, "amount"));
      if (entry.at("what") != "extended_hours" && std::floor(amount) != amount) {
        complain(below(path, "amount"), "is " + number_text(amount) + ", must be a whole number of posts");
      }
    }
  }

  void events() {
    const bool layer = root_.find("layer") != nullptr;  // years and funds are those of the scenario below
    for (std::size_t row = 0; row < rows("events"); ++row) {
      const NodePath path = {"events", std::to_string(row)};
      if (!layer && !shortened()) at_most(below(path, "year"), {"calendar", "years"});
      if (!report_.sound(path)) continue;
      one_change(path, report_.value.at("events").at(row));
      if (!layer) known_fund(path, report_.value.at("events").at(row));
    }
    revenue();
  }

  void one_change(const NodePath& path, const json& event) {
    std::vector<std::string> changes;
    for (const auto& [key, value] : event.items()) {
      if (key != "year") changes.push_back(key);
    }
    if (changes.size() == 1) return;
    if (changes.empty()) {
      complain(path,
               "changes nothing; give one of revenue_change, enrolment_change, fund_lapse, leader_exit or "
               "contract_delay");
    } else {
      complain(path, "has " + std::to_string(changes.size()) + " changes (" + listed(changes) +
                         "); give each an entry of its own");
    }
  }

  [[nodiscard]] std::vector<std::string> fund_names() const {
    std::vector<std::string> names;
    if (!report_.sound({"context", "funds"})) return names;
    for (const json& fund : report_.value.at("context").at("funds")) {
      if (fund.is_object() && fund.contains("name") && fund.at("name").is_string()) names.push_back(fund.at("name"));
    }
    return names;
  }

  void known_fund(const NodePath& path, const json& event) {
    if (!event.contains("fund_lapse") || !report_.sound({"context", "funds"})) return;
    const auto name = event.at("fund_lapse").get<std::string>();
    const std::vector<std::string> names = fund_names();
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    complain(below(path, "fund_lapse"), "is " + shortened_text(name) + ", which is no fund of context.funds" +
                                            (names.empty() ? " (there is none)" : did_you_mean(name, names)));
  }

  /// Revenue must not fall so far that no district could go on.
  void revenue() {
    for (std::size_t row = 0; row < rows("events"); ++row) {
      const NodePath path = {"events", std::to_string(row)};
      if (!report_.sound({"events"}) || !report_.value.at("events").at(row).contains("revenue_change")) continue;
      const double year = number(below(path, "year"));
      double factor = 1.0;
      for (const json& event : report_.value.at("events")) {
        if (event.contains("revenue_change") && event.at("year").get<double>() <= year) {
          factor *= 1.0 + event.at("revenue_change").get<double>();
        }
      }
      if (factor >= least_revenue) continue;
      complain(path, "leaves " + number_text(std::floor(factor * 1000.0) / 1000.0) +
                         " of the start's revenue in year " + number_text(year) +
                         " with the changes before, must leave at least " + number_text(least_revenue));
      return;
    }
  }

  void new_dollars() {
    const NodePath path = {"framework", "new_dollars"};
    if (!report_.sound(path)) return;
    double all = 0.0;
    for (const auto& [key, share] : report_.value.at("framework").at("new_dollars").items()) all += share.get<double>();
    if (all > 1.0 + 1e-9)
      complain(path, "shares sum to " + number_text(std::round(all * 1e6) / 1e6) + ", must be at most 1 together");
  }

  void funds() {
    const NodePath list = {"context", "funds"};
    if (!report_.sound(list)) return;
    const json& all = report_.value.at("context").at("funds");
    std::vector<std::string> before;
    for (std::size_t row = 0; row < all.size(); ++row) {
      const NodePath path = {"context", "funds", std::to_string(row)};
      if (!report_.sound(path)) continue;
      const json& fund = all.at(row);
      const auto name = fund.at("name").get<std::string>();
      if (name == "general") complain(below(path, "name"), "is general, which is money without strings");
      if (std::find(before.begin(), before.end(), name) != before.end()) {
        complain(below(path, "name"), "is " + shortened_text(name) + ", which is another fund's name too");
      }
      before.push_back(name);
      if (!fund.contains("dollars") && !fund.contains("dollars_per_low_income_student")) {
        complain(path, "has no money; give dollars or dollars_per_low_income_student");
      }
      if (!fund.at("adds").get<bool>() && fund.at("first_year").get<int>() > 1) {
        complain(below(path, "first_year"), "must be 1 with adds: off: schools have that money from the start");
      }
    }
  }

  [[nodiscard]] std::size_t rows(const char* key) const {
    const json& list = report_.value.at(key);
    return list.is_array() ? list.size() : 0;
  }

  [[nodiscard]] static NodePath below(NodePath path, const std::string& key) {
    path.push_back(key);
    return path;
  }

  void parameters() {
    const Node* parameters = root_.find("parameters");
    if (parameters == nullptr || !parameters->is_map()) return;
    for (const Node& node : parameters->children) {
      const ParameterRecord* record = parameter_record(node.key);
      if (record == nullptr) {
        const std::string unknown = "parameters." + shortened_text(node.key) + " is not a known parameter";
        complaints_.push_back({node.key_place, unknown + meant_parameter(node.key)});
      } else if (report_.sound({"parameters", node.key})) {
        parameter(node, *record);
      }
    }
  }

  [[nodiscard]] static std::string meant_parameter(const std::string& written) {
    std::vector<std::string> names;
    for (const ParameterRecord& record : parameter_records()) names.push_back(record.name);
    std::string near = did_you_mean(written, names);
    if (!near.empty()) return near;
    const std::string rule = written.substr(0, written.find('.')) + ".";
    std::vector<std::string> of_rule;
    for (const std::string& name : names) {
      if (name.rfind(rule, 0) == 0) of_rule.push_back(name);
    }
    if (!of_rule.empty()) return "; those of " + rule.substr(0, rule.size() - 1) + " are " + listed(of_rule);
    return "; the names stand in scenarios/parameters.yaml";
  }

  void parameter(const Node& node, const ParameterRecord& record) {
    const std::optional<double> value = number_in(node);
    if (!value || (*value >= record.low && *value <= record.high)) return;
    const std::string range = number_text(record.low) + " to " + number_text(record.high);
    complaints_.push_back({node.place, "parameters." + node.key + " is " + shown(node) + ", must be within " + range +
                                           " " + record.unit + " (" + record.meaning + ")"});
  }

  const Node& root_;
  const SchemaReport& report_;
  std::vector<Complaint> complaints_;
};

}  // namespace

std::vector<Complaint> cross_checks(const Node& root, const SchemaReport& report) {
  return CrossChecks(root, report).all();
}

}  // namespace districtsim
