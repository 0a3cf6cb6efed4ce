"""Writes a C library and a program of the dialect that hand each other structs by value.

Every shape is passed behind more and more other arguments, so that registers run out in
all ways, and in both directions: C's functions are called, and call back. Each side checks
every field and gives the struct back with its fields counted on.
"""

import sys

TYPES = {
    "i8": ("int8_t", 7), "u8": ("uint8_t", 200), "i16": ("int16_t", -300), "i32": ("int32_t", -70000),
    "u32": ("uint32_t", 4000000000), "i64": ("int64_t", -5000000000), "f32": ("float", 1.5),
    "f64": ("double", -2.25),
}

SHAPES = [
    "i8", "f32", "f64", "i64", "i8 i8", "i8 i8 i8", "u8 i16", "i32 i32", "i32 f32", "f32 i8",
    "f32 f32", "f32 f32 f32", "f32 f32 f32 f32", "f64 f64", "f64 f64 f64", "f64 f64 f64 f64",
    "f64 i32", "i32 f64", "i64 i64", "i64 f64", "f64 i64", "i8 i64", "i64 i8", "i32 i32 f64",
    "f32 f32 i64", "i8 i16 i32 i64", "i32 i32 i32", "i32 i32 i32 i32", "i32 i32 i32 i32 i32",
    "f32 f64", "u32 u8 f32", "i64 i64 i64", "f32 f32 f32 f32 f32", "i8 f64 i8", "i64 i64 f64 f64",
    "[i8;3]", "[i8;7]", "[i16;5]", "[f32;2]", "[f32;4] ", "[f64;2]", "[i32;5]", "i8 [i8;2]",
    "packed i8 i16 i8", "packed i8 i64", "packed i8 f64 i8", "packed u8 u32", "packed f32 f64",
    "nested i8 i32 f32", "nested f64 f32 f32", "nested i32 i64 f64",
]

# What stands before the struct.
BEFORE = ["", "i32 i32 i32 i32 i32", "i64 i64 i64 i64 i64 i64 i64", "f32 f64 f32 f64 f32 f64 f32",
          "f64 f64 f64 f64 f64 f64 f64 f64 f64", "i32 f64 i64 f32 i32 f64 i64 f32 i32 f64 i32"]


class Shape:
    def __init__(self, number, text):
        self.name = f"S{number}"
        words = text.split()
        self.packed = words[0] == "packed"
        self.nested = words[0] == "nested"
        words = words[1:] if self.packed or self.nested else words
        self.fields = []  # name, type, count (0: no array)
        for i, word in enumerate(words):
            if word.startswith("["):
                kind, count = word.strip("[]").split(";")
                self.fields.append((f"m{i}", kind, int(count)))
            else:
                self.fields.append((f"m{i}", word, 0))

    def leaves(self):
        """Expressions within the struct, with their types; the same in both languages."""
        found = []
        for i, (name, kind, count) in enumerate(self.fields):
            path = f"inner.{name}" if self.nested and i > 0 else name
            found += [(f"{path}[{j}]", kind) for j in range(count)] if count else [(path, kind)]
        return found

    def c(self):
        members = [f"{TYPES[k][0]} {n}{f'[{c}]' if c else ''};" for n, k, c in self.fields]
        if self.nested:
            inner = " ".join(members[1:])
            return f"struct {self.name} {{ {members[0]} struct {{ {inner} }} inner; }};"
        packed = "__attribute__((packed)) " if self.packed else ""
        return f"struct {packed}{self.name} {{ {' '.join(members)} }};"

    def rust(self):
        members = [f"{n}: {f'[{k}; {c}]' if c else k}" for n, k, c in self.fields]
        head = "#[derive(Clone, Copy)]\n"
        if self.nested:
            return (f"#[repr(C)]\n{head}struct {self.name}Inner {{ {', '.join(members[1:])} }}\n"
                    f"#[repr(C)]\n{head}struct {self.name} {{ {members[0]}, inner: {self.name}Inner }}")
        packed = ", packed" if self.packed else ""
        return f"#[repr(C{packed})]\n{head}struct {self.name} {{ {', '.join(members)} }}"


def value(kind, number):
    start = TYPES[kind][1]
    return start + number % 50 if kind not in ("f32", "f64") else start + number


def literal(kind, number):
    text = str(value(kind, number))
    return text + (".0" if kind in ("f32", "f64") and "." not in text else "")


