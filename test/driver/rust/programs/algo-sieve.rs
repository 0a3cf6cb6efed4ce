// The sieve of Eratosthenes.
fn primes(limit: usize) -> Vec<usize> {
    let mut composite = vec![false; limit + 1];
    let mut found = Vec::new();
    for n in 2..limit + 1 {
        if composite[n] {
            continue;
        }
        found.push(n);
        let mut multiple = n * n;
        while multiple <= limit {
            composite[multiple] = true;
            multiple += n;
        }
    }
    found
}

fn main() {
    let p = primes(100);
    println!("{} {:?}", p.len(), p);
    let many = primes(20000);
    println!("{} {}", many.len(), many[many.len() - 1]);
}
