#pragma once

#include <vector>

#include "tropiary/polytope/polytope.hpp"

namespace tropiary::detail {

// Affine forms in the normal form of Polytope and Polyhedron: see there.

/// The row [normal, constant]: elimination from the left then finds its pivots in the normals.
RationalVector row_of(const AffineForm& form);
/// The positive multiple of a row [normal, constant] with coprime entries.
AffineForm primitive_form(const RationalVector& row);
/// The same of a row [constant, normal].
AffineForm form_of_homogeneous(std::vector<Integer> row);

/// The equations as rows [normal, constant] in reduced row echelon form. A contradiction 1 = 0 is the last of them,
/// with its pivot at the constant; drop_contradiction removes it.
RowEchelon echelon_of(const std::vector<AffineForm>& equations);
void drop_contradiction(RowEchelon& equations, std::size_t ambient_dimension);

/// The representative of `form` modulo the equations that vanishes at their pivot columns, made primitive.
AffineForm modulo_equations(AffineForm form, const RowEchelon& equations);

/// Throws dimension_mismatch, naming `function`, `what` and its position, unless all have the ambient dimension.
void check_lengths(const char* function, const char* what, const RationalMatrix& rows, std::size_t ambient_dimension);
void check_lengths(const char* function, const char* what, const std::vector<AffineForm>& forms,
                   std::size_t ambient_dimension);

}  // namespace tropiary::detail
