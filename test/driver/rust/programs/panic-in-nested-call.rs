// A panic deep inside ends the program; what was printed before stays.
mod deep {
    pub fn down(n: u32) -> u32 {
        println!("level {}", n);
        if n == 0 {
            panic!("bottom");
        }
        down(n - 1) + 1
    }
}

fn main() {
    println!("start");
    println!("{}", deep::down(4));
}
