#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

namespace tropiary::testing {

/// The part of JSON Schema 2020-12 that docs/schemas/ uses; a keyword it does not know is an error, not a pass.
/// Returns what is wrong, empty when the value is valid.
class JsonSchema {
 public:
  using Json = nlohmann::ordered_json;

  explicit JsonSchema(const std::string& name) {
    std::ifstream file(TROPIARY_TEST_DATA "/../../docs/schemas/" + name + ".schema.json");
    INFO("schema " << name);
    REQUIRE(file.good());
    root_ = Json::parse(file);
  }
  [[nodiscard]] std::string check(const std::string& text) const { return check(root_, Json::parse(text), "value"); }

 private:
  static bool has_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    return false;
  }

  [[nodiscard]] std::string check(const Json& schema, const Json& value, const std::string& where) const {
    for (const auto& [keyword, rule] : schema.items()) {
      const std::string problem = check_keyword(schema, keyword, rule, value, where);
      if (!problem.empty()) return problem;
    }
    return "";
  }

  [[nodiscard]] std::string check_keyword(const Json& schema, const std::string& keyword, const Json& rule,
                                          const Json& value, const std::string& where) const {
    const std::string broken = where + " breaks " + keyword + " " + rule.dump();
    if (keyword == "$schema" || keyword == "$defs" || keyword == "title" || keyword == "description") return "";
    if (keyword == "$ref") return check(root_.at(Json::json_pointer(rule.get<std::string>().substr(1))), value, where);
    if (keyword == "type") return has_type(value, rule) ? "" : broken;
    if (keyword == "const") return value == rule ? "" : broken;
    if (keyword == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end() ? "" : broken;
    if (keyword == "pattern")
      return !value.is_string() || std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()))
                 ? ""
                 : broken;
    if (keyword == "minimum") return !value.is_number() || value >= rule ? "" : broken;
    if (keyword == "minItems") return !value.is_array() || value.size() >= rule ? "" : broken;
    if (keyword == "maxItems") return !value.is_array() || value.size() <= rule ? "" : broken;
    if (keyword == "anyOf" || keyword == "oneOf") {
      std::size_t valid = 0;
      for (const Json& choice : rule) valid += check(choice, value, where).empty() ? 1U : 0U;
      return valid == 1 || (valid > 1 && keyword == "anyOf") ? "" : broken;
    }
    if (keyword == "required") {
      for (const Json& name : rule)
        if (!value.contains(name.get<std::string>())) return where + " lacks " + name.dump();
      return "";
    }
    if (keyword == "properties") {
      for (const auto& [name, member] : rule.items()) {
        if (!value.is_object() || !value.contains(name)) continue;
        const std::string problem = check(member, value.at(name), where + "." + name);
        if (!problem.empty()) return problem;
      }
      return "";
    }
    if (keyword == "additionalProperties") {
      for (const auto& [name, member] : value.items())
        if (!schema.at("properties").contains(name)) return where + " has the unknown member " + name;
      return "";
    }
    if (keyword == "items" || keyword == "prefixItems") {
      if (!value.is_array()) return "";
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (keyword == "prefixItems" && i >= rule.size()) break;
        const std::string problem =
            check(keyword == "items" ? rule : rule.at(i), value.at(i), where + "[" + std::to_string(i) + "]");
        if (!problem.empty()) return problem;
      }
      return "";
    }
    return where + ": unknown keyword " + keyword;
  }

  Json root_;
};

}  // namespace tropiary::testing
