#include "analysis/state_table.hpp"

#include <algorithm>
#include <type_traits>

#include "sim/core/contracts.hpp"
#include "sim/district/district_fields.hpp"
#include "sim/district/roles.hpp"

namespace districtsim {

namespace {

constexpr auto dimension_words = std::to_array<std::string_view>({"curriculum", "pedagogy", "evidence", "climate"});

template <class T>
std::string element_name(const std::string& name, std::size_t at, std::size_t count) {
  const bool of_dimensions = std::is_floating_point_v<T> && count == dimension_words.size();
  return name + "." + (of_dimensions ? std::string(dimension_words[at]) : std::to_string(at));
}

/// Keys of the people or schools that rows of a table stand for.
template <class Keys>
double key_at(const Keys& keys, std::size_t row) {
  return row < keys.size() ? static_cast<double>(keys[row]) : 0.0;
}

/// Puts the columns of a table into an EntityTable.
class StateColumns {
 public:
  StateColumns(EntityTable& table, std::size_t rows) : table_(table), rows_(rows) {}

  /// One column for numbers, one for each element of arrays and each member of structs; of lists the length.
  template <class Get>
  void add(const std::string& name, const Get& get) {
    using Value = std::decay_t<decltype(get(std::size_t{0}))>;
    if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>) {
      put(name, ColumnContent::number, [&](std::size_t row) { return static_cast<double>(get(row)); });
    } else if constexpr (requires(const Value& value) { value.row(); }) {
      put(name, ColumnContent::number, [&](std::size_t row) { return static_cast<double>(get(row).row()); });
    } else if constexpr (FieldsOf<Value>::listed) {
      add_members<Value>(name, get);
    } else if constexpr (requires(const Value& value) { std::tuple_size<Value>::value; }) {
      for (std::size_t at = 0; at < std::tuple_size_v<Value>; ++at) {
        add(element_name<typename Value::value_type>(name, at, std::tuple_size_v<Value>),
            [&](std::size_t row) { return get(row)[at]; });
      }
    } else {
      put(name, ColumnContent::number, [&](std::size_t row) { return static_cast<double>(get(row).size()); });
    }
  }

  template <class Get>
  void put(const std::string& name, ColumnContent content, const Get& get) {
    table_.columns.push_back({name, content});
    std::vector<double>& values = table_.values.emplace_back(rows_);
    for (std::size_t row = 0; row < rows_; ++row) values[row] = get(row);
  }

  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  template <class Value, class Get>
  void add_members(const std::string& name, const Get& get) {
    constexpr auto names = field_names<Value>();
    [&]<std::size_t... at>(std::index_sequence<at...> /*all*/) {
      (add(name + "." + std::string(names[at]),
           [&](std::size_t row) {
             const Value value = get(row);
             return std::get<at>(FieldsOf<Value>::of(value));
           }),
       ...);
    }
    (std::make_index_sequence<field_count<Value>>());
  }

