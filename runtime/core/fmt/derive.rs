//! What derived impls of Debug call, and what the builders are made of. Functions of the
//! formatter alone: the compiler writes less, and nothing needs a place to live in.

use prelude::v1::*;
use fmt::{Debug, Formatter, Result};

/// A struct or variant without fields.
pub fn unit(f: &mut Formatter, name: &str) -> Result {
    f.write_str(name)
}

pub fn begin_struct(f: &mut Formatter, name: &str) -> Result {
    f.write_str(name)
}

pub fn field<T: ?Sized + Debug>(f: &mut Formatter, name: &str, value: &T, is_first: bool)
                                -> Result {
    if f.alternate() {
        if is_first {
            try!(f.write_str(" {\n"));
        }
        f.indent();
        try!(f.write_str(name));
        try!(f.write_str(": "));
        try!(Debug::fmt(value, f));
        try!(f.write_str(",\n"));
        f.outdent();
        return Ok(());
    }
    try!(f.write_str(if is_first { " { " } else { ", " }));
    try!(f.write_str(name));
    try!(f.write_str(": "));
    Debug::fmt(value, f)
}

pub fn end_struct(f: &mut Formatter, has_fields: bool) -> Result {
    if !has_fields {
        Ok(())
    } else if f.alternate() {
        f.write_str("}")
    } else {
        f.write_str(" }")
    }
}

/// A tuple struct or variant; without a name, a tuple.
pub fn begin_tuple(f: &mut Formatter, name: &str) -> Result {
    f.write_str(name)
}

pub fn tuple_field<T: ?Sized + Debug>(f: &mut Formatter, value: &T, is_first: bool) -> Result {
    if f.alternate() {
        if is_first {
            try!(f.write_str("(\n"));
        }
        f.indent();
        try!(Debug::fmt(value, f));
        try!(f.write_str(",\n"));
        f.outdent();
        return Ok(());
    }
    try!(f.write_str(if is_first { "(" } else { ", " }));
    Debug::fmt(value, f)
}

pub fn end_tuple(f: &mut Formatter, has_fields: bool) -> Result {
    if has_fields { f.write_str(")") } else { Ok(()) }
}
