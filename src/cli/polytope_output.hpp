#pragma once

#include <string>

#include "cli/output.hpp"
#include "tropiary/polytope/polytope.hpp"

namespace CLI {
class App;
}

namespace tropiary::cli {

/// The options --json, --fields and --verify of every command that prints a polytope, and the printing.
struct PolytopeOutput {
  bool json = false;
  bool verify = false;
  std::string fields;

  void add_to(CLI::App& command);
  /// `extra` entries are appended (to the JSON only).
  void print(const Polytope& k, const Json& extra = Json::object()) const;
};

}  // namespace tropiary::cli
