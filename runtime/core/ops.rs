//! The traits behind operators, and the types of ranges.
//!
//! On scalars the compiler knows the operators itself; the impls of the scalars (num/)
//! serve generic code and operands behind references.

use prelude::v1::*;

/// What happens to a value at the end of its life, before its fields' turn comes.
#[lang = "drop"]
pub trait Drop {
    fn drop(&mut self);
}

/// `*a`, and what method calls reach through.
#[lang = "deref"]
pub trait Deref {
    type Target;
    fn deref(&self) -> &Self::Target;
}

#[lang = "deref_mut"]
pub trait DerefMut: Deref {
    fn deref_mut(&mut self) -> &mut Self::Target;
}

impl<T: ?Sized> Deref for &T {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        *self
    }
}

impl<T: ?Sized> Deref for &mut T {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> DerefMut for &mut T {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut **self
    }
}

/// `a[i]`
#[lang = "index"]
pub trait Index<Idx> {
    type Output;
    fn index(&self, index: Idx) -> &Self::Output;
}

#[lang = "index_mut"]
pub trait IndexMut<Idx>: Index<Idx> {
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}

/// `-a`
#[lang = "neg"]
pub trait Neg {
    type Output;
    fn neg(self) -> Self::Output;
}

/// `!a`
#[lang = "not"]
pub trait Not {
    type Output;
    fn not(self) -> Self::Output;
}

impl Not for bool {
    type Output = bool;

    #[inline]
    fn not(self) -> bool {
        !self
    }
}

impl Not for &bool {
    type Output = bool;

    #[inline]
    fn not(self) -> bool {
        !*self
    }
}

/// `a + b`
#[lang = "add"]
pub trait Add<Rhs> {
    type Output;
    fn add(self, right: Rhs) -> Self::Output;
}

/// `a - b`
#[lang = "sub"]
pub trait Sub<Rhs> {
    type Output;
    fn sub(self, right: Rhs) -> Self::Output;
}

/// `a * b`
#[lang = "mul"]
pub trait Mul<Rhs> {
    type Output;
    fn mul(self, right: Rhs) -> Self::Output;
}

/// `a / b`
#[lang = "div"]
pub trait Div<Rhs> {
    type Output;
    fn div(self, right: Rhs) -> Self::Output;
}

/// `a % b`
#[lang = "rem"]
pub trait Rem<Rhs> {
    type Output;
    fn rem(self, right: Rhs) -> Self::Output;
}

/// `a & b`
#[lang = "bitand"]
pub trait BitAnd<Rhs> {
    type Output;
    fn bitand(self, right: Rhs) -> Self::Output;
}

/// `a | b`
#[lang = "bitor"]
pub trait BitOr<Rhs> {
    type Output;
    fn bitor(self, right: Rhs) -> Self::Output;
}

/// `a ^ b`
#[lang = "bitxor"]
pub trait BitXor<Rhs> {
    type Output;
    fn bitxor(self, right: Rhs) -> Self::Output;
}

/// `a << b`
#[lang = "shl"]
pub trait Shl<Rhs> {
    type Output;
    fn shl(self, right: Rhs) -> Self::Output;
}

/// `a >> b`
#[lang = "shr"]
pub trait Shr<Rhs> {
    type Output;
    fn shr(self, right: Rhs) -> Self::Output;
}

/// `a += b`
#[lang = "add_assign"]
pub trait AddAssign<Rhs> {
    fn add_assign(&mut self, right: Rhs);
}

/// `a -= b`
#[lang = "sub_assign"]
pub trait SubAssign<Rhs> {
    fn sub_assign(&mut self, right: Rhs);
}

/// `a *= b`
#[lang = "mul_assign"]
pub trait MulAssign<Rhs> {
    fn mul_assign(&mut self, right: Rhs);
}

/// `a /= b`
#[lang = "div_assign"]
pub trait DivAssign<Rhs> {
    fn div_assign(&mut self, right: Rhs);
}

/// `a %= b`
#[lang = "rem_assign"]
pub trait RemAssign<Rhs> {
    fn rem_assign(&mut self, right: Rhs);
}

/// `a &= b`
#[lang = "bitand_assign"]
pub trait BitAndAssign<Rhs> {
    fn bitand_assign(&mut self, right: Rhs);
}

/// `a |= b`
#[lang = "bitor_assign"]
pub trait BitOrAssign<Rhs> {
    fn bitor_assign(&mut self, right: Rhs);
}

/// `a ^= b`
#[lang = "bitxor_assign"]
pub trait BitXorAssign<Rhs> {
    fn bitxor_assign(&mut self, right: Rhs);
}

/// `a <<= b`
#[lang = "shl_assign"]
pub trait ShlAssign<Rhs> {
    fn shl_assign(&mut self, right: Rhs);
}

/// `a >>= b`
#[lang = "shr_assign"]
pub trait ShrAssign<Rhs> {
    fn shr_assign(&mut self, right: Rhs);
}

/// `start..end`
#[lang = "range"]
#[derive(Clone, PartialEq, Eq)]
pub struct Range<Idx> {
    pub start: Idx,
    pub end: Idx,
}

impl<Idx: PartialOrd> Range<Idx> {
    #[inline]
    pub fn contains(&self, item: &Idx) -> bool {
        self.start <= *item && *item < self.end
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        !(self.start < self.end)
    }
}

/// `start..`
#[lang = "range_from"]
#[derive(Clone, PartialEq, Eq)]
pub struct RangeFrom<Idx> {
    pub start: Idx,
}

/// `..end`
#[lang = "range_to"]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RangeTo<Idx> {
    pub end: Idx,
}

/// `..`
#[lang = "range_full"]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RangeFull;
