// Default and Clone with code of one's own.
#[derive(Debug)]
struct Config {
    size: u32,
    name: String,
}

impl Default for Config {
    fn default() -> Config {
        Config { size: 64, name: "default".to_string() }
    }
}

impl Clone for Config {
    fn clone(&self) -> Config {
        Config { size: self.size + 1, name: format!("{}'", self.name) }
    }
}

#[derive(Debug, Clone, Default)]
struct Outer {
    inner: Config,
    n: u8,
}

fn main() {
    let a = Config::default();
    let b: Config = Default::default();
    println!("{:?} {:?}", a, b.clone().clone());
    let c = Config { size: 1, ..Default::default() };
    println!("{:?}", c);
    let o = Outer::default();
    println!("{:?}", o.clone());
    println!("{:?}", vec![c].clone());
    println!("{:?}", Some(a).clone());
}
