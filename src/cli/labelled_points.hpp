#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tropiary/order/poset.hpp"

namespace tropiary::cli {

/// The point with this label. Throws invalid_argument, beginning with `option`.
Element labelled_point(const Poset& p, std::string_view label, const std::string& option);

/// The points with these labels in the order given; commas separate them, but not inside brackets: "{a,b},c".
std::vector<Element> labelled_points(const Poset& p, const std::string& labels, const std::string& option);

}  // namespace tropiary::cli
