#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/compile_reports.hpp"
#include "cli/output.hpp"
#include "tropiary/error.hpp"
#include "tropiary/io/digraph6.hpp"
#include "tropiary/io/export.hpp"
#include "tropiary/io/files.hpp"
#include "tropiary/network/depth_bound.hpp"
#include "tropiary/order/enumeration.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/order/up_sets.hpp"

namespace tropiary::cli {

namespace {

constexpr std::size_t most_points = 7;

/// The folder is made last, so that nothing stays when something fails before; one that is there must be empty.
void check_folder(const std::string& folder) {
  std::error_code problem;
  if (!std::filesystem::exists(folder, problem)) return;
  if (std::filesystem::is_directory(folder, problem) && std::filesystem::is_empty(folder, problem)) return;
  throw Error(Errc::io_error, "compile: \"" + abbreviated(folder, 80) + "\" is there and no empty folder");
}

void make_folder(const std::string& folder) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (!problem) return;
  throw Error(Errc::io_error,
              "compile: the folder \"" + abbreviated(folder, 80) + "\" cannot be made: " + problem.message());
}

std::string file_name(std::size_t points, std::size_t position, std::size_t count) {
  const std::string number = std::to_string(position);
  return "n" + std::to_string(points) + "-" + std::string(std::to_string(count).size() - number.size(), '0') + number;
}

Json index_line(const Poset& p, const std::string& name, const CompiledNetwork& network, const Json& files) {
  const Certificate& certificate = network.certificate;
  return {{"name", name},
          {"size", p.size()},
          {"relations", to_relations_text(p)},
          {"digraph6", to_digraph6(p)},
          {"regions", integer_json(count_up_sets(p))},
          {"max_ops", network.max_ops},
          {"hidden_layers", network.hidden_layers},
          {"depth_lower_bound", depth_lower_bound(p).hidden_layers},
          {"widths", network.widths},
          {"parameters", network.parameters},
          {"dtype", to_string(certificate.dtype)},
          {"box", {certificate.box[0].low.to_string(), certificate.box[0].high.to_string()}},
          {"exact", certificate.exact},
          {"files", files}};
}

}  // namespace

void write_atlas(std::size_t points, const std::string& folder, const CompileOptions& options) {
  if (points == 0 || points > most_points) {
    throw Error(Errc::too_large, "compile: --atlas " + std::to_string(points) + ": posets on 1 to " +
                                     std::to_string(most_points) + " points are listed");
  }
  check_folder(folder);
  std::vector<OutputFile> files;
  std::string index;
  std::size_t total = 0;
  for (std::size_t n = 1; n <= points; ++n) {
    std::vector<Poset> posets;
    for_each_poset(n, {}, [&](const SmallPoset& p) {
      posets.push_back(to_poset(p));
      return true;
    });
    for (std::size_t i = 0; i < posets.size(); ++i) {
      const std::string name = file_name(n, i + 1, posets.size());
      const CompiledNetwork network = compile(posets[i], options);
      Json names = Json::array();
      for (const char* extension : {".json", ".safetensors"}) {
        names.push_back(name + extension);
        files.push_back({folder + "/" + name + extension, export_network(network, name + extension)});
      }
      index += index_line(posets[i], name, network, names).dump() + "\n";
    }
    total += posets.size();
  }
  files.push_back({folder + "/index.jsonl", std::move(index)});
  make_folder(folder);
  write_files(files);
  std::cout << "wrote " << total << " posets and index.jsonl to " << folder << '\n';
}

}  // namespace tropiary::cli
