//! A cdylib: a shared library for C alone, which exports this one function and keeps its
//! allocator to itself.

extern crate index;

use std::slice;
use std::str;

#[no_mangle]
pub extern "C" fn plugin_describe(text: *const u8, length: usize) -> i32 {
    let bytes = unsafe { slice::from_raw_parts(text, length) };
    match str::from_utf8(bytes) {
        Ok(text) => {
            println!("the plugin: {}", index::summary(text));
            0
        }
        Err(_) => 1,
    }
}
