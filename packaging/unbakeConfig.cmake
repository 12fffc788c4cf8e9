# find_package(unbake) gives unbake::shared and unbake::static, and unbake::unbake, which is the shared one unless the
# component `static` is asked for: find_package(unbake REQUIRED COMPONENTS static).
include("${CMAKE_CURRENT_LIST_DIR}/unbakeTargets.cmake")

set(unbake_shared_FOUND TRUE)
set(unbake_static_FOUND TRUE)
set(unbake_default unbake::shared)
if("static" IN_LIST unbake_FIND_COMPONENTS)
  set(unbake_default unbake::static)
endif()
foreach(component IN LISTS unbake_FIND_COMPONENTS)
  if(unbake_FIND_REQUIRED_${component} AND NOT unbake_${component}_FOUND)
    set(unbake_FOUND FALSE)
    set(unbake_NOT_FOUND_MESSAGE "unbake has no component '${component}': there are 'shared' and 'static'")
  endif()
endforeach()

if(NOT TARGET unbake::unbake)
  add_library(unbake::unbake INTERFACE IMPORTED)
  set_property(TARGET unbake::unbake PROPERTY INTERFACE_LINK_LIBRARIES ${unbake_default})
endif()
unset(unbake_default)
