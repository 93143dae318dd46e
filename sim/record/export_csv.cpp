#include "sim/record/export_csv.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <system_error>
#include <utility>

#include "sim/core/failure.hpp"
#include "sim/record/chunks.hpp"
#include "sim/record/csv_cells.hpp"
#include "sim/record/pending_file.hpp"
#include "sim/record/read_result.hpp"

namespace districtsim {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_cells_at_once = 262144;

struct Table {
  std::string name;
  Extents shape;
  std::vector<std::string> dimensions;
  std::vector<const StoredDataset*> variables;
};

/// A column's label for every row of one dimension; none for a dimension without values.
using Labels = std::vector<std::string>;

std::string group_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string table_name(const StoredDataset& variable) {
  std::string name;
  for (const std::string& dimension : variable.dimensions) name += (name.empty() ? "" : "_") + last_part(dimension);
  if (name.empty()) name = "scalars";
  std::string group = group_of(variable.path);
  std::replace(group.begin(), group.end(), '/', '.');
  return group.empty() ? name : group + "." + name;
}

std::vector<Table> tables_of(const SavedResult& result) {
  std::map<std::string, Table> tables;
  for (const StoredDataset& dataset : result.datasets()) {
    const bool is_coordinate = dataset.dimensions == std::vector<std::string>{dataset.path};
    if (dataset.dimension_only || is_coordinate) continue;
    std::string name = table_name(dataset);
    while (tables.contains(name) && tables[name].dimensions != dataset.dimensions) name += "_";
    Table& table = tables[name];
    table.name = name;
    table.shape = dataset.shape;
    table.dimensions = dataset.dimensions;
    table.variables.push_back(&dataset);
  }
  std::vector<Table> listed;
  for (auto& [name, table] : tables) listed.push_back(std::move(table));
  return listed;
}

std::vector<std::string> column_names(const Table& table) {
  std::vector<std::string> names;
  for (const std::string& dimension : table.dimensions) names.push_back(last_part(dimension));
  for (const StoredDataset* variable : table.variables) {
    const std::string name = last_part(variable->path);
    const bool taken = std::find(names.begin(), names.end(), name) != names.end();
    names.push_back(taken ? variable->path : name);
  }
  return names;
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t at = 0; at < cells.size(); ++at) line += (at == 0 ? "" : ",") + csv_cell(cells[at]);
  return line + '\n';
}

Labels labels_of(const SavedResult& result, const std::string& dimension) {
  const StoredDataset* scale = result.find(dimension);
  if (scale == nullptr || scale->dimension_only) return {};
  CsvCells cells(result, *scale);
  cells.load({0}, scale->shape);
  Labels labels(scale->shape[0]);
  for (std::size_t row = 0; row < labels.size(); ++row) cells.append(row, labels[row]);
  return labels;
}

void append_label(const Labels& labels, std::size_t index, std::string& line) {
  line += index < labels.size() ? labels[index] : std::to_string(index);
}

/// Moves `place` to the next of the block's places, last dimension fastest.
void advance(Extents& place, const Extents& start, const Extents& count) {
  for (std::size_t axis = place.size(); axis-- > 0;) {
    if (++place[axis] < start[axis] + count[axis]) return;
    place[axis] = start[axis];
  }
}

/// Gives the lines of a table, many at a time.
void put_lines(const SavedResult& result, const Table& table, const std::function<void(const std::string&)>& put) {
  put(line_of(column_names(table)));
  std::vector<Labels> labels;
  for (const std::string& dimension : table.dimensions) labels.push_back(labels_of(result, dimension));
  std::vector<CsvCells> columns;
  for (const StoredDataset* variable : table.variables) columns.emplace_back(result, *variable);

  for_slabs(table.shape, std::max<std::size_t>(1, most_cells_at_once / columns.size()),
            [&](const Extents& start, const Extents& count) {
              for (CsvCells& column : columns) column.load(start, count);
              std::string lines;
              Extents place = start;
              for (std::size_t row = 0; row < volume(count); ++row) {
                const std::size_t line_start = lines.size();
                for (std::size_t axis = 0; axis < place.size(); ++axis) {
                  append_label(labels[axis], place[axis], lines);
                  lines += ',';
                }
                for (const CsvCells& column : columns) {
                  column.append(row, lines);
                  lines += ',';
                }
                lines.back() = '\n';
                // An empty line would be no row at all to most readers.
                if (lines.size() == line_start + 1) lines.insert(line_start, "\"\"");
                advance(place, start, count);
              }
              put(lines);
            });
}

