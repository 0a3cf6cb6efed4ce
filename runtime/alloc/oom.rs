//! The end of a program that has no memory left.

extern "C" {
    fn write(fd: i32, bytes: *const u8, count: usize) -> isize;
    fn abort() -> !;
}

/// Says so and aborts. write(2), not stdio: there is no memory left that stdio could ask for.
#[inline(never)]
pub fn oom() -> ! {
    let message = "fatal runtime error: out of memory\n";
    unsafe {
        // The process ends here, whether or not anybody could be told.
        write(2, message.as_ptr(), message.len());
        abort()
    }
}
