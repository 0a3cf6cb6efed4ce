//! Comparison of slices with arrays: one impl for each length that is likely. (Arrays of one
//! length the compiler compares itself.)

use prelude::v1::*;

#[inline]
fn equal<A: PartialEq<B>, B>(a: &[A], b: &[B]) -> bool {
    PartialEq::eq(a, b)
}

impl<A: PartialEq<B>, B> PartialEq<[B; 0]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 0]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 0] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 1]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 1]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 1] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 2]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 2]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 2] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 3]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 3]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 3] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 4]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 4]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 4] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 5]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 5]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 5] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 6]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 6]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 6] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 7]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 7]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 7] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 8]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 8]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 8] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 9]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 9]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 9] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 10]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 10]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 10] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 11]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 11]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 11] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 12]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 12]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 12] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 13]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 13]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 13] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 14]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 14]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 14] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 15]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 15]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 15] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 16]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 16]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 16] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 17]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 17]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 17] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 18]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 18]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 18] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 19]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 19]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 19] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 20]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 20]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 20] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 21]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 21]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 21] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 22]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 22]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 22] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 23]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 23]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 23] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 24]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 24]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 24] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 25]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 25]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 25] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 26]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 26]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 26] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 27]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 27]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 27] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 28]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 28]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 28] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 29]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 29]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 29] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 30]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 30]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 30] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 31]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 31]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 31] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 32]> for [A] {
    #[inline]
    fn eq(&self, other: &[B; 32]) -> bool { equal(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for [A; 32] {
    #[inline]
    fn eq(&self, other: &[B]) -> bool { equal(self, other) }
}
