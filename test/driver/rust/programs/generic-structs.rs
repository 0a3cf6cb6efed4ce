// Structs and enums for any type.
#[derive(Debug)]
struct Stack<T> {
    items: Vec<T>,
}

impl<T> Stack<T> {
    fn new() -> Stack<T> {
        Stack { items: Vec::new() }
    }
    fn push(&mut self, t: T) -> &mut Stack<T> {
        self.items.push(t);
        self
    }
    fn pop(&mut self) -> Option<T> {
        self.items.pop()
    }
    fn peek(&self) -> Option<&T> {
        self.items.last()
    }
    fn len(&self) -> usize {
        self.items.len()
    }
}

#[derive(Debug)]
enum Either<L, R> {
    Left(L),
    Right(R),
}

impl<L, R> Either<L, R> {
    fn flip(self) -> Either<R, L> {
        match self {
            Either::Left(l) => Either::Right(l),
            Either::Right(r) => Either::Left(r),
        }
    }
    fn left(self) -> Option<L> {
        if let Either::Left(l) = self { Some(l) } else { None }
    }
}

struct Wrapper<T>(T);

impl Wrapper<i32> {
    fn double(&self) -> i32 {
        self.0 * 2
    }
}

fn main() {
    let mut s = Stack::new();
    s.push(1).push(2).push(3);
    println!("{:?} {:?} {}", s.pop(), s.peek(), s.len());
    let mut t: Stack<String> = Stack::new();
    t.push("a".to_string());
    println!("{:?} {:?}", t, Stack::<u8>::new().pop());
    let e: Either<i32, &str> = Either::Left(5);
    let f = e.flip();
    println!("{:?}", f);
    println!("{:?} {:?}", f.left(), Either::Left::<u8, ()>(7).left());
    println!("{}", Wrapper(21).double());
    let w: Wrapper<Wrapper<char>> = Wrapper(Wrapper('x'));
    println!("{}", (w.0).0);
}
