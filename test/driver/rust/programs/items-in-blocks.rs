// Items inside functions and blocks, used before they are written.
fn outer() -> i32 {
    return helper(2) + CONST;

    fn helper(n: i32) -> i32 {
        n * FACTOR
    }
    const FACTOR: i32 = 10;
    const CONST: i32 = 5;
}

fn main() {
    println!("{}", outer());
    struct Local {
        n: i32,
    }
    impl Local {
        fn get(&self) -> i32 {
            self.n
        }
    }
    println!("{}", Local { n: 4 }.get());
    let value = {
        enum Choice {
            A,
            B(i32),
        }
        fn pick(c: Choice) -> i32 {
            match c {
                Choice::A => 1,
                Choice::B(n) => n,
            }
        }
        pick(Choice::A) + pick(Choice::B(10))
    };
    println!("{}", value);
    mod inside {
        pub fn f() -> i32 {
            77
        }
    }
    println!("{}", inside::f());
    if value > 0 {
        fn only_here() -> &'static str {
            "here"
        }
        println!("{}", only_here());
    }
    fn helper() -> &'static str {
        "another helper"
    }
    println!("{}", helper());
}
