#include "sim/scenario/spare_texts.hpp"

#include <string>
#include <utility>

namespace districtsim {

using nlohmann::json;

json& place_in(json& text, const NodePath& path) {
  json* value = &text;
  for (const std::string& part : path) value = value->is_array() ? &value->at(std::stoul(part)) : &(*value)[part];
  return *value;
}

const json& place_in(const json& text, const NodePath& path) {
  const json* value = &text;
  for (const std::string& part : path) value = value->is_array() ? &value->at(std::stoul(part)) : &value->at(part);
  return *value;
}

json SpareTexts::take() const {
  {
    const std::lock_guard lock(mutex_);
    if (!spare_.empty()) {
      json text = std::move(spare_.back());
      spare_.pop_back();
      return text;
    }
  }
  return original_;
}

void SpareTexts::give_back(json text, const std::vector<VariantSetting>& settings) const {
  for (const VariantSetting& setting : settings) {
    const NodePath above(setting.key->path.begin(), setting.key->path.end() - 1);
    const std::string& last = setting.key->path.back();
    const json& before = place_in(original_, above);
    json& now = place_in(text, above);
    if (before.contains(last)) {
      now[last] = before.at(last);
    } else {
      now.erase(last);
    }
  }
  const std::lock_guard lock(mutex_);
  spare_.push_back(std::move(text));
}

}  // namespace districtsim
