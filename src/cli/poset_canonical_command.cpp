#include <CLI/CLI.hpp>
#include <memory>
#include <unordered_set>

#include "cli/cli.hpp"
#include "cli/line_reader.hpp"
#include "cli/line_writer.hpp"
#include "cli/output.hpp"
#include "io/bit_digraph6.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/io/poset_argument.hpp"

namespace tropiary::cli {

namespace {

struct CanonicalOptions {
  std::string input = "-";
  std::string output = "-";
  bool unique = false;
  bool count = false;
  bool json = false;
};

void append_canonical(const LineReader& lines, std::string_view line, std::string& text) {
  if (!line.starts_with('&') && !line.starts_with(">>digraph6<<")) {
    text += canonical_digraph6(expand(parse_term_content(line, "poset canonical: " + lines.place())));
    return;
  }
  try {
    io::append_canonical_digraph6(line, text);
  } catch (const Error& error) {
    throw Error(error.code(), "poset canonical: " + lines.place() + ": " + error.what());
  }
}

void write_canonical_forms(const CanonicalOptions& options) {
  LineReader lines(options.input);
  LineWriter out;
  std::string collected;  // for a file, which is written whole or not at all
  std::unordered_set<std::string> seen;
  std::string form;
  while (const auto line = lines.next()) {
    form.clear();
    append_canonical(lines, *line, form);
    if ((options.unique || options.count) && !seen.insert(form).second) continue;
    if (options.count) continue;
    if (options.json) form = to_json(parse_digraph6(form));
    if (options.output != "-") {
      collected += form;
      collected += '\n';
    } else if (!out.write_line(form)) {
      return;
    }
  }
  if (options.count) {
    const std::string count = std::to_string(seen.size());
    collected = (options.json ? Json{{"count", count}}.dump() : count) + "\n";
    if (options.output == "-") out.text() += collected;
  }
  if (options.output != "-") write_files({{options.output, collected}});
}

}  // namespace

void add_poset_canonical(CLI::App& poset) {
  auto options = std::make_shared<CanonicalOptions>();
  CLI::App* command = poset.add_subcommand(
      "canonical",
      "Canonical forms of many posets, one per line: lines are equal exactly when the posets are isomorphic");
  command->add_option("FILE", options->input,
                      "posets, one per line: digraph6 (fastest), names, relations, terms or JSON; without it or with - "
                      "standard input");
  command->add_option("-o,--output", options->output,
                      "file to write when all is done; without it lines go to standard output as they are found");
  command->add_flag("--unique", options->unique, "only the first of each isomorphism type");
  command->add_flag("--count", options->count, "only the number of isomorphism types");
  command->add_flag("--json", options->json,
                    "the forms as JSON (docs/schemas/poset.schema.json), or {\"count\": \"16\"}");
  command->footer(
      "Examples:\n"
      "  tropiary poset enumerate 6 | tropiary poset canonical --count\n"
      "  tropiary poset canonical posets.d6 -o canonical.d6\n"
      "  nauty-genposetg 9 o q | tropiary poset canonical --unique");
  command->callback([options] { write_canonical_forms(*options); });
}

}  // namespace tropiary::cli
