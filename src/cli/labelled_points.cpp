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

namespace {

/// Parts between commas that are not inside brackets; at every comma when brackets do not match.
std::vector<std::string> split_labels(const std::string& text) {
  std::vector<std::string> parts(1);
  int depth = 0;
  for (const char c : text) {
    if (c == '{' || c == '(' || c == '[') ++depth;
    if (c == '}' || c == ')' || c == ']') --depth;
    if (depth < 0) break;
    if (c == ',' && depth == 0)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return depth == 0 && !text.empty() ? parts : split(text);
}

}  // namespace

std::vector<Element> labelled_points(const Poset& p, const std::string& labels, const std::string& option) {
  std::vector<Element> points;
  for (const std::string& label : split_labels(labels)) points.push_back(labelled_point(p, label, option));
  return points;
}

}  // namespace tropiary::cli
