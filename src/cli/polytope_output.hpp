#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "cli/output.hpp"
#include "tropiary/polytope/polyhedron.hpp"

namespace CLI {
class App;
}

namespace tropiary::cli {

/// "1 - x1 + 2 x3 >= 0"
std::string form_text(const AffineForm& form, const char* relation);

/// A JSON field with its computation.
using LazyField = std::pair<std::string, std::function<Json()>>;

/// The options --json, --fields, --verify, -o and --to of every command that prints a polytope, and the printing.
struct PolytopeOutput {
  bool json = false;
  bool verify = false;
  std::string fields;
  std::string file;    ///< to write to, in one of the formats of polyhedra
  std::string format;  ///< its name, unless the extension tells

  void add_to(CLI::App& command);
  /// Prints the fields asked for when `known` has them all and nothing else was asked: no polytope is needed then.
  bool print_known(const std::vector<LazyField>& known) const;
  /// `known` fields take the place of the general computation of the same name, e.g. by a closed form, or add to it.
  void print(const Polytope& k, std::vector<LazyField> known = {}) const;
  /// A bounded one is printed as a polytope; of others there are the two descriptions.
  void print(const Polyhedron& p) const;

 private:
  [[nodiscard]] bool write(const Polyhedron& p) const;
};

}  // namespace tropiary::cli
