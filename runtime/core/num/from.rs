//! Conversions between numbers that lose nothing.

use prelude::v1::*;

impl From<i8> for i16 {
    #[inline]
    fn from(value: i8) -> i16 { value as i16 }
}

impl From<i8> for i32 {
    #[inline]
    fn from(value: i8) -> i32 { value as i32 }
}

impl From<i8> for i64 {
    #[inline]
    fn from(value: i8) -> i64 { value as i64 }
}

impl From<i8> for isize {
    #[inline]
    fn from(value: i8) -> isize { value as isize }
}

impl From<i16> for i32 {
    #[inline]
    fn from(value: i16) -> i32 { value as i32 }
}

impl From<i16> for i64 {
    #[inline]
    fn from(value: i16) -> i64 { value as i64 }
}

impl From<i16> for isize {
    #[inline]
    fn from(value: i16) -> isize { value as isize }
}

impl From<i32> for i64 {
    #[inline]
    fn from(value: i32) -> i64 { value as i64 }
}

impl From<u8> for i16 {
    #[inline]
    fn from(value: u8) -> i16 { value as i16 }
}

impl From<u8> for i32 {
    #[inline]
    fn from(value: u8) -> i32 { value as i32 }
}

impl From<u8> for i64 {
    #[inline]
    fn from(value: u8) -> i64 { value as i64 }
}

impl From<u8> for isize {
    #[inline]
    fn from(value: u8) -> isize { value as isize }
}

impl From<u8> for u16 {
    #[inline]
    fn from(value: u8) -> u16 { value as u16 }
}

impl From<u8> for u32 {
    #[inline]
    fn from(value: u8) -> u32 { value as u32 }
}

impl From<u8> for u64 {
    #[inline]
    fn from(value: u8) -> u64 { value as u64 }
}

impl From<u8> for usize {
    #[inline]
    fn from(value: u8) -> usize { value as usize }
}

impl From<u16> for i32 {
    #[inline]
    fn from(value: u16) -> i32 { value as i32 }
}

impl From<u16> for i64 {
    #[inline]
    fn from(value: u16) -> i64 { value as i64 }
}

impl From<u16> for u32 {
    #[inline]
    fn from(value: u16) -> u32 { value as u32 }
}

impl From<u16> for u64 {
    #[inline]
    fn from(value: u16) -> u64 { value as u64 }
}

impl From<u16> for usize {
    #[inline]
    fn from(value: u16) -> usize { value as usize }
}

impl From<u32> for i64 {
    #[inline]
    fn from(value: u32) -> i64 { value as i64 }
}

impl From<u32> for u64 {
    #[inline]
    fn from(value: u32) -> u64 { value as u64 }
}

impl From<i8> for f32 {
    #[inline]
    fn from(value: i8) -> f32 { value as f32 }
}

impl From<i16> for f32 {
    #[inline]
    fn from(value: i16) -> f32 { value as f32 }
}

impl From<u8> for f32 {
    #[inline]
    fn from(value: u8) -> f32 { value as f32 }
}

impl From<u16> for f32 {
    #[inline]
    fn from(value: u16) -> f32 { value as f32 }
}

impl From<i8> for f64 {
    #[inline]
    fn from(value: i8) -> f64 { value as f64 }
}

impl From<i16> for f64 {
    #[inline]
    fn from(value: i16) -> f64 { value as f64 }
}

impl From<i32> for f64 {
    #[inline]
    fn from(value: i32) -> f64 { value as f64 }
}

impl From<u8> for f64 {
    #[inline]
    fn from(value: u8) -> f64 { value as f64 }
}

impl From<u16> for f64 {
    #[inline]
    fn from(value: u16) -> f64 { value as f64 }
}

impl From<u32> for f64 {
    #[inline]
    fn from(value: u32) -> f64 { value as f64 }
}

impl From<f32> for f64 {
    #[inline]
    fn from(value: f32) -> f64 { value as f64 }
}

impl From<bool> for i8 {
    #[inline]
    fn from(value: bool) -> i8 { value as i8 }
}

impl From<bool> for i16 {
    #[inline]
    fn from(value: bool) -> i16 { value as i16 }
}

impl From<bool> for i32 {
    #[inline]
    fn from(value: bool) -> i32 { value as i32 }
}

impl From<bool> for i64 {
    #[inline]
    fn from(value: bool) -> i64 { value as i64 }
}

impl From<bool> for isize {
    #[inline]
    fn from(value: bool) -> isize { value as isize }
}

impl From<bool> for u8 {
    #[inline]
    fn from(value: bool) -> u8 { value as u8 }
}

impl From<bool> for u16 {
    #[inline]
    fn from(value: bool) -> u16 { value as u16 }
}

impl From<bool> for u32 {
    #[inline]
    fn from(value: bool) -> u32 { value as u32 }
}

impl From<bool> for u64 {
    #[inline]
    fn from(value: bool) -> u64 { value as u64 }
}

impl From<bool> for usize {
    #[inline]
    fn from(value: bool) -> usize { value as usize }
}

impl From<u8> for char {
    #[inline]
    fn from(value: u8) -> char { value as char }
}

impl From<char> for u32 {
    #[inline]
    fn from(value: char) -> u32 { value as u32 }
}

impl From<char> for u64 {
    #[inline]
    fn from(value: char) -> u64 { value as u64 }
}
