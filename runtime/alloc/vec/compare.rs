//! Comparison of vectors: as of slices.

use core::cmp::Ordering;
use vec::Vec;

impl<A: PartialEq<B>, B> PartialEq<Vec<B>> for Vec<A> {
    #[inline]
    fn eq(&self, other: &Vec<B>) -> bool {
        PartialEq::eq(self.as_slice(), other.as_slice())
    }
}

impl<A: PartialEq<B>, B> PartialEq<[B]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B]) -> bool {
        PartialEq::eq(self.as_slice(), other)
    }
}

impl<A: PartialEq<B>, B> PartialEq<&[B]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B]) -> bool {
        PartialEq::eq(self.as_slice(), *other)
    }
}

impl<A: PartialEq<B>, B> PartialEq<&mut [B]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&mut [B]) -> bool {
        PartialEq::eq(self.as_slice(), &**other)
    }
}

impl<A: PartialEq<B>, B> PartialEq<Vec<B>> for [A] {
    #[inline]
    fn eq(&self, other: &Vec<B>) -> bool {
        PartialEq::eq(self, other.as_slice())
    }
}

impl<A: PartialEq<B>, B> PartialEq<Vec<B>> for &[A] {
    #[inline]
    fn eq(&self, other: &Vec<B>) -> bool {
        PartialEq::eq(*self, other.as_slice())
    }
}

impl<T: Eq> Eq for Vec<T> {}

impl<T: PartialOrd> PartialOrd for Vec<T> {
    #[inline]
    fn partial_cmp(&self, other: &Vec<T>) -> Option<Ordering> {
        PartialOrd::partial_cmp(self.as_slice(), other.as_slice())
    }
}

impl<T: Ord> Ord for Vec<T> {
    #[inline]
    fn cmp(&self, other: &Vec<T>) -> Ordering {
        Ord::cmp(self.as_slice(), other.as_slice())
    }
}

#[inline]
fn eq_slices<A: PartialEq<B>, B>(items: &Vec<A>, other: &[B]) -> bool {
    PartialEq::eq(items.as_slice(), other)
}

// Arrays: one impl for each length that is likely.

impl<A: PartialEq<B>, B> PartialEq<[B; 0]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 0]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 0]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 0]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 1]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 1]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 1]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 1]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 2]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 2]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 2]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 2]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 3]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 3]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 3]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 3]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 4]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 4]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 4]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 4]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 5]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 5]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 5]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 5]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 6]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 6]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 6]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 6]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 7]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 7]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 7]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 7]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 8]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 8]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 8]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 8]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 9]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 9]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 9]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 9]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 10]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 10]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 10]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 10]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 11]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 11]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 11]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 11]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 12]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 12]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 12]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 12]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 13]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 13]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 13]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 13]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 14]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 14]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 14]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 14]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 15]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 15]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 15]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 15]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 16]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 16]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 16]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 16]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 17]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 17]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 17]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 17]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 18]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 18]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 18]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 18]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 19]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 19]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 19]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 19]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 20]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 20]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 20]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 20]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 21]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 21]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 21]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 21]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 22]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 22]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 22]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 22]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 23]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 23]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 23]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 23]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 24]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 24]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 24]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 24]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 25]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 25]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 25]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 25]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 26]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 26]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 26]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 26]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 27]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 27]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 27]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 27]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 28]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 28]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 28]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 28]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 29]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 29]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 29]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 29]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 30]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 30]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 30]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 30]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 31]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 31]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 31]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 31]) -> bool { eq_slices(self, *other) }
}

impl<A: PartialEq<B>, B> PartialEq<[B; 32]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &[B; 32]) -> bool { eq_slices(self, other) }
}

impl<A: PartialEq<B>, B> PartialEq<&[B; 32]> for Vec<A> {
    #[inline]
    fn eq(&self, other: &&[B; 32]) -> bool { eq_slices(self, *other) }
}
