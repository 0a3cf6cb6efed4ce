#![allocator]
#![no_std]
#![crate_type = "rlib"]