  EntityTable& table_;
  std::size_t rows_;
};

/// First rows of something else, and lists that other columns tell of.
bool is_index(std::string_view name) {
  return name == "caseload" || (name.size() > 6 && name.substr(name.size() - 6) == "_begin");
}

/// Adds every member of a table of columns, but for what refers to rows, which `special` takes.
template <class Table, class Special>
void add_table(const Table& rows_of_it, const std::string& before, StateColumns& columns, const Special& special) {
  each_field(rows_of_it, [&](std::string_view field, const auto& member) {
    using Member = std::decay_t<decltype(member)>;
    const std::string name = before + std::string(field);
    if (field == "key" || is_index(field) || special(field)) return;
    if constexpr (
        requires { typename Member::value_type::value_type; } && std::is_class_v<Member> &&
        requires { std::tuple_size<Member>::value; }) {  // columns by dimension
      for (std::size_t at = 0; at < member.size(); ++at) {
        columns.add(element_name<typename Member::value_type::value_type>(name, at, member.size()),
                    [&](std::size_t row) { return member[at][row]; });
      }
    } else if constexpr (requires { member.size(); }) {
      promise(member.size() == columns.rows(), "a column has a value for each row");
      columns.add(name, [&](std::size_t row) { return member[row]; });
    }
  });
}

constexpr auto nothing_special = [](std::string_view) { return false; };

/// Keys of the mentor of a teacher's row: a colleague or a teacher leader.
double mentor_key(const District& district, std::size_t row) {
  const std::uint32_t mentor = district.teachers.mentor[row];
  if (mentor == no_mentor) return 0.0;
  if ((mentor & mentor_by_role) != 0) return key_at(district.teacher_leaders.key, mentor & ~mentor_by_role);
  return key_at(district.teachers.key, mentor);
}

void put_schools(EntityTable& table, const District& district, const std::vector<SchoolId>& schools) {
  for (const SchoolId school : schools) table.school.push_back(district.schools.key[school]);
}

/// Takes the rows that are not marked out of a table.
void keep_rows(const std::vector<bool>& kept, EntityTable& table) {
  const auto keep = [&kept](auto& column) {
    std::size_t next = 0;
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (kept[row]) column[next++] = column[row];
    }
    column.resize(next);
  };
  keep(table.key);
  keep(table.school);
  for (auto& column : table.values) keep(column);
}

void put_teachers(const District& district, Pairings pairings, EntityTable& table) {
  const Teachers& teachers = district.teachers;
  table.key.assign(teachers.key.begin(), teachers.key.end());
  put_schools(table, district, {teachers.school.begin(), teachers.school.end()});
  StateColumns columns(table, teachers.size());
  columns.put("school", ColumnContent::school_key, [&](std::size_t row) { return table.school[row]; });
  if (pairings == Pairings::chosen) {
    columns.put("coach", ColumnContent::person_key,
                [&](std::size_t row) { return key_at(district.teacher_leaders.key, teachers.coach[row].row()); });
    columns.put("mentor", ColumnContent::person_key, [&](std::size_t row) { return mentor_key(district, row); });
  }
  columns.put("last_coach", ColumnContent::person_key, [&](std::size_t row) { return teachers.last_coach[row]; });
  add_table(teachers, "", columns, [](std::string_view field) {
    return field == "school" || field == "coach" || field == "last_coach" || field == "mentor";
  });
  std::vector<bool> kept(teachers.size());
  for (std::size_t row = 0; row < kept.size(); ++row) kept[row] = teachers.holder[row] != Holder::vacant;
  keep_rows(kept, table);
}

template <class Leaders>
void put_leaders(const District& district, const Leaders& leaders, EntityTable& table) {
  table.key.assign(leaders.key.begin(), leaders.key.end());
  if constexpr (requires { leaders.school; }) {
    put_schools(table, district, leaders.school);
  } else {
    table.school.assign(leaders.key.size(), no_school);
  }
  StateColumns columns(table, leaders.key.size());
  if (!table.school.empty() && table.school.front() != no_school) {
    columns.put("school", ColumnContent::school_key, [&](std::size_t row) { return table.school[row]; });
  }
  add_table(leaders, "", columns, [](std::string_view field) { return field == "school"; });
}

void put_school_money(const District& district, const std::vector<std::string>& funds, StateColumns& columns) {
  const Ledger& ledger = district.ledger;
  each_field(ledger, [&](std::string_view field, const auto& member) {
    using Member = std::decay_t<decltype(member)>;
    const std::string name = "ledger." + std::string(field);
    if constexpr (std::is_same_v<Member, std::vector<std::vector<Cents>>>) {
      for (std::size_t fund = 0; fund < member.size(); ++fund) {
        columns.add(name + "." + funds.at(fund), [&](std::size_t school) { return member[fund][school]; });
      }
    } else if constexpr (!std::is_arithmetic_v<Member>) {
      if (member.size() != columns.rows()) return;  // not filled before the first year
      columns.add(name, [&](std::size_t school) { return member[school]; });
    }
  });
  columns.add("usual_dollars", [&](std::size_t school) { return district.usual_dollars[school]; });
}

