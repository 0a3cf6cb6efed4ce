// break and continue of outer loops.
fn main() {
    'rows: for i in 0..5 {
        for j in 0..5 {
            if j > i {
                println!("");
                continue 'rows;
            }
            if i == 4 {
                break 'rows;
            }
            print!("{}{} ", i, j);
        }
        println!("end of row");
    }
    let mut n = 0;
    'a: while n < 100 {
        n += 1;
        'b: loop {
            n += 10;
            'c: for k in 0.. {
                if k == 2 {
                    continue 'b;
                }
                if n > 50 {
                    break 'a;
                }
                if n % 2 == 0 {
                    break 'c;
                }
            }
            break;
        }
        println!("n {}", n);
    }
    println!("{}", n);
}
