// A drop implementation of a generic struct.
struct D(u32);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Holder<T> {
    name: &'static str,
    value: T,
}
impl<T> Drop for Holder<T> {
    fn drop(&mut self) {
        println!("drop holder {}", self.name);
    }
}

fn main() {
    let _a = Holder { name: "int", value: 5 };
    let _b = Holder { name: "d", value: D(1) };
    let _c = Holder { name: "nested", value: Holder { name: "inner", value: D(2) } };
    let _d = Holder { name: "option", value: Some(D(3)) };
    println!("{} {}", _a.value, _b.value.0);
}
