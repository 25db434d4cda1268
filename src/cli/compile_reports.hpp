#pragma once

#include <string>

#include "cli/source.hpp"
#include "tropiary/compile/compile.hpp"

namespace tropiary::cli {

/// Prints what the source becomes in every form, side by side; a form that is too large says so. Of a poset on at most
/// sixteen points also the least depth that is known to be needed.
void print_comparison(const Source& source, const CompileOptions& options, bool json);

/// Compiles all posets on 1 to `points` points into the folder: for each a layer config and tensors, and one line about
/// it in index.jsonl. Throws too_large for more than seven points; io_error when the folder is no empty or new one.
void write_atlas(std::size_t points, const std::string& folder, const CompileOptions& options);

}  // namespace tropiary::cli
