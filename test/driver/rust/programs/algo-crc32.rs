// Checksums: CRC-32 with a table, Adler-32, FNV-1a.
static mut TABLE: [u32; 256] = [0; 256];

fn make_table() {
    for i in 0..256u32 {
        let mut c = i;
        for _ in 0..8 {
            c = if c & 1 != 0 { 0xedb88320 ^ (c >> 1) } else { c >> 1 };
        }
        unsafe {
            TABLE[i as usize] = c;
        }
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut c = !0u32;
    for b in bytes {
        c = unsafe { TABLE[((c ^ *b as u32) & 0xff) as usize] } ^ (c >> 8);
    }
    !c
}

fn adler32(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1u32, 0u32);
    for byte in bytes.iter() {
        a = (a + *byte as u32) % 65521;
        b = (b + a) % 65521;
    }
    b << 16 | a
}

fn fnv(text: &str) -> u64 {
    let mut hash = 0xcbf29ce484222325u64;
    for b in text.bytes() {
        hash ^= b as u64;
        hash = hash.wrapping_mul(0x100000001b3);
    }
    hash
}

fn main() {
    make_table();
    println!("{:08x} {:08x}", crc32(b""), crc32(b"123456789"));
    println!("{:08x}", adler32(b"Wikipedia"));
    println!("{:016x} {:016x}", fnv(""), fnv("foobar"));
}
