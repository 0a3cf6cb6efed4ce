// Methods of enums, and enums that hold themselves.
#[derive(Debug, Clone, PartialEq)]
enum Expr {
    Num(i64),
    Neg(Box<Expr>),
    Add(Box<Expr>, Box<Expr>),
    Mul(Box<Expr>, Box<Expr>),
}

use Expr::*;

impl Expr {
    fn eval(&self) -> i64 {
        match *self {
            Num(n) => n,
            Neg(ref e) => -e.eval(),
            Add(ref a, ref b) => a.eval() + b.eval(),
            Mul(ref a, ref b) => a.eval() * b.eval(),
        }
    }
    fn show(&self) -> String {
        match *self {
            Num(n) => n.to_string(),
            Neg(ref e) => format!("-{}", e.show()),
            Add(ref a, ref b) => format!("({} + {})", a.show(), b.show()),
            Mul(ref a, ref b) => format!("{} * {}", a.show(), b.show()),
        }
    }
    fn num(n: i64) -> Box<Expr> {
        Box::new(Num(n))
    }
}

fn main() {
    let e = Mul(Box::new(Add(Expr::num(2), Expr::num(3))), Box::new(Neg(Expr::num(4))));
    println!("{} = {}", e.show(), e.eval());
    let f = e.clone();
    println!("{} {:?}", e == f, Neg(Expr::num(1)));
    let g = Add(Box::new(e), Box::new(f));
    println!("{}", g.eval());
}
