#include "io/cpp_words.hpp"

#include <algorithm>
#include <array>

namespace tropiary::io {

namespace {

constexpr std::array<std::string_view, 94> words = {"alignas",   "alignof",      "and",           "and_eq",
                                                    "asm",       "auto",         "bitand",        "bitor",
                                                    "bool",      "break",        "case",          "catch",
                                                    "char",      "char8_t",      "char16_t",      "char32_t",
                                                    "class",     "compl",        "concept",       "const",
                                                    "consteval", "constexpr",    "constinit",     "const_cast",
                                                    "continue",  "co_await",     "co_return",     "co_yield",
                                                    "decltype",  "default",      "delete",        "do",
                                                    "double",    "dynamic_cast", "else",          "enum",
                                                    "explicit",  "export",       "extern",        "false",
                                                    "float",     "for",          "friend",        "goto",
                                                    "if",        "inline",       "int",           "long",
                                                    "main",      "mutable",      "namespace",     "new",
                                                    "noexcept",  "not",          "not_eq",        "nullptr",
                                                    "operator",  "or",           "or_eq",         "private",
                                                    "protected", "public",       "register",      "reinterpret_cast",
                                                    "requires",  "return",       "short",         "signed",
                                                    "sizeof",    "static",       "static_assert", "static_cast",
                                                    "std",       "struct",       "switch",        "template",
                                                    "this",      "thread_local", "throw",         "true",
                                                    "try",       "typedef",      "typeid",        "typename",
                                                    "union",     "unsigned",     "using",         "virtual",
                                                    "void",      "volatile",     "wchar_t",       "while",
                                                    "xor",       "xor_eq"};

}  // namespace

bool is_cpp_word(std::string_view name) noexcept { return std::find(words.begin(), words.end(), name) != words.end(); }

}  // namespace tropiary::io
