#include "cli/labelled_points.hpp"

#include "cli/output.hpp"
#include "tropiary/error.hpp"

namespace tropiary::cli {

Element labelled_point(const Poset& p, std::string_view label, const std::string& option) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p.label(element(i)) == label) return element(i);
  }
  throw Error(Errc::invalid_argument,
              option + ": no element is labelled \"" + abbreviated(std::string(label), 60) + "\"");
}

std::vector<Element> labelled_points(const Poset& p, const std::string& labels, const std::string& option) {
  std::vector<Element> points;
  for (const std::string& label : split(labels)) points.push_back(labelled_point(p, label, option));
  return points;
}

}  // namespace tropiary::cli
