#include "tropiary/order/order_complex.hpp"

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

void bind_order_complex(nb::module_& m) {
  using namespace nb::literals;
  m.def("mobius", &mobius, "p"_a, "x"_a, "y"_a, without_gil(),
        "μ(x, y): 1 for x = y, minus the sum of μ(x, z) over x ≤ z < y for x < y, else 0.");
  m.def("mobius_matrix", &mobius_matrix, "p"_a, without_gil(),
        "μ(x, y) in row x and column y. Raises Error (\"too_large\") beyond 4096 points.");
  m.def("reduced_euler_characteristic", &reduced_euler_characteristic, "p"_a, without_gil(),
        "The Möbius function from bottom to top of p with both bounds adjoined.");
  m.def("euler_characteristic", &euler_characteristic, "p"_a, without_gil(),
        "Vertices - edges + triangles - ... of the order complex.");
  m.def("order_complex_f_vector", &order_complex_f_vector, "p"_a, without_gil(),
        "The numbers of chains of 1, 2, ..., height points.");
  m.def("order_complex_h_vector", &order_complex_h_vector, "p"_a, without_gil(),
        "The h-vector h_0, ..., h_d of the order complex, d the height.");
  m.def("homotopy_core", &homotopy_core, "p"_a, without_gil(),
        "p without its irreducible points, removed one after another: an order complex of the same homotopy type.");
  m.def("reduced_betti_numbers", &reduced_betti_numbers, "p"_a, "max_faces"_a = std::size_t{1} << 18, without_gil(),
        "The dimensions of the reduced rational homology of the order complex in degrees 0, 1, ..., height - 1. "
        "Raises Error (\"too_large\") when a prime part has a core with more than max_faces chains.");
}

}  // namespace tropiary::python
