#![crate_type = "lib"]
pub struct Plain { pub a: u8 }
pub enum Data { A(u8), B }
extern "C" {
    fn a(s: Plain);
    fn b(e: Data);
    fn c() -> (u8, u8);
    fn d(a: [u8; 4]);
}
