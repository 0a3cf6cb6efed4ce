//! Formatting of floats.
//!
//! The digits come from the C library: `%.*e` and `%.*f` round exactly, and the shortest
//! digits that mean a value are found by asking for one more until they read back as it.
//! The C library's decimal point depends on the locale, so nothing here relies on what it
//! looks like.

use prelude::v1::*;
use fmt::{Debug, Display, Formatter, LowerExp, Result, UpperExp};
use str;

extern "C" {
    fn snprintf(buffer: *mut u8, size: usize, format: *const u8, ...) -> i32;
    fn strtod(text: *const u8, end: *mut *mut u8) -> f64;
    fn strtof(text: *const u8, end: *mut *mut u8) -> f32;
}

/// No double has more digits than that after the point, nor more that are not zero.
const MOST_DIGITS: usize = 1074;
/// For a sign, the 309 digits before the point, the point, those after it, and an exponent.
const BUFFER: usize = 1440;

/// `digits[0].digits[1…] * 10^exponent`, as ASCII.
struct Scientific {
    digits: [u8; 17],
    count: usize,
    exponent: i32,
}

fn is_digit(byte: u8) -> bool {
    byte >= b'0' && byte <= b'9'
}

/// The number after `e` in what `%e` wrote.
fn read_exponent(text: &[u8]) -> i32 {
    let mut i = 0;
    while text[i] != b'e' {
        i += 1;
    }
    let is_negative = text[i + 1] == b'-';
    i += 2;
    let mut value = 0;
    while is_digit(text[i]) {
        value = value * 10 + (text[i] - b'0') as i32;
        i += 1;
    }
    if is_negative { -value } else { value }
}

/// `value`, which is finite and not negative, rounded to `count` digits.
fn round_to(value: f64, count: usize) -> Scientific {
    let mut text = [0u8; 40];
    unsafe {
        snprintf(text.as_mut_ptr(), text.len(), b"%.*e\0".as_ptr(), count as i32 - 1, value);
    }
    let mut result = Scientific { digits: [b'0'; 17], count: count, exponent: 0 };
    let mut found = 0;
    let mut i = 0;
    while found < count {
        if is_digit(text[i]) {
            result.digits[found] = text[i];
            found += 1;
        }
        i += 1;
    }
    result.exponent = read_exponent(&text);
    result
}

/// The next greater number of as many digits.
fn next_up(number: &Scientific) -> Scientific {
    let mut result = Scientific {
        digits: number.digits,
        count: number.count,
        exponent: number.exponent,
    };
    let mut i = result.count;
    while i > 0 {
        i -= 1;
        if result.digits[i] != b'9' {
            result.digits[i] += 1;
            return result;
        }
        result.digits[i] = b'0';
    }
    result.digits[0] = b'1';
    result.exponent += 1;
    result
}

/// Writes the number in decimal, returns the end.
fn write_integer(buffer: &mut [u8], at: usize, value: i32) -> usize {
    let mut at = at;
    let mut rest = value;
    if rest < 0 {
        buffer[at] = b'-';
        at += 1;
        rest = -rest;
    }
    let mut scale = 1;
    while rest / scale >= 10 {
        scale *= 10;
    }
    while scale > 0 {
        buffer[at] = b'0' + (rest / scale % 10) as u8;
        at += 1;
        scale /= 10;
    }
    at
}

/// Whether the digits mean `value`.
fn reads_back(number: &Scientific, value: f64, is_single: bool) -> bool {
    // Without a point: 15e-1 for 1.5.
    let mut text = [0u8; 40];
    let mut at = 0;
    while at < number.count {
        text[at] = number.digits[at];
        at += 1;
    }
    text[at] = b'e';
    write_integer(&mut text, at + 1, number.exponent - (number.count as i32 - 1));
    let end = 0 as *mut *mut u8;
    unsafe {
        if is_single {
            strtof(text.as_ptr(), end) as f64 == value
        } else {
            strtod(text.as_ptr(), end) == value
        }
    }
}

