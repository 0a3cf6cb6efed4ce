// Matrices as arrays of arrays.
const N: usize = 3;
type Matrix = [[i64; N]; N];

fn multiply(a: &Matrix, b: &Matrix) -> Matrix {
    let mut c = [[0; N]; N];
    for i in 0..N {
        for j in 0..N {
            for k in 0..N {
                c[i][j] += a[i][k] * b[k][j];
            }
        }
    }
    c
}

fn identity() -> Matrix {
    let mut m = [[0; N]; N];
    for i in 0..N {
        m[i][i] = 1;
    }
    m
}

fn power(m: Matrix, n: u32) -> Matrix {
    let mut result = identity();
    let mut base = m;
    let mut n = n;
    while n > 0 {
        if n & 1 == 1 {
            result = multiply(&result, &base);
        }
        base = multiply(&base, &base);
        n >>= 1;
    }
    result
}

fn transpose(m: &mut Matrix) {
    for i in 0..N {
        for j in 0..i {
            let t = m[i][j];
            m[i][j] = m[j][i];
            m[j][i] = t;
        }
    }
}

fn determinant(m: &Matrix) -> i64 {
    let mut sum = 0;
    for i in 0..N {
        let (a, b) = ((i + 1) % N, (i + 2) % N);
        sum += m[0][i] * (m[1][a] * m[2][b] - m[1][b] * m[2][a]);
    }
    sum
}

fn main() {
    let mut m = [[1, 2, 3], [0, 1, 4], [5, 6, 0]];
    println!("{:?}", multiply(&m, &m));
    println!("{:?}", power(m, 5));
    println!("{}", determinant(&m));
    transpose(&mut m);
    println!("{:?} {}", m, m == power(m, 1));
}
