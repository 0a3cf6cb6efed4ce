// Statics, mutable ones, and references to them.
static GREETING: &'static str = "hello";
static TABLE: [i32; 4] = [1, 4, 9, 16];
static mut COUNTER: u32 = 0;
static mut BUFFER: [u8; 4] = [0; 4];

struct Settings {
    level: i32,
    names: [&'static str; 2],
}

static SETTINGS: Settings = Settings { level: 3, names: ["a", "b"] };
static REF: &'static i32 = &42;

fn next() -> u32 {
    unsafe {
        COUNTER += 1;
        COUNTER
    }
}

fn main() {
    println!("{} {}", GREETING, TABLE[2]);
    println!("{} {} {}", next(), next(), next());
    unsafe {
        BUFFER[1] = 5;
        BUFFER[3] += 7;
        let copy = BUFFER;
        println!("{:?}", copy);
        let p = &mut COUNTER;
        *p = 100;
    }
    println!("{}", next());
    println!("{} {} {}", SETTINGS.level, SETTINGS.names[1], *REF);
    let same: *const [i32; 4] = &TABLE;
    println!("{}", same == &TABLE as *const [i32; 4]);
    static INNER: i32 = 7;
    println!("{}", INNER);
    let total = { let mut t = 0; for x in TABLE.iter() { t += *x; } t };
    println!("{}", total);
}
