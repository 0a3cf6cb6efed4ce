# The sysroot: the crates and headers that cratec finds relative to its own
# binary. It is built by cratec itself, laid out in the build folder as it will
# be installed:
#
#   bin/cratec
#   lib/cratec/include/crate/…
#   lib/cratec/<triple>/lib/lib<crate>.rlib, lib<crate>.so, native archives
#   lib/cmake/cratec/cratecConfig.cmake, …
#   lib/rustlib -> cratec

set(CRATEC_TRIPLE "${CMAKE_SYSTEM_PROCESSOR}-unknown-linux-gnu")
set(CRATEC_SYSROOT_LIB "${CMAKE_BINARY_DIR}/lib/cratec/${CRATEC_TRIPLE}/lib")
set(CRATEC_SYSROOT_INCLUDE "${CMAKE_BINARY_DIR}/lib/cratec/include")
set(CRATEC_CACHE "$ENV{HOME}/.cache/cratec" CACHE PATH
    "Where built parts of other projects (the guest jemalloc) are kept between builds")

add_custom_target(sysroot ALL)
install(TARGETS cratec linkcheck RUNTIME DESTINATION bin)
install(DIRECTORY "${CMAKE_BINARY_DIR}/lib/cratec" DESTINATION lib USE_SOURCE_PERMISSIONS)

# The package for find_package(cratec), laid out like the rest; the build folder itself
# serves as well: -Dcratec_DIR=build/release.
include(CMakePackageConfigHelpers)
set(package "${CMAKE_BINARY_DIR}/lib/cmake/cratec")
foreach(file IN ITEMS cratecConfig.cmake cratecFunctions.cmake)
  configure_file("${CMAKE_CURRENT_LIST_DIR}/package/${file}" "${package}/${file}" COPYONLY)
endforeach()
write_basic_package_version_file("${package}/cratecConfigVersion.cmake"
  VERSION ${PROJECT_VERSION} COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
foreach(file IN ITEMS cratecConfig.cmake cratecConfigVersion.cmake)
  file(WRITE "${CMAKE_BINARY_DIR}/${file}"
       "include(\"\${CMAKE_CURRENT_LIST_DIR}/lib/cmake/cratec/${file}\")\n")
endforeach()
install(DIRECTORY "${package}" DESTINATION lib/cmake)
# Scripts that know rustc look for its libraries in <sysroot>/lib/rustlib/<triple>/lib.
# A prefix may hold rustc as well: what is there stays.
file(CREATE_LINK cratec "${CMAKE_BINARY_DIR}/lib/rustlib" SYMBOLIC)
install(CODE [[
  set(link "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/lib/rustlib")
  if(NOT EXISTS "${link}" AND NOT IS_SYMLINK "${link}")
    file(CREATE_LINK cratec "${link}" SYMBOLIC)
  endif()
]])

# sysroot_file(NAME FILE): a native archive that some crate needs, copied beside
# the crates so that an installed tree can be moved to a machine without it.
function(sysroot_file name file)
  set(output "${CRATEC_SYSROOT_LIB}/${name}")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -E copy_if_different "${file}" "${output}"
    DEPENDS "${file}"
    COMMENT "sysroot: ${name}")
  add_custom_target(sysroot-${name} DEPENDS "${output}")
  add_dependencies(sysroot sysroot-${name})
endfunction()

# sysroot_crate(NAME SOURCES… TYPES… OPTIONS… DEPENDS… FILES… FOLDER DIR): a crate
# compiled by cratec. DEPENDS names other files and crates of the sysroot, FILES what the
# sources include. SOURCES are named relative to FOLDER, since messages and records
# repeat their names.
function(sysroot_crate name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "SOURCES;TYPES;OPTIONS;DEPENDS;FILES")
  if(NOT arg_FOLDER)
    set(arg_FOLDER "${CMAKE_CURRENT_SOURCE_DIR}")
  endif()
  set(outputs "")
  foreach(type IN LISTS arg_TYPES)
    if(type STREQUAL "dylib")
      list(APPEND outputs "${CRATEC_SYSROOT_LIB}/lib${name}.so")
    else()
      list(APPEND outputs "${CRATEC_SYSROOT_LIB}/lib${name}.${type}")
    endif()
  endforeach()
  list(JOIN arg_TYPES "," types)
  list(TRANSFORM arg_SOURCES PREPEND "${arg_FOLDER}/" OUTPUT_VARIABLE sources)
  # The target orders the commands; only the file makes this one run again.
  set(depends "")
  foreach(needed IN LISTS arg_DEPENDS)
    set(file "${needed}")
    if(NOT needed MATCHES "[.]")
      set(file "lib${needed}.rlib")
    endif()
    list(APPEND depends "sysroot-${needed}" "${CRATEC_SYSROOT_LIB}/${file}")
  endforeach()
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND cratec --crate-name ${name} --crate-type ${types} --out-dir "${CRATEC_SYSROOT_LIB}" -O
            ${arg_OPTIONS} ${arg_SOURCES}
    WORKING_DIRECTORY "${arg_FOLDER}"
    DEPENDS cratec sysroot-headers ${sources} ${arg_FILES} ${depends}
    COMMENT "sysroot: crate ${name} (${types})"
    VERBATIM)
  add_custom_target(sysroot-${name} DEPENDS ${outputs})
  add_dependencies(sysroot sysroot-${name})
endfunction()
