# The sysroot: the crates and headers that cratec finds relative to its own
# binary. It is built by cratec itself, laid out in the build folder as it will
# be installed:
#
#   bin/cratec
#   lib/cratec/include/crate/…
#   lib/cratec/<target>/lib/lib<crate>.rlib, lib<crate>.so, native archives
#   lib/cratec/<target>/target.json, for a target that a file describes
#   lib/cmake/cratec/cratecConfig.cmake, …
#   lib/rustlib -> cratec

set(CRATEC_HOST_TARGET "${CMAKE_SYSTEM_PROCESSOR}-unknown-linux-gnu")
set(CRATEC_SYSROOT_INCLUDE "${CMAKE_BINARY_DIR}/lib/cratec/include")
set(CRATEC_CACHE "$ENV{HOME}/.cache/cratec" CACHE PATH
    "Where built parts of other projects (the guest jemalloc) are kept between builds")
set(CRATEC_TARGETS "" CACHE STRING
    "The targets to build the crates for, by name or JSON file; empty: each built-in target \
whose C library and gcc are installed")

# The built-in targets of driver/target/TargetSpec.cpp, each with Debian's package of
# its C library.
set(CRATEC_BUILTIN_TARGETS
    aarch64-unknown-linux-gnu=gcc-aarch64-linux-gnu
    riscv64-unknown-linux-gnu=gcc-riscv64-linux-gnu
    x86_64-unknown-linux-gnu=gcc
    x86_64-unknown-linux-musl=musl-dev)

# has_c_toolchain(TARGET RESULT): whether start files of a C library and of gcc are
# there. driver/toolchain/Toolchain.cpp looks into some more folders; what is not found
# here can be named in CRATEC_TARGETS.
function(has_c_toolchain target result)
  string(REPLACE "-unknown" "" multiarch "${target}")
  string(REGEX REPLACE "-.*" "" architecture "${target}")
  file(GLOB c_library "/usr/lib/${multiarch}/Scrt1.o" "/usr/${multiarch}/lib/Scrt1.o")
  file(GLOB gcc "/usr/lib/gcc*/${architecture}-linux-*/*/crtbeginS.o")
  if(target STREQUAL CRATEC_HOST_TARGET OR (c_library AND gcc))
    set(${result} TRUE PARENT_SCOPE)
  else()
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

# Into sysroot_targets: the names, and copies the files of those that have one.
function(choose_targets)
  set(names "")
  if(CRATEC_TARGETS)
    foreach(target IN LISTS CRATEC_TARGETS)
      get_filename_component(name "${target}" NAME_WLE)
      if(target MATCHES "[.]json$")
        configure_file("${target}" "${CMAKE_BINARY_DIR}/lib/cratec/${name}/target.json" COPYONLY)
      else()
        set(name "${target}")
      endif()
      list(APPEND names "${name}")
    endforeach()
  else()
    foreach(row IN LISTS CRATEC_BUILTIN_TARGETS)
      string(REGEX MATCH "^(.*)=(.*)$" row "${row}")
      set(name "${CMAKE_MATCH_1}")
      set(package "${CMAKE_MATCH_2}")
      has_c_toolchain("${name}" found)
      if(found)
        list(APPEND names "${name}")
      else()
        message(STATUS "No crates for ${name}: its C library is not installed (${package})")
      endif()
    endforeach()
  endif()
  # The tests and the allocator crates need the machine's own.
  if(NOT CRATEC_HOST_TARGET IN_LIST names)
    list(APPEND names "${CRATEC_HOST_TARGET}")
  endif()
  foreach(name IN LISTS names)
    message(STATUS "Crates for ${name}")
  endforeach()
  set(sysroot_targets "${names}" PARENT_SCOPE)
endfunction()
choose_targets()

add_custom_target(sysroot ALL)
install(TARGETS cratec linkcheck RUNTIME DESTINATION bin)
install(DIRECTORY "${CMAKE_BINARY_DIR}/lib/cratec" DESTINATION lib USE_SOURCE_PERMISSIONS)

