#pragma once

#include <cstddef>

#include "polytope/numbers/lattice_frame.hpp"

namespace tropiary::detail {

/// dimension! · volume of denominator · body, face by face: the normalised volume of a face with respect to its own
/// lattice is Σ over its facets G that miss one of its vertices v of (lattice distance of v from G) · (that of G). Each
/// face that is met is measured once. Throws too_large, naming `function`, for more than `max_faces` faces.
/// Ref [cohen1979].
Integer normalised_volume_by_faces(const Body& body, std::size_t max_faces, const char* function);

}  // namespace tropiary::detail
