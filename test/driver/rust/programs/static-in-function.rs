// A static inside a function keeps its value between calls.
fn ticket() -> u32 {
    static mut NEXT: u32 = 10;
    unsafe {
        let mine = NEXT;
        NEXT += 5;
        mine
    }
}

fn other() -> u32 {
    static mut NEXT: u32 = 500;
    unsafe {
        NEXT -= 1;
        NEXT
    }
}

fn main() {
    println!("{} {} {}", ticket(), ticket(), other());
    println!("{} {}", other(), ticket());
}
