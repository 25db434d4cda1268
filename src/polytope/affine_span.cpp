#include "polytope/affine_span.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "polytope/span.hpp"
#include "tropiary/error.hpp"

namespace tropiary::detail {

AffineSpan affine_span(const char* function, const RationalVector& origin, RationalMatrix directions) {
  constexpr std::size_t max_entries = std::size_t{1} << 24;
  const std::size_t ambient = origin.size();
  Span span;
  RationalMatrix basis;
  for (RationalVector& direction : directions) {
    if (span.dimension() == ambient) break;
    if (span.insert(direction)) basis.push_back(std::move(direction));
  }
  AffineSpan result;
  RowEchelon echelon;
  if (span.dimension() < ambient) {
    if (Integer(ambient) * Integer(ambient - span.dimension()) > Integer(max_entries)) {
      throw Error(Errc::too_large, std::string(function) + ": a subspace of dimension " +
                                       std::to_string(span.dimension()) + " in R^" + std::to_string(ambient) +
                                       " has more equations than are stored");
    }
    echelon = reduced_row_echelon(kernel(std::move(basis), ambient));
  }
  for (RationalVector row : echelon.rows) {
    row.push_back(-dot(row, origin));
    std::vector<Integer> form = primitive(std::span<const Rational>(row));
    Integer constant = std::move(form.back());
    form.pop_back();
    result.equations.push_back({std::move(constant), std::move(form)});
  }
  for (std::size_t j = 0; j < ambient; ++j) {
    if (!std::binary_search(echelon.pivots.begin(), echelon.pivots.end(), j)) result.free.push_back(j);
  }
  return result;
}

}  // namespace tropiary::detail
