//! Functions.

use types::*;

extern "C" {
    // ---- memory ----
    pub fn malloc(size: size_t) -> *mut c_void;
    pub fn calloc(count: size_t, size: size_t) -> *mut c_void;
    pub fn realloc(p: *mut c_void, size: size_t) -> *mut c_void;
    pub fn free(p: *mut c_void);
    pub fn posix_memalign(result: *mut *mut c_void, align: size_t, size: size_t) -> c_int;
    pub fn memalign(align: size_t, size: size_t) -> *mut c_void;
    pub fn aligned_alloc(align: size_t, size: size_t) -> *mut c_void;
    pub fn malloc_usable_size(p: *mut c_void) -> size_t;

    pub fn memcpy(to: *mut c_void, from: *const c_void, count: size_t) -> *mut c_void;
    pub fn memmove(to: *mut c_void, from: *const c_void, count: size_t) -> *mut c_void;
    pub fn memset(to: *mut c_void, byte: c_int, count: size_t) -> *mut c_void;
    pub fn memcmp(a: *const c_void, b: *const c_void, count: size_t) -> c_int;
    pub fn memchr(in_: *const c_void, byte: c_int, count: size_t) -> *mut c_void;

    pub fn mmap(at: *mut c_void, length: size_t, protection: c_int, flags: c_int, fd: c_int,
                offset: off_t) -> *mut c_void;
    pub fn munmap(at: *mut c_void, length: size_t) -> c_int;
    pub fn mremap(at: *mut c_void, old_length: size_t, length: size_t, flags: c_int, ...)
                  -> *mut c_void;
    pub fn mprotect(at: *mut c_void, length: size_t, protection: c_int) -> c_int;
    pub fn madvise(at: *mut c_void, length: size_t, advice: c_int) -> c_int;
    pub fn brk(at: *mut c_void) -> c_int;
    pub fn sbrk(change: intptr_t) -> *mut c_void;

    // ---- strings ----
    pub fn strlen(s: *const c_char) -> size_t;
    pub fn strcmp(a: *const c_char, b: *const c_char) -> c_int;
    pub fn strncmp(a: *const c_char, b: *const c_char, count: size_t) -> c_int;
    pub fn strcpy(to: *mut c_char, from: *const c_char) -> *mut c_char;
    pub fn strncpy(to: *mut c_char, from: *const c_char, count: size_t) -> *mut c_char;
    pub fn strcat(to: *mut c_char, from: *const c_char) -> *mut c_char;
    pub fn strchr(s: *const c_char, c: c_int) -> *mut c_char;
    pub fn strrchr(s: *const c_char, c: c_int) -> *mut c_char;
    pub fn strstr(s: *const c_char, wanted: *const c_char) -> *mut c_char;
    pub fn strdup(s: *const c_char) -> *mut c_char;
    pub fn strerror(code: c_int) -> *mut c_char;
    pub fn atoi(s: *const c_char) -> c_int;
    pub fn strtol(s: *const c_char, end: *mut *mut c_char, base: c_int) -> c_long;
    pub fn strtoul(s: *const c_char, end: *mut *mut c_char, base: c_int) -> c_ulong;
    pub fn strtod(s: *const c_char, end: *mut *mut c_char) -> c_double;

    // ---- files ----
    pub fn open(path: *const c_char, flags: c_int, ...) -> c_int;
    pub fn close(fd: c_int) -> c_int;
    pub fn read(fd: c_int, buffer: *mut c_void, count: size_t) -> ssize_t;
    pub fn write(fd: c_int, buffer: *const c_void, count: size_t) -> ssize_t;
    pub fn pread(fd: c_int, buffer: *mut c_void, count: size_t, offset: off_t) -> ssize_t;
    pub fn pwrite(fd: c_int, buffer: *const c_void, count: size_t, offset: off_t) -> ssize_t;
    pub fn dup(fd: c_int) -> c_int;
    pub fn dup2(fd: c_int, as_: c_int) -> c_int;
    pub fn pipe(fds: *mut c_int) -> c_int;
    pub fn memfd_create(name: *const c_char, flags: c_uint) -> c_int;
    pub fn lseek(fd: c_int, offset: off_t, from: c_int) -> off_t;
    pub fn fsync(fd: c_int) -> c_int;
    pub fn unlink(path: *const c_char) -> c_int;
    pub fn isatty(fd: c_int) -> c_int;

    // ---- stdio ----
    pub fn printf(format: *const c_char, ...) -> c_int;
    pub fn snprintf(to: *mut c_char, size: size_t, format: *const c_char, ...) -> c_int;
    pub fn puts(s: *const c_char) -> c_int;
    pub fn putchar(c: c_int) -> c_int;
    pub fn perror(s: *const c_char);
    pub fn fflush(stream: *mut FILE) -> c_int;

    // ---- the process ----
    pub fn exit(status: c_int) -> !;
    pub fn _exit(status: c_int) -> !;
    pub fn abort() -> !;
    pub fn atexit(f: extern "C" fn()) -> c_int;
    pub fn getenv(name: *const c_char) -> *mut c_char;
    pub fn setenv(name: *const c_char, value: *const c_char, overwrite: c_int) -> c_int;
    pub fn unsetenv(name: *const c_char) -> c_int;
    pub fn getpid() -> pid_t;
    pub fn getppid() -> pid_t;
    pub fn getuid() -> uid_t;
    pub fn fork() -> pid_t;
    pub fn waitpid(pid: pid_t, status: *mut c_int, options: c_int) -> pid_t;
    pub fn prctl(option: c_int, ...) -> c_int;
    pub fn signal(signal: c_int, handler: sighandler_t) -> sighandler_t;
    pub fn sigemptyset(set: *mut sigset_t) -> c_int;
    pub fn sigaddset(set: *mut sigset_t, signal: c_int) -> c_int;
    pub fn sigprocmask(how: c_int, set: *const sigset_t, old: *mut sigset_t) -> c_int;
    pub fn sigtimedwait(set: *const sigset_t, info: *mut c_void, timeout: *const timespec)
                        -> c_int;
    pub fn kill(pid: pid_t, signal: c_int) -> c_int;
    pub fn raise(signal: c_int) -> c_int;
    pub fn sysconf(name: c_int) -> c_long;
    pub fn getpagesize() -> c_int;
    pub fn sched_yield() -> c_int;

    // ---- time ----
    pub fn time(result: *mut time_t) -> time_t;
    pub fn clock() -> clock_t;
    pub fn clock_gettime(clock: clockid_t, result: *mut timespec) -> c_int;
    pub fn nanosleep(wanted: *const timespec, left: *mut timespec) -> c_int;
    pub fn usleep(microseconds: useconds_t) -> c_int;
    pub fn sleep(seconds: c_uint) -> c_uint;

    // ---- others ----
    pub fn rand() -> c_int;
    pub fn srand(seed: c_uint);
    pub fn abs(value: c_int) -> c_int;
    pub fn qsort(base: *mut c_void, count: size_t, size: size_t,
                 compare: extern "C" fn(*const c_void, *const c_void) -> c_int);
    pub fn pthread_self() -> pthread_t;
    pub fn __errno_location() -> *mut c_int;
}