PendingFile write_table(const SavedResult& result, const Table& table, const fs::path& folder) {
  PendingFile file(folder / (table.name + ".csv"));
  put_lines(result, table, [&file](const std::string& lines) { file.append(lines); });
  return file;
}

std::string list_of_columns(const SavedResult& result, const std::vector<Table>& tables) {
  std::string list = "table,column,units,long_name\n";
  for (const Table& table : tables) {
    std::vector<std::string> paths = table.dimensions;
    for (const StoredDataset* variable : table.variables) paths.push_back(variable->path);
    const std::vector<std::string> names = column_names(table);
    for (std::size_t at = 0; at < paths.size(); ++at) {
      const auto text = [&](const char* attribute) { return result.text_attribute(paths[at], attribute).value_or(""); };
      list += line_of({table.name + ".csv", names[at], text("units"), text("long_name")});
    }
  }
  return list;
}

PendingFile write_list_of_columns(const SavedResult& result, const std::vector<Table>& tables, const fs::path& folder) {
  PendingFile file(folder / "columns.csv");
  file.append(list_of_columns(result, tables));
  return file;
}

/// Makes the folder if there is none; true when it did.
bool make_folder(const fs::path& folder) {
  std::error_code error;
  const bool made = fs::create_directories(folder, error);
  if (!error && fs::is_directory(folder, error)) return made;
  throw Failure(ExitCode::run_time_failure,
                "cannot write " + folder.string() + ": " + (error ? error.message() : "it is not a folder"));
}

std::vector<fs::path> write_all(const SavedResult& result, const fs::path& folder) {
  const std::vector<Table> tables = tables_of(result);
  std::vector<PendingFile> files;
  std::vector<fs::path> paths;
  for (const Table& table : tables) {
    files.push_back(write_table(result, table, folder));
    paths.push_back(folder / (table.name + ".csv"));
  }
  files.push_back(write_list_of_columns(result, tables, folder));
  paths.push_back(folder / "columns.csv");
  for (PendingFile& file : files) file.publish();
  return paths;
}

/// The table of only the first replicates.
Table cut(Table table, std::size_t first_replicates) {
  for (std::size_t axis = 0; axis < table.shape.size(); ++axis) {
    if (last_part(table.dimensions[axis]) == "replicate") {
      table.shape[axis] = std::min(table.shape[axis], first_replicates);
    }
  }
  return table;
}

}  // namespace

std::vector<TableText> csv_tables(const SavedResult& result, const std::function<bool(const std::string&)>& wanted,
                                  std::size_t first_replicates) {
  std::vector<Table> tables;
  for (Table& table : tables_of(result)) {
    if (wanted(table.name)) tables.push_back(cut(std::move(table), first_replicates));
  }
  std::vector<TableText> texts;
  for (const Table& table : tables) {
    TableText& text = texts.emplace_back();
    text.name = table.name + ".csv";
    put_lines(result, table, [&text](const std::string& lines) { text.text += lines; });
  }
  if (!tables.empty()) texts.push_back({"columns.csv", list_of_columns(result, tables)});
  return texts;
}

std::vector<fs::path> export_csv(const fs::path& result_path, const fs::path& folder) {
  const SavedResult result = SavedResult::open(result_path);
  const bool made = make_folder(folder);
  try {
    return write_all(result, folder);
  } catch (...) {
    std::error_code ignored;
    if (made) fs::remove(folder, ignored);
    throw;
  }
}

}  // namespace districtsim