# The package for find_package(cratec), laid out like the rest; the build folder itself
# serves as well: -Dcratec_DIR=build/release.
include(CMakePackageConfigHelpers)
set(package "${CMAKE_BINARY_DIR}/lib/cmake/cratec")
foreach(file IN ITEMS cratecConfig.cmake cratecFunctions.cmake cratecHostLibraries.cmake)
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

# sysroot_lib(TARGET RESULT): the folder of a target's crates.
function(sysroot_lib target result)
  set(${result} "${CMAKE_BINARY_DIR}/lib/cratec/${target}/lib" PARENT_SCOPE)
endfunction()

# sysroot_file(NAME FILE): a native archive that some crate of the machine's own target
# needs, copied beside the crates so that an installed tree can be moved to a machine
# without it.
function(sysroot_file name file)
  sysroot_lib("${CRATEC_HOST_TARGET}" folder)
  set(output "${folder}/${name}")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -E copy_if_different "${file}" "${output}"
    DEPENDS "${file}"
    COMMENT "sysroot: ${name}")
  add_custom_target(sysroot-${CRATEC_HOST_TARGET}-${name} DEPENDS "${output}")
  add_dependencies(sysroot sysroot-${CRATEC_HOST_TARGET}-${name})
endfunction()

# sysroot_crate(NAME SOURCES… TYPES… OPTIONS… DEPENDS… HOST_DEPENDS… FILES… FOLDER DIR
#               [HOST_ONLY]):
# a crate compiled by cratec, for each target or for the machine's own alone. DEPENDS
# names other files and crates of the sysroot, HOST_DEPENDS those that only the machine's
# own target has, FILES what the sources include. SOURCES are named relative to FOLDER,
# since messages and records repeat their names.
function(sysroot_crate name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "HOST_ONLY" "FOLDER"
                        "SOURCES;TYPES;OPTIONS;DEPENDS;HOST_DEPENDS;FILES")
  if(NOT arg_FOLDER)
    set(arg_FOLDER "${CMAKE_CURRENT_SOURCE_DIR}")
  endif()
  set(targets ${sysroot_targets})
  if(arg_HOST_ONLY)
    set(targets ${CRATEC_HOST_TARGET})
  endif()
  foreach(target IN LISTS targets)
    set(needs ${arg_DEPENDS})
    if(target STREQUAL CRATEC_HOST_TARGET)
      list(APPEND needs ${arg_HOST_DEPENDS})
    endif()
    sysroot_crate_for("${target}" ${name} "${arg_FOLDER}" "${arg_SOURCES}" "${arg_TYPES}"
                      "${arg_OPTIONS}" "${needs}" "${arg_FILES}")
  endforeach()
endfunction()

function(sysroot_crate_for target name folder sources types options needs files)
  sysroot_lib("${target}" lib)
  set(outputs "")
  foreach(type IN LISTS types)
    if(type STREQUAL "dylib")
      list(APPEND outputs "${lib}/lib${name}.so")
    else()
      list(APPEND outputs "${lib}/lib${name}.${type}")
    endif()
  endforeach()
  list(JOIN types "," types)
  list(TRANSFORM sources PREPEND "${folder}/" OUTPUT_VARIABLE source_files)
  # The target orders the commands; only the file makes this one run again.
  set(depends "")
  foreach(needed IN LISTS needs)
    set(file "${needed}")
    if(NOT needed MATCHES "[.]")
      set(file "lib${needed}.rlib")
    endif()
    list(APPEND depends "sysroot-${target}-${needed}" "${lib}/${file}")
  endforeach()
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND cratec --target ${target} --crate-name ${name} --crate-type ${types}
            --out-dir "${lib}" -O ${options} ${sources}
    WORKING_DIRECTORY "${folder}"
    DEPENDS cratec sysroot-headers ${source_files} ${files} ${depends}
    COMMENT "sysroot: crate ${name} (${types}) for ${target}"
    VERBATIM)
  add_custom_target(sysroot-${target}-${name} DEPENDS ${outputs})
  add_dependencies(sysroot sysroot-${target}-${name})
endfunction()
