//! Structs, tuples, lists and maps as `{:?}` and `{:#?}` write them.

use prelude::v1::*;
use fmt::{derive, Debug, Formatter, Result};
use iter::{Extend, Feed};

// The formatter is held as a reference without a lifetime; a builder does not outlive the
// call of `fmt` it is made in.

/// `Name { a: 1, b: 2 }`
pub struct DebugStruct {
    f: &'static mut Formatter,
    result: Result,
    has_fields: bool,
}

pub fn begin_struct(f: &mut Formatter, name: &str) -> DebugStruct {
    let result = f.write_str(name);
    DebugStruct { f: f, result: result, has_fields: false }
}

impl DebugStruct {
    pub fn field<T: ?Sized + Debug>(&mut self, name: &str, value: &T) -> &mut DebugStruct {
        if self.result.is_ok() {
            self.result = derive::field(self.f, name, value, !self.has_fields);
        }
        self.has_fields = true;
        self
    }

    pub fn finish(&mut self) -> Result {
        try!(self.result);
        derive::end_struct(self.f, self.has_fields)
    }
}

/// `Name(1, 2)`
pub struct DebugTuple {
    f: &'static mut Formatter,
    result: Result,
    fields: usize,
    has_name: bool,
}

pub fn begin_tuple(f: &mut Formatter, name: &str) -> DebugTuple {
    let result = f.write_str(name);
    DebugTuple { f: f, result: result, fields: 0, has_name: name.len() != 0 }
}

impl DebugTuple {
    pub fn field<T: ?Sized + Debug>(&mut self, value: &T) -> &mut DebugTuple {
        if self.result.is_ok() {
            self.result = derive::tuple_field(self.f, value, self.fields == 0);
        }
        self.fields += 1;
        self
    }

    pub fn finish(&mut self) -> Result {
        try!(self.result);
        // In parentheses alone it would be no tuple.
        if self.fields == 1 && !self.has_name && !self.f.alternate() {
            try!(self.f.write_str(","));
        }
        derive::end_tuple(self.f, self.fields != 0)
    }
}

/// `[1, 2]`, and `{1, 2}` for sets.
pub struct DebugList {
    f: &'static mut Formatter,
    result: Result,
    has_entries: bool,
    close: &'static str,
}

pub fn begin_list(f: &mut Formatter, open: &str, close: &'static str) -> DebugList {
    let result = f.write_str(open);
    DebugList { f: f, result: result, has_entries: false, close: close }
}

impl DebugList {
    pub fn entry<T: ?Sized + Debug>(&mut self, value: &T) -> &mut DebugList {
        if self.result.is_ok() {
            self.result = self.write_entry(value);
        }
        self.has_entries = true;
        self
    }

    fn write_entry<T: ?Sized + Debug>(&mut self, value: &T) -> Result {
        if self.f.alternate() {
            if !self.has_entries {
                try!(self.f.write_str("\n"));
            }
            self.f.indent();
            try!(Debug::fmt(value, self.f));
            try!(self.f.write_str(",\n"));
            self.f.outdent();
            return Ok(());
        }
        if self.has_entries {
            try!(self.f.write_str(", "));
        }
        Debug::fmt(value, self.f)
    }

    pub fn entries<I: Feed<DebugList>>(&mut self, entries: I) -> &mut DebugList {
        entries.feed(self);
        self
    }

    pub fn finish(&mut self) -> Result {
        try!(self.result);
        self.f.write_str(self.close)
    }
}

impl<T: Debug> Extend<T> for DebugList {
    fn take_in(&mut self, item: T) {
        self.entry(&item);
    }
}

/// `{1: 2, 3: 4}`
pub struct DebugMap {
    f: &'static mut Formatter,
    result: Result,
    has_entries: bool,
}

pub fn begin_map(f: &mut Formatter) -> DebugMap {
    let result = f.write_str("{");
    DebugMap { f: f, result: result, has_entries: false }
}

impl DebugMap {
    pub fn entry<K: ?Sized + Debug, V: ?Sized + Debug>(&mut self, key: &K, value: &V)
                                                       -> &mut DebugMap {
        if self.result.is_ok() {
            self.result = self.write_entry(key, value);
        }
        self.has_entries = true;
        self
    }

    fn write_entry<K: ?Sized + Debug, V: ?Sized + Debug>(&mut self, key: &K, value: &V) -> Result {
        let alternate = self.f.alternate();
        if alternate {
            if !self.has_entries {
                try!(self.f.write_str("\n"));
            }
            self.f.indent();
        } else if self.has_entries {
            try!(self.f.write_str(", "));
        }
        try!(Debug::fmt(key, self.f));
        try!(self.f.write_str(": "));
        try!(Debug::fmt(value, self.f));
        if alternate {
            try!(self.f.write_str(",\n"));
            self.f.outdent();
        }
        Ok(())
    }

    pub fn finish(&mut self) -> Result {
        try!(self.result);
        self.f.write_str("}")
    }
}
