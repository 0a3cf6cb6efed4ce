//! Digits of integers. The impls of the integer types (num/) call these.

use prelude::v1::*;
use fmt::{Formatter, Result};
use str;

/// In decimal. `value` is the magnitude.
pub fn decimal(value: u64, is_nonnegative: bool, f: &mut Formatter) -> Result {
    let mut buffer = [0u8; 20];
    let mut start = buffer.len();
    let mut rest = value;
    loop {
        start -= 1;
        buffer[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let digits = unsafe { str::from_utf8_unchecked(&buffer[start..]) };
    f.pad_integral(is_nonnegative, "", digits)
}

/// In a base of 2, 8 or 16; `prefix` is what `#` puts before.
pub fn radix(value: u64, bits: u32, upper: bool, prefix: &str, f: &mut Formatter) -> Result {
    let mut buffer = [0u8; 64];
    let mut start = buffer.len();
    let mut rest = value;
    let mask = (1u64 << bits) - 1;
    loop {
        start -= 1;
        let digit = (rest & mask) as u8;
        buffer[start] = if digit < 10 {
            b'0' + digit
        } else if upper {
            b'A' + (digit - 10)
        } else {
            b'a' + (digit - 10)
        };
        rest >>= bits;
        if rest == 0 {
            break;
        }
    }
    let digits = unsafe { str::from_utf8_unchecked(&buffer[start..]) };
    f.pad_integral(true, prefix, digits)
}

/// As `{:e}` does: `1.2e2`. Trailing zeros go into the exponent; with a precision there
/// are as many digits after the point, rounded half to even.
pub fn exponent(value: u64, is_nonnegative: bool, upper: bool, f: &mut Formatter) -> Result {
    let mut rest = value;
    let mut exponent = 0;
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        exponent += 1;
    }
    let mut count = 1;
    let mut scale: u64 = 1;
    while rest / scale >= 10 {
        scale *= 10;
        count += 1;
    }
    let shown = match f.precision() {
        Some(precision) => precision,
        None => count - 1,
    };
    while count - 1 > shown {
        scale /= 10;
        count -= 1;
    }
    let mut unit: u64 = 1;
    let mut digits = rest;
    while digits / unit / scale >= 10 {
        unit *= 10;
        exponent += 1;
    }
    let dropped = digits % unit;
    digits /= unit;
    if dropped > unit / 2 || dropped == unit / 2 && unit > 1 && digits % 2 == 1 {
        digits += 1;
        if digits / scale >= 10 {
            digits /= 10;
            exponent += 1;
        }
    }
    exponent += count as u64 - 1;
    write_exponent(digits, shown, count - 1, exponent, is_nonnegative, upper, f)
}

fn write_exponent(digits: u64, shown: usize, count: usize, exponent: u64, is_nonnegative: bool,
                  upper: bool, f: &mut Formatter) -> Result {
    let mut buffer = [0u8; 24];
    let mut at = count + 1;
    if count != 0 || shown != 0 {
        at += 1;
    }
    let end = at;
    let mut rest = digits;
    while at > 0 {
        at -= 1;
        if at == 1 && (count != 0 || shown != 0) {
            buffer[at] = b'.';
        } else {
            buffer[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
    }
    let mut tail = [0u8; 3];
    tail[0] = if upper { b'E' } else { b'e' };
    let mut tail_end = 1;
    if exponent >= 10 {
        tail[1] = b'0' + (exponent / 10) as u8;
        tail_end = 2;
    }
    tail[tail_end] = b'0' + (exponent % 10) as u8;
    let sign = if !is_nonnegative {
        "-"
    } else if f.sign_plus() {
        "+"
    } else {
        ""
    };
    let number = unsafe { str::from_utf8_unchecked(&buffer[..end]) };
    let tail = unsafe { str::from_utf8_unchecked(&tail[..tail_end + 1]) };
    f.pad_number(sign, "", number, shown - count, tail)
}
