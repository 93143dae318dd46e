#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace districtsim {

/// The members of a plain struct, by name and in their order: specialised by DISTRICTSIM_FIELDS.
template <class Struct>
struct FieldsOf {
  static constexpr bool listed = false;
};

/// Lists the members of a plain struct, at the struct's namespace. They are taken apart by a structured binding, which
/// does not compile unless every member is listed: what goes over fields (checkpoints, differences) forgets none.
#define DISTRICTSIM_FIELDS(Struct, ...)                     \
  template <>                                               \
  struct FieldsOf<Struct> {                                 \
    static constexpr bool listed = true;                    \
    static constexpr std::string_view names = #__VA_ARGS__; \
    template <class Object>                                 \
    static auto of(Object& object) {                        \
      auto& [__VA_ARGS__] = object;                         \
      return std::tie(__VA_ARGS__);                         \
    }                                                       \
  };

template <class Struct>
constexpr std::size_t field_count = std::tuple_size_v<decltype(FieldsOf<Struct>::of(std::declval<Struct&>()))>;

/// Names of the members, in their order.
template <class Struct>
[[nodiscard]] constexpr auto field_names() {
  std::array<std::string_view, field_count<Struct>> names{};
  std::string_view rest = FieldsOf<Struct>::names;
  for (std::string_view& name : names) {
    const std::size_t end = rest.find(',');
    name = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  }
  return names;
}

/// Calls `visit(name, member)` for every member. `Object` may be const.
template <class Object, class Visit>
void each_field(Object& object, const Visit& visit) {
  using Struct = std::remove_const_t<Object>;
  constexpr auto names = field_names<Struct>();
  const auto members = FieldsOf<Struct>::of(object);
  [&]<std::size_t... at>(std::index_sequence<at...> /*all*/) { (visit(names[at], std::get<at>(members)), ...); }
  (std::make_index_sequence<field_count<Struct>>());
}

}  // namespace districtsim