void put_school_rows(const District& district, const std::vector<std::string>& funds, EntityTable& table) {
  const Schools& schools = district.schools;
  table.key = table.school = schools.key;
  StateColumns columns(table, schools.size());
  columns.put("director", ColumnContent::person_key,
              [&](std::size_t school) { return key_at(district.directors.key, schools.director[school]); });
  columns.add("teaching_posts", [&](std::size_t school) { return schools.teachers(school); });
  add_table(schools, "", columns, [](std::string_view field) { return field == "director"; });
  add_table(district.flows, "flows.", columns, nothing_special);
  put_school_money(district, funds, columns);
  for (std::size_t entry = 0; entry < district.decisions.new_roles.size(); ++entry) {
    const Decisions::NewRole& role = district.decisions.new_roles[entry];
    const std::string name = "new_roles." + std::to_string(entry);
    columns.add(name + ".opened", [&](std::size_t school) { return role.opened[school]; });
    columns.add(name + ".given_up", [&](std::size_t school) { return role.given_up[school]; });
  }
  columns.add("support", [&](std::size_t school) { return district.support.places[school]; });
}

void put_student_groups(const District& district, EntityTable& table) {
  const CohortCells& cells = district.cells;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    const std::uint32_t key = district.schools.key[school];
    for (std::uint32_t row = cells.begin[school]; row < cells.begin[school + 1]; ++row) {
      table.key.push_back((key << 7U) + static_cast<std::uint32_t>(cells.lowest_grade[school]) * 4U + row -
                          cells.begin[school]);
      table.school.push_back(key);
    }
  }
  StateColumns columns(table, cells.size());
  add_table(cells, "", columns, [](std::string_view field) { return field == "begin" || field == "lowest_grade"; });
}

/// Members that are numbers, and the length of lists that are not by school.
template <class Struct>
void add_scalars(const Struct& from, const std::string& before, StateColumns& columns) {
  each_field(from, [&](std::string_view field, const auto& member) {
    if constexpr (std::is_arithmetic_v<std::decay_t<decltype(member)>>) {
      columns.add(before + std::string(field), [&](std::size_t) { return member; });
    }
  });
}

void put_central_office(const District& district, EntityTable& table) {
  table.key = {0};
  table.school = {no_school};
  StateColumns columns(table, 1);
  add_scalars(district.central, "", columns);
  add_scalars(district.decisions, "decisions.", columns);
  add_scalars(district.ledger, "ledger.", columns);
  add_scalars(district.prices, "prices.", columns);
  columns.add("decisions.standing", [&](std::size_t) { return district.decisions.standing.size(); });
  columns.add("decisions.returning", [&](std::size_t) { return district.decisions.returning.size(); });
  columns.add("norm_practice", [&](std::size_t) { return district.norm_practice; });
  columns.add("support", [&](std::size_t) { return district.support.places.back(); });
}

}  // namespace

StateTable state_table(const District& district, const std::vector<std::string>& funds, Pairings pairings) {
  StateTable state;
  const auto table = [&state](EntityKind kind) -> EntityTable& { return state.of[static_cast<std::size_t>(kind)]; };
  put_teachers(district, pairings, table(EntityKind::teacher));
  put_leaders(district, district.teacher_leaders, table(EntityKind::teacher_leader));
  put_leaders(district, district.principals, table(EntityKind::principal));
  table(EntityKind::principal).school = district.schools.key;
  put_leaders(district, district.assistant_principals, table(EntityKind::assistant_principal));
  put_leaders(district, district.directors, table(EntityKind::director));
  put_leaders(district, district.cross_school_leaders, table(EntityKind::cross_school_leader));
  put_school_rows(district, funds, table(EntityKind::school));
  put_student_groups(district, table(EntityKind::student_group));
  put_central_office(district, table(EntityKind::central_office));
  return state;
}

}  // namespace districtsim
