# Warnings, sanitizers, compiler cache and the pool for heavy files: for our own targets only.

find_program(TROPIARY_CCACHE ccache)
if(TROPIARY_CCACHE AND PROJECT_IS_TOP_LEVEL AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${TROPIARY_CCACHE})
endif()

# A CGAL translation unit takes 1 to 2 GB: at most two at a time.
set_property(GLOBAL APPEND PROPERTY JOB_POOLS heavy=2)

function(tropiary_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict)  # false alarms on std::string operator+ (GCC bug 105651)
  endif()
  if(TROPIARY_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${TROPIARY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${TROPIARY_SANITIZE})
  endif()
endfunction()
