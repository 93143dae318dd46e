#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/rules/agenda.hpp"

namespace districtsim {

/// Who holds the initiative in a domain; both where the mechanism is off.
[[nodiscard]] inline Initiative held_in(const Conditions& conditions, Initiative Initiatives::*domain) {
  return conditions.on(Mechanism::initiative) ? conditions.scenario.framework.initiative.*domain : Initiative::shared;
}

/// The focus that a school sets itself: more weight on dimensions in which its teaching seems weaker to its principal.
[[nodiscard]] Focus school_focus(const Conditions& conditions, const Principals& principals, const Schools& schools,
                                 const Teachers& teachers, std::size_t school);

}  // namespace districtsim
