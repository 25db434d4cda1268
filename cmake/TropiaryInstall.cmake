# Install rules: libraries, headers, CMake package and pkg-config files. One export set per component, so that a
# consumer who asks for core never needs what geometry or the interop headers need.

include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tropiary)
foreach(component IN ITEMS core geometry tropiary bgl gmpxx cgal)
  if(TARGET tropiary_${component})
    set(file_set FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
    if(component MATCHES "^(geometry|tropiary)$")
      set(file_set)  # their headers are part of core's set
    endif()
    install(TARGETS tropiary_${component} EXPORT tropiary-${component} ${file_set}
            LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
    install(EXPORT tropiary-${component} NAMESPACE tropiary:: DESTINATION ${package_dir})
  endif()
endforeach()

configure_package_config_file(cmake/tropiaryConfig.cmake.in tropiaryConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(tropiaryConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tropiaryConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/tropiaryConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/TropiaryLibraries.cmake
        DESTINATION ${package_dir})

# pkg-config: relocatable, and for static libraries with everything on the link line.
file(RELATIVE_PATH prefix_from_pkgconfig /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
if(BUILD_SHARED_LIBS)
  set(visibility .private)
else()
  set(core_libraries " -lnauty")
  set(geometry_libraries " -lmpfr -lgmp")
endif()
set(pkgconfig_files tropiary-core)
if(TROPIARY_GEOMETRY)
  list(APPEND pkgconfig_files tropiary)
endif()
foreach(name IN LISTS pkgconfig_files)
  configure_file(cmake/${name}.pc.in ${name}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
