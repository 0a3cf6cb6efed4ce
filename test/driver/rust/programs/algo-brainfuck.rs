// An interpreter for a very small language.
fn run(program: &str, input: &str) -> String {
    let code = program.as_bytes();
    let mut tape = [0u8; 64];
    let (mut at, mut cell) = (0, 0);
    let mut output = String::new();
    let mut input = input.bytes();
    while at < code.len() {
        match code[at] {
            b'>' => cell += 1,
            b'<' => cell -= 1,
            b'+' => tape[cell] = tape[cell].wrapping_add(1),
            b'-' => tape[cell] = tape[cell].wrapping_sub(1),
            b'.' => output.push(tape[cell] as char),
            b',' => tape[cell] = input.next().unwrap_or(0),
            b'[' if tape[cell] == 0 => {
                let mut depth = 1;
                while depth > 0 {
                    at += 1;
                    match code[at] {
                        b'[' => depth += 1,
                        b']' => depth -= 1,
                        _ => {}
                    }
                }
            }
            b']' if tape[cell] != 0 => {
                let mut depth = 1;
                while depth > 0 {
                    at -= 1;
                    match code[at] {
                        b']' => depth += 1,
                        b'[' => depth -= 1,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        at += 1;
    }
    output
}

fn main() {
    let hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.\
                 >>.<-.<.+++.------.--------.>>+.>++.";
    print!("{}", run(hello, ""));
    println!("{:?}", run(",[.,]", "echo"));
    println!("{:?}", run(",>,[-<+>]<.", "!\u{10}"));
}
