// A dispatcher that calls through pointers, with state by reference.
struct Machine {
    state: fn(&mut Machine, u8) -> bool,
    count: u32,
    log: String,
}

fn start(m: &mut Machine, b: u8) -> bool {
    if b == b'<' {
        m.state = inside;
        m.log.push('[');
    }
    true
}

fn inside(m: &mut Machine, b: u8) -> bool {
    if b == b'>' {
        m.state = start;
        m.count += 1;
        m.log.push(']');
    } else if b == b'!' {
        m.state = stop;
    } else {
        m.log.push(b as char);
    }
    true
}

fn stop(_: &mut Machine, _: u8) -> bool {
    false
}

fn main() {
    let mut m = Machine { state: start, count: 0, log: String::new() };
    for b in "a<bc>d<e><f!g>".bytes() {
        let state = m.state;
        if !state(&mut m, b) {
            println!("stopped at {}", b as char);
            break;
        }
    }
    println!("{} {}", m.count, m.log);
}
