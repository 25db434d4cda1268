#pragma once

#include <optional>

#include "tropiary/compile/compiled_network.hpp"
#include "tropiary/operad/term.hpp"
#include "tropiary/tropical/polynomial.hpp"

namespace tropiary {

struct CompileOptions {
  Form form = Form::relu;
  Dtype dtype = Dtype::float32;
  /// One interval for all inputs or one for each; empty: the largest [−R, R], R a power of two, that is exact.
  std::vector<Interval> box;
  int grid = 0;                ///< inputs are multiples of 2^−grid; 0 ≤ grid ≤ 64
  bool require_exact = false;  ///< Throws inexact, naming the worst neuron, unless the certificate is exact
  std::uint64_t max_parameters = std::uint64_t{1} << 24;  ///< a larger strict form is refused with its predicted size
};

// The passes, in order: validate → lower → layout (relu: schedule and carries; dag: compressed rows; maxout and
// filters: layers of grouped maxima) → certify → quantise. Each is a file in src/compile/. The filters form takes no
// network: it lists the up-sets or monomials.
CompiledNetwork compile(const Term& term, const CompileOptions& options = {});
CompiledNetwork compile(const Poset& p, const CompileOptions& options = {});
CompiledNetwork compile(const TropicalPolynomial& f, const CompileOptions& options = {});
CompiledNetwork compile(const TropicalNetwork& network, const CompileOptions& options = {});

}  // namespace tropiary
