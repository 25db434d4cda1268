#include <string>

#include "passes.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

namespace {

class Complaints {
 public:
  void add(const std::string& complaint) { text_ += (text_.empty() ? "" : "; ") + complaint; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void check_interval(const Interval& interval, const std::string& name, int grid, Complaints& complaints) {
  if (interval.high < interval.low) {
    complaints.add(name + " has low " + interval.low.to_string() + " > high " + interval.high.to_string());
  }
  if (grid < 0 || grid > 64) return;
  const Rational steps = pow(2, static_cast<std::uint32_t>(grid));
  for (const Rational& end : {interval.low, interval.high}) {
    if (!(end * steps).is_integer()) {
      complaints.add(name + " ends at " + end.to_string() + ", which is no multiple of 2^-" + std::to_string(grid));
    }
  }
}

}  // namespace

void validate(const CompileOptions& options, std::size_t inputs) {
  constexpr std::size_t most_named = 8;
  Complaints complaints;
  if (to_string(options.form) == "unknown") complaints.add("the form is none of relu, dag, maxout, filters");
  if (byte_size(options.dtype) == 0) complaints.add("the dtype is none of float64, float32, float16, bfloat16");
  if (options.grid < 0 || options.grid > 64) {
    complaints.add("the grid is " + std::to_string(options.grid) + ", it must be 0 to 64");
  }
  if (options.max_parameters == 0) complaints.add("max_parameters is 0");
  if (options.box.size() > 1 && options.box.size() != inputs) {
    complaints.add("the box has " + std::to_string(options.box.size()) + " intervals for " + std::to_string(inputs) +
                   " inputs (give one for all, one for each, or none)");
  }
  for (std::size_t i = 0; i < options.box.size() && i < most_named; ++i) {
    check_interval(options.box[i], "box[" + std::to_string(i) + "]", options.grid, complaints);
  }
  for (std::size_t i = most_named; i < options.box.size() && complaints.text().empty(); ++i) {
    check_interval(options.box[i], "box[" + std::to_string(i) + "]", options.grid, complaints);
  }
  if (!complaints.text().empty()) throw Error(Errc::invalid_argument, "compile: " + complaints.text());
}

std::vector<Interval> spread_box(const std::vector<Interval>& box, std::size_t inputs) {
  if (box.size() == 1) return std::vector<Interval>(inputs, box[0]);
  return box;
}

}  // namespace tropiary::detail
