// A tokenizer and a recursive descent parser over bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(i64),
    Symbol(u8),
    End,
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b' ' => i += 1,
            b'0'...b'9' => {
                let mut n = 0;
                while i < bytes.len() && bytes[i] >= b'0' && bytes[i] <= b'9' {
                    n = n * 10 + (bytes[i] - b'0') as i64;
                    i += 1;
                }
                out.push(Token::Number(n));
            }
            c @ b'+' | c @ b'-' | c @ b'*' | c @ b'/' | c @ b'(' | c @ b')' => {
                out.push(Token::Symbol(c));
                i += 1;
            }
            other => return Err(format!("unexpected {:?} at {}", other as char, i)),
        }
    }
    out.push(Token::End);
    Ok(out)
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

impl Parser {
    fn eat(&mut self, symbol: u8) -> bool {
        let found = self.tokens[self.at] == Token::Symbol(symbol);
        if found {
            self.at += 1;
        }
        found
    }
    fn sum(&mut self) -> Result<i64, String> {
        let mut value = try!(self.product());
        loop {
            if self.eat(b'+') {
                value += try!(self.product());
            } else if self.eat(b'-') {
                value -= try!(self.product());
            } else {
                return Ok(value);
            }
        }
    }
    fn product(&mut self) -> Result<i64, String> {
        let mut value = try!(self.atom());
        loop {
            if self.eat(b'*') {
                value *= try!(self.atom());
            } else if self.eat(b'/') {
                match value.checked_div(try!(self.atom())) {
                    Some(v) => value = v,
                    None => return Err("division by zero".to_string()),
                }
            } else {
                return Ok(value);
            }
        }
    }
    fn atom(&mut self) -> Result<i64, String> {
        if self.eat(b'-') {
            return Ok(-try!(self.atom()));
        }
        if self.eat(b'(') {
            let value = try!(self.sum());
            return if self.eat(b')') { Ok(value) } else { Err("missing )".to_string()) };
        }
        match self.tokens[self.at] {
            Token::Number(n) => {
                self.at += 1;
                Ok(n)
            }
            other => Err(format!("unexpected {:?}", other)),
        }
    }
}

fn evaluate(text: &str) -> Result<i64, String> {
    let mut p = Parser { tokens: try!(tokens(text)), at: 0 };
    let value = try!(p.sum());
    if p.tokens[p.at] == Token::End { Ok(value) } else { Err("rest".to_string()) }
}

fn main() {
    let texts = ["1 + 2 * 3", "(1+2)*3", "-(4 - 10) / 2", "1 / 0", "2 *", "7 7", "(1", "3 & 4"];
    for t in texts.iter() {
        println!("{:>14} = {:?}", t, evaluate(t));
    }
}
