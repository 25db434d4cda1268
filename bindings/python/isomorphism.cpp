#include "tropiary/order/isomorphism.hpp"

#include "bind.hpp"
#include "casters.hpp"

namespace tropiary::python {

void bind_isomorphism(nb::module_& m) {
  using namespace nb::literals;
  m.def(
      "find_isomorphism",
      [](const Poset& a, const Poset& b) -> nb::object {
        const auto image = find_isomorphism(a, b);
        return image ? nb::cast(*image) : nb::none();
      },
      "a"_a, "b"_a, "For each point of a its image in b under an isomorphism; None when there is none.");
}

}  // namespace tropiary::python
