// Conditional compilation of items, statements, fields and arms.
#[cfg(target_os = "linux")]
fn system() -> &'static str {
    "linux"
}
#[cfg(not(target_os = "linux"))]
fn system() -> &'static str {
    "other"
}

#[cfg(any(unix, windows))]
mod known {
    pub const KNOWN: bool = true;
}

#[cfg(all(unix, not(unix)))]
fn impossible() {
    no_such_function(NO_SUCH_VALUE)
}

struct S {
    #[cfg(unix)]
    a: i32,
    #[cfg(not(unix))]
    b: String,
}

#[cfg_attr(unix, derive(Debug))]
enum E {
    A,
    #[cfg(windows)]
    B(Missing),
}

fn main() {
    println!("{} {}", system(), known::KNOWN);
    let s = S { a: 1 };
    println!("{}", s.a);
    println!("{:?}", E::A);
    #[cfg(not(unix))]
    println!("never");
    #[cfg(unix)]
    println!("unix");
    println!("{} {}", cfg!(unix), cfg!(all(unix, windows)));
    println!("{}", if cfg!(not(windows)) { 1 } else { 2 });
    println!("{}", cfg!(target_pointer_width = "64") == (std::mem::size_of::<usize>() == 8));
}
