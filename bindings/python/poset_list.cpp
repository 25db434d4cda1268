#include "tropiary/io/poset_list.hpp"

#include <cmath>
#include <string>

#include "bind.hpp"
#include "casters.hpp"
#include "enumeration_keywords.hpp"
#include "tropiary/error.hpp"

namespace tropiary::python {

namespace {

PosetFormat parse_format(const std::string& name) {
  if (name == "digraph6") return PosetFormat::digraph6;
  if (name == "covers") return PosetFormat::covers;
  if (name == "jsonl") return PosetFormat::jsonl;
  throw Error(Errc::invalid_argument, "format: \"" + name.substr(0, 60) + "\" is none of digraph6, covers, jsonl");
}

/// Runs `work` while other threads may run; what a callback raised goes before what the work throws.
template <class Work>
auto run(const EnumerationKeywords& keywords, Work work) {
  try {
    const nb::gil_scoped_release release;
    return work();
  } catch (const Error&) {
    keywords.finish();
    throw;
  }
}

bool list(std::size_t n, const nb::callable& sink, const std::string& format, const nb::kwargs& given) {
  const EnumerationKeywords keywords("list_posets", given);
  const PosetFormat parsed = parse_format(format);
  const bool ended = run(keywords, [&] {
    return list_posets(n, keywords.options, parsed, [&](const PosetLines& lines) {
      const nb::gil_scoped_acquire acquire;
      const nb::object next = lines.next_node ? nb::object(nb::int_(*lines.next_node)) : nb::none();
      const nb::object answer = sink(nb::str(lines.text.data(), lines.text.size()), lines.posets, next);
      return !answer.is(nb::bool_(false));
    });
  });
  keywords.finish();
  return ended;
}

PosetListSummary write(const std::string& path, std::size_t n, const std::string& format, const std::string& checkpoint,
                       bool resume, double checkpoint_seconds, const nb::kwargs& given) {
  const EnumerationKeywords keywords("write_poset_list", given);
  const PosetFormat parsed = parse_format(format);
  if (!(checkpoint_seconds >= 0 && checkpoint_seconds <= 1e6)) {
    throw Error(Errc::invalid_argument, "write_poset_list: checkpoint_seconds must be from 0 to 1e6");
  }
  const PosetListFileOptions file{checkpoint, resume,
                                  std::chrono::milliseconds(std::llround(1000 * checkpoint_seconds))};
  return run(keywords, [&] { return write_poset_list(path, n, keywords.options, parsed, file); });
}

PosetListSummary write_count(const std::string& path, std::size_t n, const nb::kwargs& given) {
  const EnumerationKeywords keywords("write_poset_count", given);
  return run(keywords, [&] { return write_poset_count(path, n, keywords.options); });
}

}  // namespace

void bind_poset_list(nb::module_& m) {
  using namespace nb::literals;
  const std::string listing =
      std::string(
          "The posets of for_each_poset as text: calls sink(lines, posets, next_node) with many lines at a time, until "
          "it "
          "returns False. format is \"digraph6\", \"covers\" or \"jsonl\". With first_node=next_node a later list goes "
          "on after these lines; it is None inside a node. Returns whether the end was reached. ") +
      enumeration_keywords_help;
  const std::string writing = std::string(
                                  "Writes the list to a file that appears when it is complete, and PATH.manifest.json "
                                  "with its count and digest. "
                                  "With a checkpoint, a file where the position is kept, a run that was killed goes on "
                                  "with resume=True and gives "
                                  "the same result. ") +
                              enumeration_keywords_help;
  const std::string counting =
      std::string("Writes the number that count_posets gives to a file, for merge_poset_lists. ") +
      enumeration_keywords_help;
  nb::class_<PosetListSummary>(m, "PosetListSummary", "What a file of posets holds.")
      .def_ro("run", &PosetListSummary::run, "In words: the size, the kind, the properties, the format.")
      .def_ro("size", &PosetListSummary::size, "Points of each poset.")
      .def_ro("shard", &PosetListSummary::shard, "Which part.")
      .def_ro("shards", &PosetListSummary::shards, "Of how many.")
      .def_ro("count", &PosetListSummary::count, "Posets, one on each line.")
      .def_ro("bytes", &PosetListSummary::bytes, "The size of the file.")
      .def_ro("sha256", &PosetListSummary::sha256, "The file's digest; empty when only the count was asked for.")
      .def("__eq__", [](const PosetListSummary& a, const PosetListSummary& b) { return a == b; })
      .def("__repr__", [](const PosetListSummary& summary) {
        return "PosetListSummary(" + summary.run + ", count=" + summary.count.to_string() + ")";
      });
  m.def("list_posets", &list, "n"_a, "sink"_a, "format"_a = "digraph6", "keywords"_a, listing.c_str());
  m.def("write_poset_list", &write, "path"_a, "n"_a, "format"_a = "digraph6", "checkpoint"_a = "", "resume"_a = false,
        "checkpoint_seconds"_a = 10.0, "keywords"_a, writing.c_str());
  m.def("write_poset_count", &write_count, "path"_a, "n"_a, "keywords"_a, counting.c_str());
  m.def(
      "merge_poset_lists",
      [](const std::vector<std::string>& paths, const std::string& output) {
        const nb::gil_scoped_release release;
        return merge_poset_lists(paths, output);
      },
      "paths"_a, "output"_a = "",
      "The union of all parts of one enumeration, given the files of write_poset_list or of write_poset_count; "
      "verifies "
      "them, and writes the union with its manifest to output unless that is empty.");
  m.def(
      "parse_poset_list_summary", [](const std::string& json) { return parse_poset_list_summary(json); }, "json"_a,
      "The PosetListSummary that a manifest holds.");
  m.def(
      "to_json", [](const PosetListSummary& summary) { return to_json(summary); }, "summary"_a, "The manifest.");
}

}  // namespace tropiary::python
