// Derived comparisons go through fields and variants in order.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Suit {
    Clubs,
    Hearts,
    Spades,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
struct Card {
    rank: u8,
    suit: Suit,
}

#[derive(Debug, PartialEq, PartialOrd)]
enum Value {
    None,
    Int(i32),
    Pair(i32, f64),
    Named { a: char },
}

fn main() {
    let a = Card { rank: 3, suit: Suit::Hearts };
    let b = Card { rank: 3, suit: Suit::Spades };
    let c = Card { rank: 2, suit: Suit::Spades };
    println!("{} {} {}", a < b, c < a, a == a);
    println!("{:?} {:?}", a.cmp(&b), b.cmp(&b));
    println!("{}", Suit::Clubs < Suit::Spades);
    println!("{} {}", Value::None < Value::Int(-100), Value::Int(5) < Value::Pair(0, 0.0));
    println!("{} {}", Value::Pair(1, 2.0) < Value::Pair(1, 3.0), Value::Int(3) == Value::Int(3));
    println!("{:?}", Value::Pair(1, 0.0 / 0.0).partial_cmp(&Value::Pair(1, 1.0)));
    println!("{}", Value::Named { a: 'a' } > Value::Named { a: 'A' });
    println!("{:?} {:?}", std::cmp::max(a, b), std::cmp::min(b, c));
}
