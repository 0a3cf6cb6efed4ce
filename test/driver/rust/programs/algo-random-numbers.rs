// Xorshift, a linear congruential generator, shuffling.
struct Xorshift {
    state: u32,
}

impl Xorshift {
    fn next(&mut self) -> u32 {
        let mut x = self.state;
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        self.state = x;
        x
    }
    fn below(&mut self, n: u32) -> u32 {
        self.next() % n
    }
}

fn lcg(state: &mut u64) -> u32 {
    *state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
    (*state >> 33) as u32
}

fn shuffle(v: &mut [u32], random: &mut Xorshift) {
    let mut i = v.len();
    while i > 1 {
        i -= 1;
        let j = random.below(i as u32 + 1) as usize;
        v.swap(i, j);
    }
}

fn main() {
    let mut r = Xorshift { state: 2463534242 };
    println!("{} {} {}", r.next(), r.next(), r.below(100));
    let mut state = 1;
    println!("{} {}", lcg(&mut state), lcg(&mut state));
    let mut v = Vec::new();
    for i in 0..10 {
        v.push(i);
    }
    shuffle(&mut v, &mut r);
    println!("{:?}", v);
    let mut inside = 0;
    for _ in 0..10000 {
        let x = r.below(1000) as i64;
        let y = r.below(1000) as i64;
        if x * x + y * y < 1000000 {
            inside += 1;
        }
    }
    println!("{}", inside);
}
