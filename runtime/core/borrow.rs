//! Between borrowed and owned.

/// Makes an owned value of a borrowed one.
#[lang = "to_owned"]
pub trait ToOwned {
    type Owned;
    fn to_owned(&self) -> Self::Owned;
}

impl<T: Clone> ToOwned for T {
    type Owned = T;

    #[inline]
    fn to_owned(&self) -> T {
        self.clone()
    }
}

/// Can be looked at as a `T` that compares and hashes alike.
#[lang = "known_trait"]
pub trait Borrow<T: ?Sized> {
    fn borrow(&self) -> &T;
}

#[lang = "known_trait"]
pub trait BorrowMut<T: ?Sized>: Borrow<T> {
    fn borrow_mut(&mut self) -> &mut T;
}
