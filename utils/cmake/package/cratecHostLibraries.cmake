# cratecHostLibraries.cmake - the libraries that a program has to link with a staticlib
#
# Run with -D file=FILE, which holds what `--print native-static-libs` says. What every
# compiler links by itself is taken out: which libgcc and C library, it knows better, above
# all where it links statically. FILE is then a linker's response file.
file(READ "${file}" words)
string(REGEX REPLACE "[ \n]+" ";" words "${words}")
list(REMOVE_ITEM words "" -lgcc -lgcc_s -lgcc_eh -lc)
list(JOIN words "\n" text)
file(WRITE "${file}" "${text}\n")
