# cratecFunctions.cmake - cratec_add_library and cratec_add_executable, as
# cratecConfig.cmake describes them.
#
# A crate is a custom command that makes a file, a custom target that a build can be
# told to make, and an imported target that others link to. The imported target knows
# the rest, in properties:
#
#   CRATEC_CRATE    the crate's name
#   CRATEC_TYPE     rlib, dylib, cdylib, staticlib, bin
#   CRATEC_FILE     the file, per configuration where the generator has several
#   CRATEC_CLOSURE  the targets of all crates below it, each once
#   CRATEC_NATIVE   shared libraries, targets or paths, that it or a crate below it needs
#
# The policies of 3.21 hold in the functions, whatever the project's are.
cmake_policy(PUSH)
cmake_policy(VERSION 3.21)


function(cratec_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCLUDE_FROM_ALL"
    "TYPE;CRATE_NAME;ALLOCATOR;OUTPUT_DIRECTORY" "SOURCES;CRATES;NATIVE;INCLUDES;OPTIONS")
  set(types rlib dylib cdylib staticlib)
  if(NOT arg_TYPE)
    message(FATAL_ERROR "cratec_add_library(${name}): TYPE is missing; say one of rlib, dylib, "
                        "cdylib, staticlib")
  elseif(arg_TYPE STREQUAL "bin")
    message(FATAL_ERROR "cratec_add_library(${name}): a bin is no library; use "
                        "cratec_add_executable(${name} …)")
  elseif(NOT arg_TYPE IN_LIST types)
    message(FATAL_ERROR "cratec_add_library(${name}): unknown TYPE `${arg_TYPE}`; say one of rlib, "
                        "dylib, cdylib, staticlib")
  elseif(arg_TYPE STREQUAL "rlib" AND arg_ALLOCATOR)
    message(FATAL_ERROR "cratec_add_library(${name}): an rlib gets no ALLOCATOR; who links it into a "
                        "program or a final library chooses there")
  endif()
  _cratec_check_arguments(cratec_add_library)
  _cratec_add_crate(${name} ${arg_TYPE})
endfunction()

function(cratec_add_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "EXCLUDE_FROM_ALL"
    "CRATE_NAME;ALLOCATOR;OUTPUT_DIRECTORY" "SOURCES;CRATES;NATIVE;INCLUDES;OPTIONS")
  _cratec_check_arguments(cratec_add_executable)
  _cratec_add_crate(${name} bin)
endfunction()

# What can be wrong with the arguments of either function. Reads `name` and `arg_*`.
macro(_cratec_check_arguments function)
  if(arg_UNPARSED_ARGUMENTS)
    list(JOIN arg_UNPARSED_ARGUMENTS "`, `" _cratec_words)
    message(FATAL_ERROR "${function}(${name}): what are `${_cratec_words}`? Put a keyword before: "
                        "SOURCES, CRATES, ALLOCATOR, CRATE_NAME, NATIVE, INCLUDES, OPTIONS, …")
  endif()
  if(NOT arg_SOURCES)
    message(FATAL_ERROR "${function}(${name}): SOURCES is missing; name one .rs root, or C, C++, "
                        "assembly, LLVM or object files")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    list(REMOVE_ITEM arg_KEYWORDS_MISSING_VALUES SOURCES CRATES NATIVE INCLUDES OPTIONS)
    if(arg_KEYWORDS_MISSING_VALUES)
      list(JOIN arg_KEYWORDS_MISSING_VALUES ", " _cratec_words)
      message(FATAL_ERROR "${function}(${name}): nothing stands after ${_cratec_words}")
    endif()
  endif()
  if(CMAKE_CROSSCOMPILING AND NOT CRATEC_TARGET)
    message(FATAL_ERROR "${function}(${name}): the project is cross compiled; say for what with "
                        "-DCRATEC_TARGET=TRIPLE (`cratec --print target-list` lists them)")
  endif()
  if(TARGET ${name})
    message(FATAL_ERROR "${function}(${name}): there is a target of that name already; to make the "
                        "same crate once more, give the target another name and say CRATE_NAME")
  endif()
