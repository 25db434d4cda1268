#include <CLI/CLI.hpp>
#include <memory>

#include "cli/cli.hpp"
#include "cli/labelled_points.hpp"
#include "cli/output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/draw.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/io/poset_argument.hpp"
#include "tropiary/order/up_set_lattice.hpp"

namespace tropiary::cli {

namespace {

struct Options {
  std::string source;
  std::string output = "-";
  std::string format;
  std::string highlight;
  bool up_sets = false;
  bool no_labels = false;
  bool json = false;
};

constexpr std::size_t most_up_sets = 5000;  // more cannot be drawn

/// The options that highlight, and what each claims.
constexpr std::pair<const char*, const char*> highlights[] = {
    {"--highlight", "labels of points to fill, comma-separated"},
    {"--up-set", "the same, and it must be an up-set"},
    {"--down-set", "the same, and it must be a down-set"},
    {"--chain", "the same, and it must be a chain"},
    {"--antichain", "the same, and it must be an antichain"},
    {"--module", "the same, and it must be a module; in a box where no other point is in the way"},
};

std::string format_of(const std::string& path) {
  static constexpr std::pair<const char*, const char*> extensions[] = {
      {".svg", "svg"}, {".dot", "dot"}, {".gv", "dot"}, {".tikz", "tikz"}, {".tex", "tex"}};
  if (path == "-") return "svg";
  for (const auto& [extension, format] : extensions) {
    if (path.ends_with(extension)) return format;
  }
  throw Error(Errc::invalid_argument, "poset draw: the extension of \"" + abbreviated(path, 80) +
                                          "\" is neither .svg nor .dot nor .tikz nor .tex; use --format");
}

std::string drawn(const Poset& p, const std::string& format, const DrawOptions& options) {
  if (format == "svg") return to_svg(p, options);
  if (format == "dot") return to_dot(p, options);
  return to_tikz(p, options, format == "tex");
}

}  // namespace

void add_poset_draw(CLI::App& poset) {
  auto options = std::make_shared<Options>();
  CLI::App* command = poset.add_subcommand("draw", "The Hasse diagram as SVG, DOT or TikZ");
  command->add_option("POSET", options->source, poset_argument_help)->required();
  command->add_option("-o,--output", options->output, "file to write; - is standard output");
  command
      ->add_option(
          "--format", options->format,
          "svg, dot, tikz (a picture to input) or tex (a document); without it by the file's extension, svg on "
          "standard output")
      ->check(CLI::IsMember({"svg", "dot", "tikz", "tex"}));
  std::vector<CLI::Option*> chosen;
  for (const auto& [name, meaning] : highlights) {
    CLI::Option* option = command->add_option(name, options->highlight, meaning);
    for (CLI::Option* other : chosen) option->excludes(other);
    chosen.push_back(option);
  }
  command->add_flag("--up-sets", options->up_sets, "draw J(P), the lattice of the up-sets, in place of the poset");
  command->add_flag("--no-labels", options->no_labels, "points without their labels");
  command->add_flag("--json", options->json, "print {\"files\": [...]} after writing (docs/schemas/draw.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset draw N -o n.svg\n"
      "  tropiary poset draw boolean:3 -o b3.tex\n"
      "  tropiary poset draw N --up-set 2,4 -o up_set.svg\n"
      "  tropiary poset draw N --up-sets -o lattice.svg\n"
      "  tropiary poset construct completion N | tropiary poset draw - -o completion.tikz");
  command->callback([options, chosen] {
    Poset p = parse_poset_argument(options->source);
    if (options->up_sets) p = up_set_lattice(p, UpSetLabels::up_sets, most_up_sets);
    const std::string format = options->format.empty() ? format_of(options->output) : options->format;
    if (options->json && options->output == "-") {
      throw Error(Errc::invalid_argument, "poset draw: --json needs a file (-o FILE)");
    }
    DrawOptions drawing;
    drawing.labels = !options->no_labels;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i]->count() == 0) continue;
      drawing.kind = static_cast<Highlight>(i);
      drawing.highlight = ElementSet(p.size());
      for (const Element e : labelled_points(p, options->highlight, std::string("poset draw: ") + highlights[i].first))
        drawing.highlight.insert(e);
    }
    const std::string text = drawn(p, format, drawing);
    if (options->output == "-") {
      std::cout << text;
      return;
    }
    write_files({{options->output, text}});
    if (options->json) print_json({{"files", {options->output}}});
  });
}

}  // namespace tropiary::cli
