// A locked stream writes what the stream itself writes, in one order with it.

use std::io;
use std::io::Write;

fn main() {
    let out = io::stdout();
    let mut locked = out.lock();
    locked.write_all(b"bytes\n").unwrap();
    writeln!(locked, "{} and {:?}", 1, "two").unwrap();
    locked.flush().unwrap();
    let err = io::stderr();
    writeln!(err.lock(), "not compared").unwrap();
}