/// Whether the value lies in the middle between the number and the next one of as many digits.
fn is_below_tie(number: &Scientific, value: f64) -> bool {
    let count = number.count;
    let mut text = [0u8; 64];
    unsafe {
        snprintf(text.as_mut_ptr(), text.len(), b"%.40e\0".as_ptr(), value);
    }
    let mut found = 0;
    let mut i = 0;
    while text[i] != b'e' {
        if is_digit(text[i]) {
            let wanted = if found < count {
                number.digits[found]
            } else if found == count {
                b'5'
            } else {
                b'0'
            };
            if text[i] != wanted {
                return false;
            }
            found += 1;
        }
        i += 1;
    }
    true
}

/// The fewest digits that mean `value`, which is finite and not negative.
fn shortest(value: f64, is_single: bool) -> Scientific {
    let most = if is_single { 9 } else { 17 };
    // Most values are either short or need all; those need not go through the short ones.
    let usual = if is_single { 6 } else { 15 };
    let mut count = if reads_back(&round_to(value, usual), value, is_single) { 1 } else { usual };
    while count <= most {
        let number = round_to(value, count);
        let above = next_up(&number);
        if reads_back(&number, value, is_single) {
            // `%e` rounds a tie to the even digit, which may be the one below.
            let goes_up = is_below_tie(&number, value) && reads_back(&above, value, is_single);
            return if goes_up { above } else { number };
        }
        // At a power of two there is more room above than below: the digits nearest to the
        // value may belong to its lower neighbour, and those above still to it.
        if reads_back(&above, value, is_single) {
            return above;
        }
        count += 1;
    }
    // Cannot be: that many digits always read back.
    round_to(value, most)
}

/// Sets the digits with a point and zeros as needed; returns the end. With `keep_point` there
/// is at least one digit after the point.
fn set_plain(number: &Scientific, keep_point: bool, buffer: &mut [u8]) -> usize {
    let mut at = 0;
    // The place of the digit that is set next: 0 is that of the ones.
    let mut place = if number.exponent > 0 { number.exponent } else { 0 };
    let mut last = number.exponent - (number.count as i32 - 1);
    if last > 0 {
        last = 0;
    }
    if keep_point && last == 0 {
        last = -1;
    }
    while place >= last {
        if place == -1 {
            buffer[at] = b'.';
            at += 1;
        }
        let index = number.exponent - place;
        buffer[at] = if index >= 0 && index < number.count as i32 {
            number.digits[index as usize]
        } else {
            b'0'
        };
        at += 1;
        place -= 1;
    }
    at
}

fn sign(is_negative: bool, f: &Formatter) -> &'static str {
    if is_negative {
        "-"
    } else if f.sign_plus() {
        "+"
    } else {
        ""
    }
}

/// Infinities and not-a-numbers; false for what is none.
fn special(value: f64) -> Option<&'static str> {
    if value != value {
        Some("NaN")
    } else if value == ::f64::INFINITY || value == ::f64::NEG_INFINITY {
        Some("inf")
    } else {
        None
    }
}

fn pad_special(value: f64, text: &str, f: &mut Formatter) -> Result {
    let sign = if value != value { "" } else { sign(value < 0.0, f) };
    f.pad_number(sign, "", text, 0, "")
}

unsafe fn ascii(buffer: &[u8], end: usize) -> &str {
    str::from_utf8_unchecked(::slice::from_raw_parts(buffer.as_ptr(), end))
}

fn plain(value: f64, is_single: bool, keep_point: bool, f: &mut Formatter) -> Result {
    if let Some(text) = special(value) {
        return pad_special(value, text, f);
    }
    let is_negative = value.is_sign_negative();
    let magnitude = value.abs();
    let sign = sign(is_negative, f);
    let mut buffer = [0u8; BUFFER];
    let precision = match f.precision {
        Some(precision) => precision,
        None => {
            let end = set_plain(&shortest(magnitude, is_single), keep_point, &mut buffer);
            return f.pad_number(sign, "", unsafe { ascii(&buffer, end) }, 0, "");
        }
    };
    let shown = if precision > MOST_DIGITS { MOST_DIGITS } else { precision };
    let length = unsafe {
        snprintf(buffer.as_mut_ptr(), BUFFER, b"%.*f\0".as_ptr(), shown as i32, magnitude)
    };
    let end = put_point(&mut buffer, length as usize, shown);
    f.pad_number(sign, "", unsafe { ascii(&buffer, end) }, precision - shown, "")
}

