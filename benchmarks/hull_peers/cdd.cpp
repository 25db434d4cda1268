#include <gmp.h>

#define GMPRATIONAL
// clang-format off: cdd.h needs setoper.h before it
#include <cddlib/setoper.h>
#include <cddlib/cdd.h>
// clang-format on

#include "peers.hpp"

namespace tropiary::benchmarks {

std::size_t cdd_facets(const LongPoints& points) {
  static const bool ready = (dd_set_global_constants(), true);
  (void)ready;
  const auto d = static_cast<long>(points[0].size());
  dd_MatrixPtr matrix = dd_CreateMatrix(static_cast<long>(points.size()), d + 1);
  matrix->representation = dd_Generator;
  for (std::size_t i = 0; i < points.size(); ++i) {
    dd_set_si(matrix->matrix[i][0], 1);
    for (std::size_t j = 0; j < points[i].size(); ++j) dd_set_si(matrix->matrix[i][j + 1], points[i][j]);
  }
  dd_ErrorType error = dd_NoError;
  dd_PolyhedraPtr polyhedron = dd_DDMatrix2Poly(matrix, &error);
  dd_MatrixPtr facets = dd_CopyInequalities(polyhedron);
  const auto count = static_cast<std::size_t>(facets->rowsize);
  dd_FreeMatrix(facets);
  dd_FreePolyhedra(polyhedron);
  dd_FreeMatrix(matrix);
  return count;
}

}  // namespace tropiary::benchmarks