endmacro()

# The work of both, with their arg_* in scope.
function(_cratec_add_crate name type)
  _cratec_settle_name(crate)
  _cratec_settle_file(file)
  _cratec_settle_sources(sources)
  set(command "")
  set(depends "${cratec_EXECUTABLE}" ${sources})
  set(closure "")
  set(native "")
  _cratec_add_target_options()
  _cratec_add_crates()
  _cratec_add_allocator()
  _cratec_add_native()
  if(type MATCHES "^(bin|dylib|cdylib)$" AND NOT CMAKE_SKIP_RPATH AND NOT CMAKE_SKIP_BUILD_RPATH)
    list(APPEND command -C rpath)
  endif()
  _cratec_add_sources_options()

  set(stem "CMakeFiles/${name}")
  if(CMAKE_CONFIGURATION_TYPES)
    string(APPEND stem ".$<CONFIG>")
  endif()
  set(outputs "${file}")
  set(touch "")
  if(type STREQUAL "bin")
    # CMake takes the path of an executable for the target of that name, which would
    # then depend on itself; so the target waits for another file.
    list(APPEND outputs "${CMAKE_CURRENT_BINARY_DIR}/${stem}.crate.made")
    set(touch COMMAND "${CMAKE_COMMAND}" -E touch "${stem}.crate.made")
  endif()
  set(libraries "")
  if(type STREQUAL "staticlib")
    # What it leaves to the program that links it, cratec knows when it makes it.
    set(libraries "${CMAKE_CURRENT_BINARY_DIR}/${stem}.crate.libs")
    list(APPEND command --print "native-static-libs=${stem}.crate.libs")
    set(touch COMMAND "${CMAKE_COMMAND}" -D "file=${stem}.crate.libs"
                      -P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/cratecHostLibraries.cmake")
  endif()
  add_custom_command(
    OUTPUT ${outputs}
    # The list is a target of its own rules, as rustc's.
    BYPRODUCTS "${CMAKE_CURRENT_BINARY_DIR}/${stem}.crate.d" ${libraries}
    COMMAND cratec::cratec --crate-name ${crate} --crate-type ${type}
            --emit "link,dep-info=${stem}.crate.d" -o "${file}" "${command}" ${sources}
    ${touch}
    DEPENDS ${depends}
    DEPFILE "${CMAKE_CURRENT_BINARY_DIR}/${stem}.crate.d"
    COMMENT "Compiling crate ${crate} (${type})"
    COMMAND_EXPAND_LISTS VERBATIM)
  set(all ALL)
  if(arg_EXCLUDE_FROM_ALL)
    set(all "")
  endif()
  list(POP_BACK outputs waited)
  add_custom_target(${name}-crate ${all} DEPENDS "${waited}")
  _cratec_import()
endfunction()

# ---- the steps; each reads and sets variables of its caller ----

macro(_cratec_settle_name variable)
  if(DEFINED arg_CRATE_NAME)
    set(${variable} "${arg_CRATE_NAME}")
  else()
    string(REPLACE "-" "_" ${variable} "${name}")
  endif()
  if(NOT ${variable} MATCHES "^[A-Za-z_][A-Za-z0-9_]*$")
    message(FATAL_ERROR "cratec: `${${variable}}` cannot be a crate's name, which is letters, digits "
                        "and underscores; say another with CRATE_NAME")
  endif()
endmacro()

# Where the file goes, and that nobody else's does.
function(_cratec_settle_file variable)
  if(type STREQUAL "bin")
    set(kind RUNTIME)
    set(file "${name}")
  elseif(type STREQUAL "rlib")
    set(kind ARCHIVE)
    set(file "lib${crate}.rlib")
  elseif(type STREQUAL "staticlib")
    set(kind ARCHIVE)
    set(file "lib${crate}.a")
  else()
    set(kind LIBRARY)
    set(file "lib${crate}.so")
  endif()
  if(arg_OUTPUT_DIRECTORY)
    set(folder "${arg_OUTPUT_DIRECTORY}")
  elseif(CMAKE_${kind}_OUTPUT_DIRECTORY)
    set(folder "${CMAKE_${kind}_OUTPUT_DIRECTORY}")
  else()
    set(folder "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  get_filename_component(folder "${folder}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  if(CMAKE_CONFIGURATION_TYPES AND NOT folder MATCHES "\\$<")
    string(APPEND folder "/$<CONFIG>")
  endif()
  set(file "${folder}/${file}")
  get_property(owner GLOBAL PROPERTY "CRATEC_OWNER_OF_${file}")
  if(owner)
    message(FATAL_ERROR "cratec: ${owner} and ${name} would both be written to ${file}; say another "
                        "OUTPUT_DIRECTORY or CRATE_NAME for one of them")
  endif()
  set_property(GLOBAL PROPERTY "CRATEC_OWNER_OF_${file}" "${name}")
  if(NOT CMAKE_CONFIGURATION_TYPES)
    file(MAKE_DIRECTORY "${folder}")
  else()
    foreach(config IN LISTS CMAKE_CONFIGURATION_TYPES)
      string(REPLACE "$<CONFIG>" "${config}" each "${folder}")
      file(MAKE_DIRECTORY "${each}")
    endforeach()
  endif()
  set(${variable} "${file}" PARENT_SCOPE)
endfunction()

# Whole paths: what is relative lies here, or, when it is generated, in the build folder.
function(_cratec_settle_sources variable)
  set(sources "")
  foreach(source IN LISTS arg_SOURCES)
    get_filename_component(path "${source}" ABSOLUTE)
    if(NOT EXISTS "${path}")
      get_source_file_property(generated "${source}" GENERATED)
      get_filename_component(made "${source}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
      get_source_file_property(made_is_generated "${made}" GENERATED)
      if(EXISTS "${made}" OR generated OR made_is_generated)
        set(path "${made}")
      else()
        message(FATAL_ERROR "cratec: cannot find the source file ${source} of ${name}; it is not in "
                            "${CMAKE_CURRENT_SOURCE_DIR}")
      endif()
    endif()
    list(APPEND sources "${path}")
  endforeach()
  if(sources MATCHES "\\.rs(;|$)")
    list(LENGTH sources count)
    if(count GREATER 1)
      message(FATAL_ERROR "cratec: a .rs file of ${name} is the root of a crate and stands alone; "
                          "its modules are found by `mod`, and native sources go into a crate of "
                          "their own, named with CRATES")
    endif()
  endif()
  set(${variable} "${sources}" PARENT_SCOPE)
endfunction()

# The target, and what the build type asks for.
function(_cratec_add_target_options)
  if(CRATEC_TARGET)
    list(APPEND command --target "${CRATEC_TARGET}")
  endif()
  if(CMAKE_COLOR_DIAGNOSTICS)
    list(APPEND command --color always)
  endif()
  separate_arguments(flags UNIX_COMMAND "${CRATEC_FLAGS}")
  list(APPEND command ${flags})
  if(CMAKE_CONFIGURATION_TYPES)
    foreach(config IN LISTS CMAKE_CONFIGURATION_TYPES)
      string(TOUPPER "${config}" upper)
      separate_arguments(flags UNIX_COMMAND "${CRATEC_FLAGS_${upper}}")
      if(flags)
        list(APPEND command "$<$<CONFIG:${config}>:${flags}>")
      endif()
    endforeach()
  elseif(CMAKE_BUILD_TYPE)
    string(TOUPPER "${CMAKE_BUILD_TYPE}" upper)
    separate_arguments(flags UNIX_COMMAND "${CRATEC_FLAGS_${upper}}")
    list(APPEND command ${flags})
  endif()
  set(command "${command}" PARENT_SCOPE)
endfunction()

# _cratec_sysroot(NAMES FILES): the crates of the sysroot for this target and all its
# files, asked for once a target.
function(_cratec_sysroot names files)
  get_property(known GLOBAL PROPERTY "CRATEC_SYSROOT_OF_${CRATEC_TARGET}")
  if(NOT known)
    set(target "")
    if(CRATEC_TARGET)
      set(target --target "${CRATEC_TARGET}")
    endif()
    execute_process(COMMAND "${cratec_EXECUTABLE}" --print target-libdir ${target}
      OUTPUT_VARIABLE known ERROR_VARIABLE said RESULT_VARIABLE status
      OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(status)
      message(FATAL_ERROR "cratec: CRATEC_TARGET is `${CRATEC_TARGET}`, for which cratec cannot "
                          "compile:\n${said}")
    endif()
    set_property(GLOBAL PROPERTY "CRATEC_SYSROOT_OF_${CRATEC_TARGET}" "${known}")
  endif()
  file(GLOB found "${known}/lib*")
  set(crates "")
  foreach(path IN LISTS found)
    if(path MATCHES "/lib([^/]*)\\.(rlib|so)$")
      list(APPEND crates "${CMAKE_MATCH_1}")
    endif()
  endforeach()
  list(REMOVE_DUPLICATES crates)
  set(${names} "${crates}" PARENT_SCOPE)
  set(${files} "${found}" PARENT_SCOPE)
endfunction()

# --extern for each crate of CRATES, and where those below them are.
function(_cratec_add_crates)
  _cratec_sysroot(known files)
  list(APPEND depends ${files})
  foreach(needed IN LISTS arg_CRATES)
    if(TARGET "${needed}")
      _cratec_check_dependency("${needed}")
      _cratec_use_target("${needed}")
    elseif(needed IN_LIST known)
      list(APPEND command --extern "${needed}")
    else()
      list(JOIN known ", " listed)
      message(FATAL_ERROR "cratec: CRATES of ${name} names `${needed}`, which is neither a target "
                          "made by cratec_add_library above this line nor a crate of the sysroot "
                          "(${listed})")
    endif()
  endforeach()
  set(command "${command}" PARENT_SCOPE)
  set(depends "${depends}" PARENT_SCOPE)
  set(closure "${closure}" PARENT_SCOPE)
  set(native "${native}" PARENT_SCOPE)
endfunction()

function(_cratec_check_dependency needed)
  get_target_property(kind "${needed}" CRATEC_TYPE)
  if(NOT kind)
    message(FATAL_ERROR "cratec: CRATES of ${name} names the target `${needed}`, which is no crate; "
                        "make it with cratec_add_library, or name it with NATIVE")
  elseif(kind STREQUAL "bin" OR kind STREQUAL "cdylib" OR kind STREQUAL "staticlib")
    message(FATAL_ERROR "cratec: CRATES of ${name} names `${needed}`, a ${kind}, on which no crate "
                        "can depend; make it an rlib or a dylib")
  endif()
endfunction()

# Makes a crate's target a direct dependency: its files, and its closure's.
macro(_cratec_use_target needed)
  get_target_property(_cratec_crate "${needed}" CRATEC_CRATE)
  get_target_property(_cratec_file "${needed}" CRATEC_FILE)
  get_target_property(_cratec_closure "${needed}" CRATEC_CLOSURE)
  get_target_property(_cratec_native "${needed}" CRATEC_NATIVE)
  get_target_property(_cratec_includes "${needed}" INTERFACE_INCLUDE_DIRECTORIES)
  list(APPEND command --extern "${_cratec_crate}=${_cratec_file}")
  foreach(_cratec_folder IN LISTS _cratec_includes)
    if(_cratec_folder)
      list(APPEND command -C "clang-arg=-I${_cratec_folder}")
    endif()
  endforeach()
  set(_cratec_all "${needed}" ${_cratec_closure})
  foreach(_cratec_each IN LISTS _cratec_all)
    if(_cratec_each AND NOT _cratec_each IN_LIST closure)
      list(APPEND closure "${_cratec_each}")
      get_target_property(_cratec_file "${_cratec_each}" CRATEC_FILE)
      get_target_property(_cratec_build "${_cratec_each}" CRATEC_BUILD)
      get_filename_component(_cratec_folder "${_cratec_file}" DIRECTORY)
      list(APPEND command -L "dependency=${_cratec_folder}")
      list(APPEND depends "${_cratec_file}" "${_cratec_build}")
    endif()
  endforeach()
  if(_cratec_native)
    list(APPEND native ${_cratec_native})
  endif()
endmacro()

function(_cratec_add_allocator)
  if(arg_ALLOCATOR)
    _cratec_sysroot(known files)
    if(TARGET "${arg_ALLOCATOR}")
      _cratec_check_dependency("${arg_ALLOCATOR}")
      get_target_property(crate "${arg_ALLOCATOR}" CRATEC_CRATE)
      get_target_property(file "${arg_ALLOCATOR}" CRATEC_FILE)
      get_target_property(build "${arg_ALLOCATOR}" CRATEC_BUILD)
      get_target_property(below "${arg_ALLOCATOR}" CRATEC_CLOSURE)
      get_filename_component(folder "${file}" DIRECTORY)
      list(APPEND command --allocator "${crate}" -L "crate=${folder}")
      list(APPEND depends "${file}" "${build}")
      foreach(each IN LISTS below)
        get_target_property(file "${each}" CRATEC_FILE)
        get_target_property(build "${each}" CRATEC_BUILD)
        get_filename_component(folder "${file}" DIRECTORY)
        list(APPEND command -L "dependency=${folder}")
        list(APPEND depends "${file}" "${build}")
      endforeach()
      get_target_property(more "${arg_ALLOCATOR}" CRATEC_NATIVE)
      if(more)
        list(APPEND native ${more})
      endif()
    elseif(arg_ALLOCATOR STREQUAL "default" OR arg_ALLOCATOR IN_LIST known)
      list(APPEND command --allocator "${arg_ALLOCATOR}")
    else()
      list(FILTER known INCLUDE REGEX "^alloc_")
      list(JOIN known ", " listed)
      message(FATAL_ERROR "cratec: ALLOCATOR of ${name} is `${arg_ALLOCATOR}`, which is neither a "
                          "target made by cratec_add_library above this line nor a crate of the "
                          "sysroot (${listed}), nor `default`")
    endif()
  endif()
  set(command "${command}" PARENT_SCOPE)
  set(depends "${depends}" PARENT_SCOPE)
  set(native "${native}" PARENT_SCOPE)
endfunction()

# -l for each of NATIVE: a library target, a whole path, or what -l takes.
function(_cratec_add_native)
  foreach(library IN LISTS arg_NATIVE)
    if(TARGET "${library}")
      get_target_property(kind "${library}" TYPE)
      if(kind STREQUAL "STATIC_LIBRARY")
        set(link static)
      elseif(kind STREQUAL "SHARED_LIBRARY")
        set(link dylib)
      else()
        message(FATAL_ERROR "cratec: NATIVE of ${name} names the target `${library}`, which is "
                            "neither a static nor a shared library")
      endif()
      list(APPEND command -L "native=$<TARGET_FILE_DIR:${library}>"
           -l "${link}=$<TARGET_FILE_BASE_NAME:${library}>")
      list(APPEND depends "${library}" "$<TARGET_FILE:${library}>")
      if(link STREQUAL "dylib")
        list(APPEND native "${library}")
      endif()
    elseif(IS_ABSOLUTE "${library}")
      if(NOT library MATCHES "/lib([^/]+)\\.(a|so)$")
        message(FATAL_ERROR "cratec: NATIVE of ${name} names the file ${library}, which is not "
                            "called lib*.a or lib*.so")
      endif()
      set(short "${CMAKE_MATCH_1}")
      set(link dylib)
      if(CMAKE_MATCH_2 STREQUAL "a")
        set(link static)
      else()
        list(APPEND native "${library}")
      endif()
      get_filename_component(folder "${library}" DIRECTORY)
      list(APPEND command -L "native=${folder}" -l "${link}=${short}")
      list(APPEND depends "${library}")
    else()
      list(APPEND command -l "${library}")
    endif()
  endforeach()
  set(command "${command}" PARENT_SCOPE)
  set(depends "${depends}" PARENT_SCOPE)
  set(native "${native}" PARENT_SCOPE)
endfunction()

# What the crate's own C and C++ need, then what the user says; that comes last, to win.
function(_cratec_add_sources_options)
  foreach(folder IN LISTS arg_INCLUDES)
    get_filename_component(folder "${folder}" ABSOLUTE)
    list(APPEND command -C "clang-arg=-I${folder}")
  endforeach()
  list(APPEND command ${arg_OPTIONS})
  set(command "${command}" PARENT_SCOPE)
endfunction()

# The target that others link to.
function(_cratec_import)
  if(type STREQUAL "bin")
    add_executable(${name} IMPORTED GLOBAL)
  elseif(type STREQUAL "rlib")
    add_library(${name} UNKNOWN IMPORTED GLOBAL)
  elseif(type STREQUAL "staticlib")
    add_library(${name} STATIC IMPORTED GLOBAL)
  else()
    add_library(${name} SHARED IMPORTED GLOBAL)
  endif()
  add_dependencies(${name} ${name}-crate)
  list(REMOVE_DUPLICATES native)
  set_target_properties(${name} PROPERTIES
    CRATEC_CRATE "${crate}"
    CRATEC_TYPE "${type}"
    CRATEC_FILE "${file}"
    CRATEC_BUILD "${name}-crate"
    CRATEC_CLOSURE "${closure}"
    CRATEC_NATIVE "${native}")
  if(CMAKE_CONFIGURATION_TYPES)
    set_property(TARGET ${name} PROPERTY IMPORTED_CONFIGURATIONS ${CMAKE_CONFIGURATION_TYPES})
    foreach(config IN LISTS CMAKE_CONFIGURATION_TYPES)
      string(TOUPPER "${config}" upper)
      string(REPLACE "$<CONFIG>" "${config}" each "${file}")
      set_property(TARGET ${name} PROPERTY IMPORTED_LOCATION_${upper} "${each}")
    endforeach()
  else()
    set_property(TARGET ${name} PROPERTY IMPORTED_LOCATION "${file}")
  endif()
  _cratec_import_interface()
endfunction()

# What those who link to it have to know.
function(_cratec_import_interface)
  set(includes "")
  foreach(folder IN LISTS arg_INCLUDES)
    get_filename_component(folder "${folder}" ABSOLUTE)
    list(APPEND includes "${folder}")
  endforeach()
  if(includes AND NOT type STREQUAL "bin")
    set_property(TARGET ${name} PROPERTY INTERFACE_INCLUDE_DIRECTORIES "${includes}")
  endif()
  if(type STREQUAL "staticlib")
    # The file is there when something links to the target. CMake does not quote flags.
    string(REPLACE " " "\\ " quoted "${libraries}")
    set_property(TARGET ${name} PROPERTY INTERFACE_LINK_LIBRARIES ${native} "-Wl,@${quoted}")
    foreach(library IN LISTS native)
      if(TARGET "${library}")
        set_property(TARGET ${name} APPEND PROPERTY
          INTERFACE_LINK_DIRECTORIES "$<TARGET_FILE_DIR:${library}>")
      else()
        get_filename_component(folder "${library}" DIRECTORY)
        set_property(TARGET ${name} APPEND PROPERTY INTERFACE_LINK_DIRECTORIES "${folder}")
      endif()
    endforeach()
  elseif(type STREQUAL "rlib")
    # CMake's message for a target that is not there shows the name.
    set_property(TARGET ${name} PROPERTY INTERFACE_LINK_LIBRARIES
      "cratec::${name}_is_an_rlib_and_for_crates_only_link_a_staticlib_or_cdylib_instead")
  elseif(NOT type STREQUAL "bin")
    set_property(TARGET ${name} PROPERTY IMPORTED_SONAME "lib${crate}.so")
    set(beside "")
    foreach(each IN LISTS closure)
      get_target_property(kind "${each}" CRATEC_TYPE)
      if(kind STREQUAL "dylib")
        list(APPEND beside "${each}")
      endif()
    endforeach()
    set_property(TARGET ${name} PROPERTY IMPORTED_LINK_DEPENDENT_LIBRARIES "${beside}")
  endif()
endfunction()

cmake_policy(POP)
