# The C libraries tropiary links, as imported targets. Shared by the build and by the installed tropiaryConfig.cmake, so
# that both look in the same places. (Modules named FindGMP and FindMPFR would shadow those that CGAL brings.)

# tropiary_find_library(<name> <header> <library>): defines tropiary_external::<name>, or leaves it undefined.
function(tropiary_find_library name header library)
  if(TARGET tropiary_external::${name})
    return()
  endif()
  find_path(TROPIARY_${name}_INCLUDE_DIR ${header})
  find_library(TROPIARY_${name}_LIBRARY ${library})
  mark_as_advanced(TROPIARY_${name}_INCLUDE_DIR TROPIARY_${name}_LIBRARY)
  if(TROPIARY_${name}_INCLUDE_DIR AND TROPIARY_${name}_LIBRARY)
    add_library(tropiary_external::${name} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(
      tropiary_external::${name}
      PROPERTIES IMPORTED_LOCATION "${TROPIARY_${name}_LIBRARY}"
                 INTERFACE_INCLUDE_DIRECTORIES "${TROPIARY_${name}_INCLUDE_DIR}")
  endif()
endfunction()

tropiary_find_library(gmp gmp.h gmp)
tropiary_find_library(gmpxx gmpxx.h gmpxx)
tropiary_find_library(mpfr mpfr.h mpfr)
tropiary_find_library(nauty nauty/nauty.h nauty)
