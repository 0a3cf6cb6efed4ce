//! Explicit copies.
//!
//! The compiler makes the clones of arrays, tuples, function pointers and raw pointers
//! itself, as it does those of scalars and shared references.

#[lang = "clone"]
pub trait Clone {
    fn clone(&self) -> Self;

    #[inline]
    fn clone_from(&mut self, source: &Self) {
        *self = source.clone();
    }
}