/// Makes the locale's decimal point, which may have several bytes, a point: it stands before
/// the last `digits` of the `length` bytes. Returns the new length.
fn put_point(buffer: &mut [u8], length: usize, digits: usize) -> usize {
    if digits == 0 {
        return length;
    }
    let mut end = 0;
    while is_digit(buffer[end]) {
        end += 1;
    }
    buffer[end] = b'.';
    end += 1;
    let mut from = length - digits;
    while from < length {
        buffer[end] = buffer[from];
        end += 1;
        from += 1;
    }
    end
}

fn exponential(value: f64, is_single: bool, upper: bool, f: &mut Formatter) -> Result {
    if let Some(text) = special(value) {
        return pad_special(value, text, f);
    }
    let sign = sign(value.is_sign_negative(), f);
    let magnitude = value.abs();
    let mut buffer = [0u8; BUFFER];
    let mut end;
    let exponent;
    let mut zeros = 0;
    match f.precision {
        None => {
            let number = shortest(magnitude, is_single);
            end = 0;
            while end < number.count {
                // The first digit, a place for the point, the others.
                buffer[if end == 0 { 0 } else { end + 1 }] = number.digits[end];
                end += 1;
            }
            if end > 1 {
                buffer[1] = b'.';
                end += 1;
            }
            exponent = number.exponent;
        }
        Some(precision) => {
            let shown = if precision > MOST_DIGITS { MOST_DIGITS } else { precision };
            zeros = precision - shown;
            let length = unsafe {
                snprintf(buffer.as_mut_ptr(), BUFFER, b"%.*e\0".as_ptr(), shown as i32, magnitude)
            };
            exponent = read_exponent(&buffer);
            let mut mantissa = length as usize;
            while buffer[mantissa] != b'e' {
                mantissa -= 1;
            }
            end = put_point(&mut buffer, mantissa, shown);
        }
    }
    let mut tail = [0u8; 8];
    tail[0] = if upper { b'E' } else { b'e' };
    let tail_end = write_integer(&mut tail, 1, exponent);
    f.pad_number(sign, "", unsafe { ascii(&buffer, end) }, zeros,
                 unsafe { ascii(&tail, tail_end) })
}

/// As `{:?}` writes it: a float always looks like one, and far from 1 it has an exponent.
fn debug(value: f64, is_single: bool, f: &mut Formatter) -> Result {
    if f.precision.is_some() {
        return plain(value, is_single, false, f);
    }
    let magnitude = value.abs();
    let is_near = if is_single {
        magnitude >= 1e-4f32 as f64 && magnitude < 1e16f32 as f64
    } else {
        magnitude >= 1e-4 && magnitude < 1e16
    };
    if is_near || magnitude == 0.0 || special(value).is_some() {
        plain(value, is_single, true, f)
    } else {
        exponential(value, is_single, false, f)
    }
}

impl Display for f32 {
    fn fmt(&self, f: &mut Formatter) -> Result {
        plain(*self as f64, true, false, f)
    }
}

impl Debug for f32 {
    fn fmt(&self, f: &mut Formatter) -> Result {
        debug(*self as f64, true, f)
    }
}

impl LowerExp for f32 {
    fn fmt(&self, f: &mut Formatter) -> Result {
        exponential(*self as f64, true, false, f)
    }
}

impl UpperExp for f32 {
    fn fmt(&self, f: &mut Formatter) -> Result {
        exponential(*self as f64, true, true, f)
    }
}

impl Display for f64 {
    fn fmt(&self, f: &mut Formatter) -> Result {
        plain(*self, false, false, f)
    }
}

impl Debug for f64 {
    fn fmt(&self, f: &mut Formatter) -> Result {
        debug(*self, false, f)
    }
}

impl LowerExp for f64 {
    fn fmt(&self, f: &mut Formatter) -> Result {
        exponential(*self, false, false, f)
    }
}

impl UpperExp for f64 {
    fn fmt(&self, f: &mut Formatter) -> Result {
        exponential(*self, false, true, f)
    }
}
