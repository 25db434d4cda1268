#pragma once

namespace tropiary {

inline constexpr char version[] = "0.1.0";

}  // namespace tropiary
