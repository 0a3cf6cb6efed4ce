//! The process itself.

extern "C" {
    #[link_name = "exit"]
    fn c_exit(status: i32) -> !;
    #[link_name = "abort"]
    fn c_abort() -> !;
    fn getpid() -> i32;
}

/// Ends the process. Nothing more is dropped.
pub fn exit(code: i32) -> ! {
    unsafe { c_exit(code) }
}

pub fn abort() -> ! {
    unsafe { c_abort() }
}

pub fn id() -> u32 {
    unsafe { getpid() as u32 }
}
