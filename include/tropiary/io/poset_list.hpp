#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tropiary/exact/integer.hpp"
#include "tropiary/order/enumeration.hpp"

namespace tropiary {

/// How a poset is written on a line.
enum class PosetFormat {
  digraph6,  ///< nauty's, of the Hasse diagram
  covers,    ///< relations text, as parse_relations reads it
  jsonl,     ///< JSON as parse_json_poset reads it
};

/// Some lines of a list, each with its end.
struct PosetLines {
  std::string_view text;
  std::uint64_t posets = 0;
  /// Where the list goes on after these: `EnumerationOptions::first_node`. None when that is inside a node.
  std::optional<std::uint64_t> next_node;
};

/// The posets of `for_each_poset` as text, in blocks of many lines, until the sink returns false. Returns whether the
/// end was reached. The text is the same for any number of threads. Throws like for_each_poset. Cost: a few nanoseconds
/// a poset more than visiting them, for digraph6; for the others some microseconds.
bool list_posets(std::size_t n, const EnumerationOptions& options, PosetFormat format,
                 const std::function<bool(const PosetLines&)>& sink);

/// What a file of posets holds. Beside FILE it is kept as JSON in FILE.manifest.json.
struct PosetListSummary {
  std::string run;  ///< in words: the size, the kind, the properties, the format
  std::size_t size = 0;
  std::size_t shard = 0;
  std::size_t shards = 1;
  Integer count;
  std::uint64_t bytes = 0;
  std::string sha256;  ///< of the file; empty when only the count was asked for
  friend bool operator==(const PosetListSummary&, const PosetListSummary&) = default;
};
std::string to_json(const PosetListSummary& summary);
PosetListSummary parse_poset_list_summary(std::string_view json);  ///< Throws parse_error, invalid_argument

struct PosetListFileOptions {
  /// Where the position is kept until the end; a run that was killed goes on from there. None by default.
  std::string checkpoint = {};
  bool resume = false;
  std::chrono::milliseconds interval = std::chrono::seconds(10);  ///< between two positions that are kept
};

/// Writes the list to a file that appears when it is complete, and its manifest. With a checkpoint, the lines so far
/// are in PATH.partial; resumed, the file is cut back to the position that was kept, its digest is verified, and the
/// result is the same as without interruption. Throws like for_each_poset; io_error, out_of_space; invalid_argument
/// when a checkpoint exists and `resume` is not asked for, when it is of another run, when its file was changed, or
/// when a stop was requested (the checkpoint then is up to date).
PosetListSummary write_poset_list(const std::string& path, std::size_t n, const EnumerationOptions& options,
                                  PosetFormat format, const PosetListFileOptions& file_options = {});

/// Writes the summary of `count_posets` of a part to a file, for merge_poset_lists.
PosetListSummary write_poset_count(const std::string& path, std::size_t n, const EnumerationOptions& options);

/// The union of all parts of one enumeration, in the order of the parts, given the files of write_poset_list or those
/// of write_poset_count. Sizes, digests and numbers of lines are verified against the manifests, the parts against each
/// other, and the number of all posets against the published one. The union and its manifest are written to `output`
/// unless that is empty. Throws invalid_argument saying what does not fit, or when `output` is one of the parts; like
/// write_files.
PosetListSummary merge_poset_lists(const std::vector<std::string>& paths, const std::string& output = "");

}  // namespace tropiary