def main():
    shapes = [Shape(i, text) for i, text in enumerate(SHAPES)]
    c = ["#include <stdint.h>", "extern int wrong(int where);"]
    rust = ["use std::process;", "static mut CHECKS: i32 = 0;",
            "#[no_mangle] pub extern \"C\" fn wrong(place: i32) -> i32 {",
            "    println!(\"wrong at {}\", place); process::exit(1)", "}"]
    declarations, calls, place = [], [], 0
    for shape in shapes:
        c.append(shape.c())
        rust.append(shape.rust())
        leaves = shape.leaves()
        zero = f"unsafe {{ std::mem::zeroed::<{shape.name}>() }}"
        for b, before in enumerate(BEFORE):
            kinds = before.split()
            name = f"{shape.name.lower()}_{b}"
            c_parameters = [f"{TYPES[k][0]} a{i}" for i, k in enumerate(kinds)]
            c_parameters += [f"struct {shape.name} s", "int32_t last"]
            types = [TYPES[k][0] for k in kinds] + [f"struct {shape.name}", "int32_t"]
            checks = [f"a{i} != ({TYPES[k][0]}){literal(k, i)}" for i, k in enumerate(kinds)]
            checks += [f"s.{path} != ({TYPES[k][0]}){literal(k, i)}" for i, (path, k) in enumerate(leaves)]
            checks += ["last != 77"]
            given = [f"a{i}" for i in range(len(kinds))] + ["s", "last"]
            changes = " ".join(f"s.{path} += 1;" for path, _ in leaves)
            place += 1
            c.append(f"struct {shape.name} {name}({', '.join(c_parameters)}, "
                     f"struct {shape.name} (*back)({', '.join(types)})) {{\n"
                     f"  if ({' || '.join(checks)}) wrong({place});\n"
                     f"  s = back({', '.join(given)});\n"
                     f"  {changes} return s;\n}}")
            r_types = kinds + [shape.name, "i32"]
            back_type = f"extern \"C\" fn({', '.join(r_types)}) -> {shape.name}"
            declarations.append(f"fn {name}({', '.join(f'a{i}: {k}' for i, k in enumerate(r_types))}, "
                                f"back: {back_type}) -> {shape.name};")
            r_parameters = [f"a{i}: {k}" for i, k in enumerate(kinds)]
            r_checks = [f"a{i} != {literal(k, i)}" for i, k in enumerate(kinds)]
            r_checks += [f"{{ s.{path} }} != {literal(k, i)}" for i, (path, k) in enumerate(leaves)]
            r_changes = " ".join(f"s.{path} = {{ s.{path} }} + {literal_one(k)};" for path, k in leaves)
            rust.append(f"extern \"C\" fn back_{name}({', '.join(r_parameters + [f'mut s: {shape.name}', 'last: i32'])}) "
                        f"-> {shape.name} {{\n    if {' || '.join(r_checks + ['last != 77'])} {{ wrong(-{place}); }}\n"
                        f"    {r_changes} s\n}}")
            arguments = [literal(k, i) for i, k in enumerate(kinds)] + ["s", "77", f"back_{name}"]
            expected = " || ".join(f"{{ r.{path} }} != {literal(k, i + 0)} + {literal_one(k)} + {literal_one(k)}"
                                   for i, (path, k) in enumerate(leaves))
            sets = " ".join(f"s.{path} = {literal(k, i)};" for i, (path, k) in enumerate(leaves))
            calls.append(f"fn call_{name}() {{\n    let mut s = {zero}; {sets}\n"
                         f"    let r = unsafe {{ {name}({', '.join(arguments)}) }};\n"
                         f"    if {expected} {{ wrong({1000 + place}); }}\n    unsafe {{ CHECKS += 1; }}\n}}")
    rust += ["#[link(name = \"shapes\", kind = \"static\")]", "extern \"C\" {"] + declarations + ["}"] + calls
    rust += ["fn main() {"]
    rust += [f"    call_{s.name.lower()}_{b}();" for s in shapes for b in range(len(BEFORE))]
    rust += ["    println!(\"{} shapes passed\", unsafe { CHECKS });", "}"]
    with open("shapes.c", "w") as out:
        out.write("\n".join(c) + "\n")
    with open("main.rs", "w") as out:
        out.write("\n".join(rust) + "\n")


def literal_one(kind):
    return "1.0" if kind in ("f32", "f64") else "1"


main()
