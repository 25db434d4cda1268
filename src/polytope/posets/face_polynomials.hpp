#pragma once

#include <cstddef>
#include <vector>

#include "tropiary/exact/integer.hpp"

namespace tropiary::detail {

/// Numbers of faces by dimension, the coefficients of z⁰, z¹, ….
using Polynomial = std::vector<Integer>;

inline void add(Polynomial& to, const Polynomial& what, std::size_t shift = 0) {
  if (to.size() < what.size() + shift) to.resize(what.size() + shift);
  for (std::size_t i = 0; i < what.size(); ++i) to[i + shift] += what[i];
}
inline void subtract(Polynomial& from, const Polynomial& what) {
  if (from.size() < what.size()) from.resize(what.size());
  for (std::size_t i = 0; i < what.size(); ++i) from[i] -= what[i];
}
inline Polynomial product(const Polynomial& a, const Polynomial& b) {
  if (a.empty() || b.empty()) return {};
  Polynomial result(a.size() + b.size() - 1);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].is_zero()) continue;
    for (std::size_t j = 0; j < b.size(); ++j) result[i + j] += a[i] * b[j];
  }
  return result;
}

}  // namespace tropiary::detail
