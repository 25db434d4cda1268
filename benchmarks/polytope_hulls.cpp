// Facets from points: tropiary and the peers that were found, each run in a process of its own.
// usage: polytope_hulls FILE [--only REGEX] [--programs A,B] [--repeats N] [--limit SECONDS]
// FILE holds {"cases": [{"name", "points": rows of integers as strings, "n_facets"?}]}.
// Prints {"case", "program", "seconds" (median CPU time), "answer" (facets), "megabytes", "status"} line by line.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "hull_peers/peers.hpp"
#include "polytope/hull/hull_engine.hpp"
#include "timing.hpp"
#include "tropiary/polytope/convex_hull.hpp"

using namespace tropiary;
using namespace tropiary::benchmarks;

namespace {

struct Points {
  std::string name;
  std::vector<RationalVector> rationals;
  detail::IntegerPoints integers;  // sorted
  LongPoints longs;
};

struct Program {
  std::string name;
  std::function<std::size_t(const Points&)> facets;
  std::function<bool(const Points&)> takes = [](const Points&) { return true; };
  bool takes_over = false;  // its argument, a copy that is made outside the measured time
};

// What a program takes over.
std::vector<RationalVector>& given() {
  static std::vector<RationalVector> points;
  return points;
}

std::size_t hull_of_given(HullEngine engine) {
  const std::size_t d = given()[0].size();
  return convex_hull(d, std::move(given()), {engine}).facets().size();
}

std::vector<Program> programs() {
  std::vector<Program> all;
  const auto full = [](const Points& p) { return p.rationals.front().size() >= 2; };
  const auto any = [](const Points&) { return true; };
  all.push_back({"tropiary", [](const Points&) { return hull_of_given(HullEngine::automatic); }, any, true});
  for (const HullEngine engine : {HullEngine::double_description, HullEngine::beneath_beyond}) {
    all.push_back(
        {std::string(to_string(engine)), [engine](const Points&) { return hull_of_given(engine); }, full, true});
  }
  all.push_back({"verify", [](const Points& p) {
                   static const Polytope hull = convex_hull(p.rationals[0].size(), p.rationals);
                   return verify(hull).holds() ? hull.facets().size() : 0;
                 }});
  // Triangles, not facets.
  all.push_back({"CGAL",
                 [](const Points& p) {
                   return (p.longs[0].size() == 2 ? detail::cgal_planar_cells(p.integers)
                                                  : detail::cgal_spatial_cells(p.integers))
                       .size();
                 },
                 [](const Points& p) { return p.longs[0].size() == 2 || p.longs[0].size() == 3; }});
#ifdef TROPIARY_HAVE_NORMALIZ
  all.push_back({"Normaliz", [](const Points& p) { return normaliz_facets(p.longs); }});
#endif
#ifdef TROPIARY_HAVE_PPL
  all.push_back({"PPL", [](const Points& p) { return ppl_facets(p.longs); }});
#endif
#ifdef TROPIARY_HAVE_CDD
  all.push_back({"cdd", [](const Points& p) { return cdd_facets(p.longs); }});
#endif
#ifdef TROPIARY_HAVE_QHULL
  all.push_back({"qhull", [](const Points& p) { return qhull_facets(p.longs); }, full});
#endif
  return all;
}

struct Outcome {
  double seconds = 0;
  std::uint64_t facets = 0;
};

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The clock of CPU time ticks in milliseconds, and what else the machine does is in the wall clock: a short call is
// timed by the best wall time of many or by their mean CPU time, a long one by its CPU time.
Outcome measured(const Program& program, const Points& points) {
  constexpr double is_long = 0.05;
  Outcome outcome;
  const auto prepare = [&] {
    if (program.takes_over) given() = points.rationals;
  };
  prepare();
  const double cpu_began = cpu_seconds();
  double began = wall_seconds();
  outcome.facets = program.facets(points);
  outcome.seconds = wall_seconds() - began;
  if (outcome.seconds > 4 * is_long) {
    outcome.seconds = cpu_seconds() - cpu_began;
    return outcome;
  }
  int calls = 0;
  const double cpu_start = cpu_seconds();
  double cpu = 0;
  for (; cpu < 3 * is_long && calls < 20000; cpu = cpu_seconds() - cpu_start) {
    prepare();
    began = wall_seconds();
    program.facets(points);
    outcome.seconds = std::min(outcome.seconds, wall_seconds() - began);
    ++calls;
  }
  // A call longer than the turns that a loaded machine gives has no undisturbed wall time.
  outcome.seconds = std::min(outcome.seconds, cpu / calls);
  return outcome;
}

struct Run {
  std::string status;
  Outcome outcome;
  double megabytes = 0;
};

Run run_apart(const Program& program, const Points& points, double limit) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    const auto seconds = static_cast<rlim_t>(limit) + 1;
    const rlimit cpu{seconds, seconds};
    setrlimit(RLIMIT_CPU, &cpu);
    const rlimit memory{rlim_t{6} << 30, rlim_t{6} << 30};
    setrlimit(RLIMIT_AS, &memory);
    const Outcome outcome = measured(program, points);
    _exit(write(ends[1], &outcome, sizeof outcome) == sizeof outcome ? 0 : 1);
  }
  close(ends[1]);
  Run run;
  const bool told = read(ends[0], &run.outcome, sizeof run.outcome) == sizeof run.outcome;
  close(ends[0]);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  run.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  run.status = told ? "ok" : "stopped";
  if (!told) {
    run.outcome.seconds =
        static_cast<double>(usage.ru_utime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
  }
  return run;
}

