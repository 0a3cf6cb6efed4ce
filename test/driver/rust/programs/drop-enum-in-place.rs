// Changing an enum in place drops the old variant's contents.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum State {
    Idle,
    Busy(D),
    Done { result: D, extra: D },
}

impl State {
    fn step(self) -> State {
        match self {
            State::Idle => State::Busy(D(1)),
            State::Busy(d) => State::Done { result: D(d.0 + 1), extra: D(9) },
            State::Done { result, .. } => {
                println!("result {}", result.0);
                State::Idle
            }
        }
    }
}

fn main() {
    let mut s = State::Idle;
    for i in 0..4 {
        println!("step {}", i);
        s = s.step();
    }
    s = State::Busy(D(50));
    println!("end");
}
