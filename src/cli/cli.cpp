#include "cli/cli.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <new>

#include "tropiary/error.hpp"
#include "tropiary/version.hpp"

namespace tropiary::cli {

const char* const poset_argument_help =
    "a name (N, diamond, chain:4, boolean:3, grid:3x4, young:4,3,1, bruhat:4, ...; `tropiary poset names` lists them), "
    "relations (\"1<3, 2<3<4; 5\"), an operad term (\"N(chain:2, ., antichain:3, .)\", A + B, A * B), a digraph6 "
    "string "
    "(\"&C...\") "
    "or @FILE with one of these or JSON; - is standard input";

namespace {

void print_problem(const std::string& problem) {
  // One clear line, whatever the input contained.
  std::string line = "tropiary: " + problem;
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  std::cerr << line << '\n';
}

/// The names of a command's subcommands, for messages.
std::string subcommand_names(const CLI::App& app) {
  std::string names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names += (names.empty() ? "" : ", ") + command->get_name();
  }
  return names;
}

/// When a subcommand is missing: which word stands in its place, and what could.
std::string missing_subcommand(const CLI::App& root, int argc, char** argv) {
  const CLI::App* app = &root;
  std::string path;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const auto named = app->get_subcommands([&](const CLI::App* command) { return command->get_name() == word; });
    if (named.empty()) return path + "unknown command \"" + word.substr(0, 60) + "\"; known: " + subcommand_names(*app);
    app = named.front();
    path += word + ": ";
  }
  return path + "a subcommand is required: " + subcommand_names(*app);
}

Status finish_output() {
  std::cout.flush();
  if (std::cout) return holds;
  print_problem("standard output cannot be written");
  return out_of_resources;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

int run(int argc, char** argv) {
  CLI::App app{
      "Posets, operads and Newton polytopes, exactly; and a compiler from posets to network layers.\n\n"
      "  tropiary poset info N                       what the N poset is\n"
      "  tropiary polytope order N                   its order polytope: vertices and facets\n"
      "  tropiary tropical show N                    its tropical polynomial\n"
      "  tropiary operad compose N chain:2 . . N     a lexicographic sum\n"
      "  tropiary compile N -o n.onnx                a network that computes it exactly",
      "tropiary"};
  app.set_version_flag("--version", std::string("tropiary ") + version);
  app.require_subcommand(1);
  app.fallthrough(false);
  app.get_formatter()->column_width(34);
  add_poset_commands(app);
  add_polytope_commands(app);
  add_tropical_commands(app);
  add_operad_commands(app);
  add_compile_command(app);

  try {
    app.parse(argc, argv);
    return finish_output();
  } catch (const CLI::Success& request) {  // --help, --version
    (void)app.exit(request);
    return finish_output();
  } catch (const CLI::RuntimeError& answer) {  // a command whose answer is no
    const int status = finish_output();
    return status == holds ? answer.get_exit_code() : status;
  } catch (const CLI::RequiredError& error) {
    const std::string problem = first_line(error.what());
    const bool command = problem.find("subcommand") != std::string::npos;
    print_problem((command ? missing_subcommand(app, argc, argv) : problem) + " (see tropiary --help)");
    return bad_input;
  } catch (const CLI::ParseError& error) {
    print_problem(first_line(error.what()) + " (see tropiary --help)");
    return bad_input;
  } catch (const Error& error) {
    print_problem(error.what());
    return error.code() == Errc::out_of_space ? out_of_resources : bad_input;
  } catch (const std::bad_alloc&) {
    print_problem("out of memory");
    return out_of_resources;
  } catch (const std::length_error&) {
    print_problem("out of memory");
    return out_of_resources;
  }
}

}  // namespace tropiary::cli
