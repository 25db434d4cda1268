#include "tropiary/io/cpp_header.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <vector>

#include "compile/rounding.hpp"
#include "io/abbreviate.hpp"
#include "io/certificate_json.hpp"
#include "io/cpp_words.hpp"
#include "tropiary/error.hpp"
#include "tropiary/version.hpp"

namespace tropiary {
namespace {

constexpr std::size_t most_operations = std::size_t{1} << 20;

bool is_identifier(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  if (name.empty() || !is_letter(name[0])) return false;
  for (const char c : name) {
    if (!is_letter(c) && !(c >= '0' && c <= '9')) return false;
  }
  return true;
}

std::string_view number_type(Dtype dtype) {
  switch (dtype) {
    case Dtype::float64:
      return "double";
    case Dtype::float32:
      return "float";
    case Dtype::float16:
      return "a type that holds float16, such as __half or float";
    case Dtype::bfloat16:
      return "a type that holds bfloat16, such as __nv_bfloat16 or float";
  }
  return "";
}

/// Comments must end where they begin.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 32 || c == '\\') c = ' ';
  }
  return text;
}

/// Whether a row is that before it, as at the end of a group with fewer pieces.
bool is_repeated(const DenseLayer& layer, std::size_t i) {
  const auto row = layer.weights.begin() + static_cast<std::ptrdiff_t>(i * layer.columns);
  return layer.bias[i] == layer.bias[i - 1] && std::equal(row, row + static_cast<std::ptrdiff_t>(layer.columns),
                                                          row - static_cast<std::ptrdiff_t>(layer.columns));
}

class HeaderWriter {
 public:
  HeaderWriter(const CompiledNetwork& network, std::string_view name) : network_(network) {
    const Certificate& certificate = network.certificate;
    text_ = "// Written by tropiary " + std::string(version) + ": " + one_line(network.source) + "\n";
    text_ += "// " + one_line(io::certificate_json(certificate)) + "\n";
    text_ += "// Number: " + std::string(number_type(certificate.dtype)) + ", or a wider type.\n";
    text_ += "#pragma once\n\n#ifdef __CUDACC__\n#define TROPIARY_FUNCTION __host__ __device__ inline\n#else\n";
    text_ += "#define TROPIARY_FUNCTION inline\n#endif\n\nnamespace " + std::string(name) + " {\n\n";
    text_ += "constexpr int inputs = " + std::to_string(network.inputs) + ";\n";
    text_ += "constexpr int outputs = " + std::to_string(network.outputs) + ";\n\n";
    text_ += "template <class Number>\nTROPIARY_FUNCTION Number maximum(Number a, Number b) {\n";
    text_ += "  return a < b || b != b ? b : a;  // a NaN stays\n}\n\n";
    text_ += "/// y[0 .. outputs) of x[0 .. inputs).\n";
    text_ += "template <class Number>\nTROPIARY_FUNCTION void evaluate(const Number* x, Number* y) {\n";
    if (network.inputs == 0) text_ += "  (void)x;\n";
  }

  std::string write() && {
    if (network_.form == Form::dag) {
      write_program();
    } else {
      write_layers();
    }
    text_ += "}\n\n}  // namespace\n\n#undef TROPIARY_FUNCTION\n";
    return std::move(text_);
  }

 private:
  void count(std::size_t operations) {
    operations_ += operations;
    if (operations_ <= most_operations) return;
    throw Error(Errc::too_large,
                "to_cpp_header: the network has more than 2^20 operations, too many for straight lines");
  }

  /// A hexadecimal literal of the rounded value, m · 2^e.
  [[nodiscard]] std::string literal(const Rational& value) const {
    const detail::Rounded rounded = detail::round_to(value, network_.certificate.dtype);
    if (rounded.overflow) {
      throw Error(Errc::too_large, "to_cpp_header: " + value.to_string() + " is beyond the range of the number type");
    }
    auto [negative, significand, exponent] = detail::decoded(rounded.bits, network_.certificate.dtype);
    if (significand == 0) return "Number(0)";
    const int zeros = std::countr_zero(significand);
    significand >>= zeros;
    exponent += zeros;
    const std::string sign = negative ? "-" : "";
    if (exponent >= 0 && exponent + static_cast<int>(std::bit_width(significand)) <= 31) {
      return "Number(" + sign + std::to_string(significand << exponent) + ")";
    }
    char digits[16];
    const auto end = std::to_chars(digits, digits + sizeof digits, significand, 16).ptr;
    return "Number(" + sign + "0x" + std::string(digits, end) + "p" + std::to_string(exponent) + ")";
  }

