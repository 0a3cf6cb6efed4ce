// An interpreter of a small stack language.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Op {
    Push(i64),
    Add,
    Sub,
    Mul,
    Dup,
    Swap,
    JumpIfZero(usize),
    Jump(usize),
    Print,
    Halt,
}

#[derive(Debug, PartialEq)]
enum Fault {
    Underflow(usize),
    BadJump(usize),
    OutOfSteps,
}

struct Machine<'a> {
    code: &'a [Op],
    stack: Vec<i64>,
    at: usize,
}

impl<'a> Machine<'a> {
    fn pop(&mut self) -> Result<i64, Fault> {
        match self.stack.pop() {
            Some(n) => Ok(n),
            None => Err(Fault::Underflow(self.at)),
        }
    }

    fn step(&mut self) -> Result<bool, Fault> {
        if self.at >= self.code.len() {
            return Err(Fault::BadJump(self.at));
        }
        let op = self.code[self.at];
        self.at += 1;
        match op {
            Op::Push(n) => self.stack.push(n),
            Op::Add | Op::Sub | Op::Mul => {
                let b = try!(self.pop());
                let a = try!(self.pop());
                self.stack.push(match op {
                    Op::Add => a + b,
                    Op::Sub => a - b,
                    _ => a * b,
                });
            }
            Op::Dup => {
                let a = try!(self.pop());
                self.stack.push(a);
                self.stack.push(a);
            }
            Op::Swap => {
                let b = try!(self.pop());
                let a = try!(self.pop());
                self.stack.extend_from_slice(&[b, a]);
            }
            Op::JumpIfZero(to) => if try!(self.pop()) == 0 { self.at = to },
            Op::Jump(to) => self.at = to,
            Op::Print => println!("out {}", try!(self.pop())),
            Op::Halt => return Ok(false),
        }
        Ok(true)
    }
}

fn run(code: &[Op]) -> Result<Vec<i64>, Fault> {
    let mut m = Machine { code: code, stack: Vec::new(), at: 0 };
    for _ in 0..1000 {
        if !try!(m.step()) {
            return Ok(m.stack);
        }
    }
    Err(Fault::OutOfSteps)
}

fn main() {
    // 5! with the product below the counter.
    let factorial = [Op::Push(1), Op::Push(5), Op::Dup, Op::JumpIfZero(11), Op::Dup, Op::Print,
                     Op::Swap, Op::Push(2), Op::Mul, Op::Swap, Op::Jump(12), Op::Halt,
                     Op::Push(1), Op::Sub, Op::Jump(2)];
    println!("{:?}", run(&factorial));
    println!("{:?}", run(&[Op::Push(1), Op::Add]));
    println!("{:?} {:?}", run(&[Op::Jump(7)]), run(&[Op::Jump(0)]));
}
