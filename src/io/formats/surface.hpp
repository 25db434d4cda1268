#pragma once

#include <string>
#include <vector>

#include "tropiary/polytope/polyhedron.hpp"

namespace tropiary::io {

/// The boundary of a polytope of dimension 3 in R³: each face has its vertices counterclockwise as seen from outside.
struct Surface {
  std::vector<RationalVector> vertices;
  std::vector<std::vector<std::size_t>> faces;
  std::vector<RationalVector> outward;  ///< a normal vector of each face
  std::size_t edges = 0;
};
/// Throws invalid_argument, naming the format, for any other polyhedron.
Surface surface_of(const Polyhedron& p, std::string_view format);

/// Numbers as decimals: exactly where that is possible, else rounded to 20 digits behind the point, and to what that
/// leaves of smaller numbers. Remembers whether any was rounded.
class Decimals {
 public:
  std::string text(const Rational& x);
  std::string text(const RationalVector& point);  ///< separated by blanks
  [[nodiscard]] bool any_rounded() const noexcept { return any_rounded_; }

 private:
  bool any_rounded_ = false;
};

/// What a comment says when numbers were rounded.
extern const char* const rounded_remark;

}  // namespace tropiary::io
