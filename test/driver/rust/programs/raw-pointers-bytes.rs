// Memory seen as bytes of another type.
fn main() {
    let n: u32 = 0x11223344u32.to_le();
    let p = &n as *const u32 as *const u8;
    for i in 0..4 {
        print!("{:x} ", unsafe { *p.offset(i) });
    }
    println!("");
    let mut buffer = [0u8; 8];
    unsafe {
        let q = buffer.as_mut_ptr();
        let mut i = 0;
        while i < 8 {
            *q.offset(i) = i as u8 * 16;
            i += 1;
        }
        let words = q as *const [u8; 4];
        println!("{:?} {:?}", *words, *words.offset(1));
    }
    println!("{:?}", buffer);
    unsafe {
        let part = std::slice::from_raw_parts(buffer.as_ptr().offset(2), 3);
        println!("{:?}", part);
        let all = std::slice::from_raw_parts_mut(buffer.as_mut_ptr(), 2);
        all[1] = 255;
    }
    println!("{}", buffer[1]);
    let text = unsafe { std::str::from_utf8_unchecked(b"bytes") };
    println!("{}", text);
}