Points points_of(const nlohmann::json& entry) {
  Points result;
  result.name = entry.at("name");
  for (const auto& row : entry.at("points")) {
    result.rationals.emplace_back();
    result.integers.emplace_back();
    result.longs.emplace_back();
    for (const auto& x : row) {
      result.rationals.back().emplace_back(x.get<std::string>());
      result.integers.back().emplace_back(x.get<std::string>());
      result.longs.back().push_back(std::stol(x.get<std::string>()));
    }
  }
  std::sort(result.integers.begin(), result.integers.end());
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  std::string path;
  std::string only;
  std::string wanted;
  int repeats = 5;
  double limit = 60;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const auto next = [&] { return std::string(i + 1 < argc ? argv[++i] : ""); };
    if (word == "--only") {
      only = next();
    } else if (word == "--programs") {
      wanted = "," + next() + ",";
    } else if (word == "--repeats") {
      repeats = std::stoi(next());
    } else if (word == "--limit") {
      limit = std::stod(next());
    } else {
      path = word;
    }
  }
  std::ifstream file(path);
  if (!file) {
    std::cerr << "usage: polytope_hulls FILE [--only REGEX] [--programs A,B] [--repeats N] [--limit SECONDS]\n";
    return 2;
  }
  const auto document = nlohmann::json::parse(file);
  std::vector<Program> chosen = programs();
  if (!wanted.empty()) {
    std::erase_if(chosen, [&](const Program& p) { return wanted.find("," + p.name + ",") == std::string::npos; });
  }
  for (const auto& entry : document.at("cases")) {
    if (!entry.contains("points")) continue;
    if (!std::regex_search(entry.at("name").get<std::string>(), std::regex(only))) continue;
    const Points points = points_of(entry);
    std::vector<std::vector<Run>> runs(chosen.size());
    for (int r = 0; r < repeats; ++r) {
      for (std::size_t k = 0; k < chosen.size(); ++k) {
        if (!chosen[k].takes(points)) continue;
        auto& done = runs[k];
        if (!done.empty() && (done.back().status != "ok" || done.back().outcome.seconds * r > limit / 4)) continue;
        done.push_back(run_apart(chosen[k], points, limit));
      }
    }
    for (std::size_t k = 0; k < chosen.size(); ++k) {
      auto& done = runs[k];
      if (done.empty()) continue;
      std::sort(done.begin(), done.end(),
                [](const Run& a, const Run& b) { return a.outcome.seconds < b.outcome.seconds; });
      const Run& median = done[done.size() / 2];
      nlohmann::json line = {{"case", points.name},
                             {"program", chosen[k].name},
                             {"seconds", median.outcome.seconds},
                             {"answer", std::to_string(median.outcome.facets)},
                             {"megabytes", median.megabytes},
                             {"status", median.status}};
      std::cout << line.dump() << std::endl;
    }
  }
}