  /// bias + Σ weight · value; `at` gives the weight's position and the value's name for each summand.
  std::string sum(const Rational& bias, const std::vector<std::pair<const Rational*, std::string>>& summands) {
    count(1 + summands.size());
    std::string text;
    for (const auto& [weight, value] : summands) {
      if (*weight == Rational(1)) {
        text += (text.empty() ? "" : " + ") + value;
      } else if (*weight == Rational(-1)) {
        text += (text.empty() ? "-" : " - ") + value;
      } else {
        text += (text.empty() ? "" : " + ") + literal(*weight) + " * " + value;
      }
    }
    if (text.empty()) return literal(bias);
    return bias.is_zero() ? text : text + " + " + literal(bias);
  }

  void declare(const std::string& name, const std::string& value) {
    text_ += "  const Number " + name + " = " + value + ";\n";
  }

  void write_outputs(const std::vector<std::string>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) text_ += "  y[" + std::to_string(i) + "] = " + values[i] + ";\n";
  }

  [[nodiscard]] std::vector<std::string> input_names() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < network_.inputs; ++i) names.push_back("x[" + std::to_string(i) + "]");
    return names;
  }

  void write_layers() {
    std::vector<std::string> values = input_names();
    for (std::size_t k = 0; k < network_.layers.size(); ++k) {
      const DenseLayer& layer = network_.layers[k];
      const bool rectify = network_.form == Form::relu && k + 1 < network_.layers.size();
      std::vector<std::string> next;
      for (std::size_t i = 0; i < layer.rows; ++i) {
        if (i % layer.pieces != 0 && is_repeated(layer, i)) continue;
        std::vector<std::pair<const Rational*, std::string>> summands;
        for (std::size_t j = 0; j < layer.columns; ++j) {
          const Rational& weight = layer.weights[i * layer.columns + j];
          if (!weight.is_zero()) summands.emplace_back(&weight, values[j]);
        }
        const std::string value = sum(layer.bias[i], summands);
        const std::string name = "v" + std::to_string(k) + "_" + std::to_string(i);
        if (i % layer.pieces == 0) {
          declare(name, rectify ? "maximum(Number(0), Number(" + value + "))" : value);
          next.push_back(name);
        } else {
          declare(name, "maximum(" + next.back() + ", Number(" + value + "))");
          next.back() = name;
        }
      }
      values = std::move(next);
    }
    write_outputs(values);
  }

  void write_program() {
    const DagProgram& program = network_.program;
    std::vector<std::string> values = input_names();
    for (std::size_t i = 0; i < program.ops.size(); ++i) {
      const std::string name = "v" + std::to_string(i);
      if (program.ops[i] == 0) {
        std::vector<std::pair<const Rational*, std::string>> summands;
        for (std::uint64_t k = program.row_starts[i]; k < program.row_starts[i + 1]; ++k) {
          summands.emplace_back(&program.weights[k], values[program.slots[k]]);
        }
        declare(name, sum(program.constants[i], summands));
      } else {
        std::string value = program.ops[i] == 2 ? literal(program.constants[i]) : "";
        count(program.row_starts[i + 1] - program.row_starts[i]);
        for (std::uint64_t k = program.row_starts[i]; k < program.row_starts[i + 1]; ++k) {
          const std::string& argument = values[program.slots[k]];
          value = value.empty() ? argument : "maximum(" + value + ", " + argument + ")";
        }
        declare(name, value);
      }
      values.push_back(name);
    }
    std::vector<std::string> outputs;
    for (const std::uint32_t slot : program.outputs) outputs.push_back(values[slot]);
    write_outputs(outputs);
  }

  const CompiledNetwork& network_;
  std::string text_;
  std::size_t operations_ = 0;
};

}  // namespace

std::string to_cpp_header(const CompiledNetwork& network, std::string_view name) {
  if (!is_identifier(name) || io::is_cpp_word(name)) {
    throw Error(Errc::invalid_argument, "to_cpp_header: " + io::quote(name) + " is no name for a namespace");
  }
  return HeaderWriter(network, name).write();
}

}  // namespace tropiary
