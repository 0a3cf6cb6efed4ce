// PartialEq and PartialOrd by hand and derived.
use std::cmp::Ordering;

#[derive(Debug, Clone)]
struct Name(String);

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.0.len() == other.0.len()
    }
}

struct Version {
    major: u32,
    minor: u32,
}

impl PartialEq for Version {
    fn eq(&self, o: &Version) -> bool {
        self.major == o.major && self.minor == o.minor
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, o: &Version) -> Option<Ordering> {
        if self.major != o.major {
            self.major.partial_cmp(&o.major)
        } else {
            self.minor.partial_cmp(&o.minor)
        }
    }
}

fn main() {
    let a = Name("abc".to_string());
    let b = Name("xyz".to_string());
    println!("{} {} {}", a == b, a != b, a == Name("x".to_string()));
    let v = Version { major: 1, minor: 2 };
    let w = Version { major: 1, minor: 10 };
    println!("{} {} {} {}", v < w, v <= w, v > w, v >= w);
    println!("{} {}", v == w, v != w);
    println!("{:?}", v.partial_cmp(&w));
    println!("{:?} {:?} {:?}", 1.cmp(&2), 2.cmp(&2), "b".cmp("a"));
    println!("{:?}", 1.0f64.partial_cmp(&(0.0 / 0.0)));
    match 5.cmp(&3) {
        Ordering::Less => println!("less"),
        Ordering::Equal => println!("equal"),
        Ordering::Greater => println!("greater"),
    }
}
