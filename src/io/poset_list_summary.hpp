#pragma once

#include <string>

#include "tropiary/io/poset_list.hpp"

namespace tropiary::io {

/// What a list is a part of, in words: "posets on 8 points, connected, width 3, as digraph6". No format: only counted.
std::string describe_run(std::size_t n, const EnumerationOptions& options, std::optional<PosetFormat> format);

/// The published number of all that such a run lists, if it is known.
std::optional<Integer> published_count(const std::string& run, std::size_t n);

inline std::string manifest_path(const std::string& path) { return path + ".manifest.json"; }

}  // namespace tropiary::io
