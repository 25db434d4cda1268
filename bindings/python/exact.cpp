#include "bind.hpp"
#include "casters.hpp"
#include "tropiary/exact/linear_algebra.hpp"

namespace tropiary::python {

void bind_exact(nb::module_& m) {
  using namespace nb::literals;
  m.def("exactly", &Rational::exactly, "x"_a,
        "The value of a finite float as a Fraction, exactly: exactly(0.1) is not 1/10. Raises Error for nan and inf.");

  nb::module_ exact =
      m.def_submodule("_linear_algebra", "Exact linear algebra over the rationals; matrices are lists of rows.");
  exact.def(
      "dot", [](const RationalVector& a, const RationalVector& b) { return dot(a, b); }, "a"_a, "b"_a,
      "The sum of a[i]·b[i]. Raises Error for different lengths.");
  exact.def(
      "reduced_row_echelon",
      [](RationalMatrix rows) {
        RowEchelon echelon = reduced_row_echelon(std::move(rows));
        return std::pair(std::move(echelon.rows), std::move(echelon.pivots));
      },
      "rows"_a, without_gil(),
      "The pair (rows, pivots): reduced row echelon form without its zero rows, pivot columns.");
  exact.def("rank", &rank, "rows"_a, without_gil(), "The rank of a matrix.");
  exact.def("kernel", &kernel, "rows"_a, "columns"_a, without_gil(),
            "A basis of the x with row · x = 0 for every row, one vector per free column.");
  exact.def(
      "solve",
      [](RationalMatrix rows, const RationalVector& right, std::size_t columns) -> nb::object {
        auto x = [&] {
          const nb::gil_scoped_release release;
          return solve(std::move(rows), right, columns);
        }();
        return x ? nb::cast(*x) : nb::none();
      },
      "rows"_a, "right"_a, "columns"_a, "Some x with row_i · x = right_i for all i, or None.");
  exact.def("determinant", &determinant, "square"_a, without_gil(), "The determinant of a square matrix.");
  exact.def(
      "affine_dimension", [](const RationalMatrix& points) { return affine_dimension(points); }, "points"_a,
      without_gil(), "The dimension of the affine hull of the points; -1 for no points.");
  exact.def(
      "primitive", [](const RationalVector& row) { return primitive(row); }, "row"_a,
      "The positive multiple of a row with coprime integer entries; a zero row stays zero.");
}

}  // namespace tropiary::python
