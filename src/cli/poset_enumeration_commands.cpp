#include <CLI/CLI.hpp>
#include <array>
#include <bit>
#include <charconv>
#include <memory>
#include <tuple>
#include <utility>

#include "cli/cli.hpp"
#include "cli/line_writer.hpp"
#include "cli/output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/json.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/relations.hpp"

namespace tropiary::cli {

namespace {

/// Up to isomorphism (OEIS A000112).
constexpr std::string_view posets_on_16_points = "4483130665195087";

std::pair<std::size_t, std::size_t> parse_shard(const std::string& text) {
  const auto refuse = [&]() -> std::size_t {
    throw Error(Errc::invalid_argument, "poset enumerate: --shard \"" + abbreviated(text, 40) +
                                            "\" is no part i/m with 0 <= i < m, such as 0/8");
  };
  const auto number = [&](std::string_view digits) -> std::size_t {
    std::size_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && stop == digits.data() + digits.size() && !digits.empty() ? value : refuse();
  };
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) refuse();
  const std::pair part(number(std::string_view(text).substr(0, slash)),
                       number(std::string_view(text).substr(slash + 1)));
  if (part.first >= part.second) refuse();
  return part;
}

/// nauty's digraph6 of the Hasse diagram: the rows of its matrix as one string of bits, six to a character.
void append_digraph6(const SmallPoset& p, std::string& text) {
  const std::size_t n = p.size;
  std::array<std::uint16_t, SmallPoset::max_size> upper{};  // bit 15 − j of row i: j covers i
  for (std::size_t j = 0; j < n; ++j) {
    unsigned lower = p.below[j];
    for (unsigned rest = lower; rest != 0; rest &= rest - 1) {
      lower &= ~unsigned{p.below[static_cast<std::size_t>(std::countr_zero(rest))]};
    }
    for (; lower != 0; lower &= lower - 1) {
      upper[static_cast<std::size_t>(std::countr_zero(lower))] |= static_cast<std::uint16_t>(1U << (15 - j));
    }
  }
  text += '&';
  text += static_cast<char>(63 + n);
  std::uint32_t bits = 0;
  std::size_t held = 0;
  for (std::size_t i = 0; i < n; ++i) {
    bits = (bits << n) | (unsigned{upper[i]} >> (16 - n));
    for (held += n; held >= 6; held -= 6) text += static_cast<char>(63 + ((bits >> (held - 6)) & 63U));
    bits &= (1U << held) - 1;
  }
  if (held > 0) text += static_cast<char>(63 + ((bits << (6 - held)) & 63U));
}

struct EnumerateOptions {
  std::size_t size = 0;
  EnumerationOptions which;
  bool count = false;
  std::string shard;
  std::string format = "digraph6";
  std::uint64_t limit = 0;
  bool json = false;
};

void enumerate(EnumerateOptions& options) {
  if (options.size > SmallPoset::max_size) {
    throw Error(Errc::too_large, "poset enumerate: " + std::to_string(options.size) +
                                     " points are more than 16; on 16 points there are already " +
                                     std::string(posets_on_16_points) +
                                     " posets up to isomorphism, and each further point makes them more than 60 times "
                                     "as many; from 12 points on split the work with --shard i/m");
  }
  if (!options.shard.empty()) std::tie(options.which.shard, options.which.shards) = parse_shard(options.shard);
  if (options.count) {
    const std::string count = count_posets(options.size, options.which).to_string();
    if (options.json) return print_json({{"count", count}});
    std::cout << count << '\n';
    return;
  }
  const std::string format = options.json ? "json" : options.format;
  LineWriter out;
  std::uint64_t left = options.limit;
  for_each_poset(options.size, options.which, [&](const SmallPoset& p) {
    if (format == "digraph6") {
      append_digraph6(p, out.text());
    } else {
      out.text() += format == "json" ? to_json(to_poset(p)) : to_relations_text(to_poset(p));
    }
    return out.end_line() && --left != 0;
  });
}

}  // namespace

void add_poset_enumerate(CLI::App& poset) {
  auto options = std::make_shared<EnumerateOptions>();
  CLI::App* command = poset.add_subcommand("enumerate", "All posets of a size, one of each isomorphism type");
  command->add_option("N", options->size, "number of points, at most 16")->required();
  command->add_flag("--count", options->count, "only their number");
  command->add_flag("--connected", options->which.connected, "only connected ones");
  command->add_flag("--series-parallel", options->which.series_parallel, "only series-parallel ones");
  command->add_flag("--lattice", options->which.lattice, "only lattices");
  command->add_flag("--graded", options->which.graded, "only those whose maximal chains have equal lengths");
  command->add_option("--height", options->which.height, "only those whose longest chains have so many elements");
  command->add_option("--width", options->which.width, "only those whose largest antichains have so many elements");
  command->add_option("--shard", options->shard, "i/m: part i = 0, ..., m - 1 of m parts, always the same ones");
  command->add_option("--format", options->format, "digraph6, covers or json, one poset per line")
      ->check(CLI::IsMember({"digraph6", "covers", "json"}));
  command->add_option("--limit", options->limit, "stop after so many")->check(CLI::PositiveNumber);
  command->add_flag("--json", options->json, "{\"count\": \"16\"}, or --format json (docs/schemas/poset.schema.json)");
  command->footer(
      "Examples:\n"
      "  tropiary poset enumerate 4 --format covers\n"
      "  tropiary poset enumerate 12 --count\n"
      "  tropiary poset enumerate 7 --connected --height 2 --count\n"
      "  tropiary poset enumerate 10 --shard 3/8 > part3.d6");
  command->callback([options] { enumerate(*options); });
}

}  // namespace tropiary::cli
