//! Traits that say something about a type and have no methods.

/// Values may be copied by copying their bytes; moving one leaves it usable.
#[lang = "copy"]
pub trait Copy: Clone {}

/// May be given to another thread.
#[lang = "send"]
pub unsafe trait Send {}

/// May be used by several threads at once.
#[lang = "sync"]
pub unsafe trait Sync {}

/// Stands for a `T` that a type has no field of.
#[lang = "phantom_data"]
pub struct PhantomData<T: ?Sized>;

impl<T: ?Sized> Clone for PhantomData<T> {
    #[inline]
    fn clone(&self) -> PhantomData<T> {
        PhantomData
    }
}

impl<T: ?Sized> Copy for PhantomData<T> {}

impl<T: ?Sized> Default for PhantomData<T> {
    #[inline]
    fn default() -> PhantomData<T> {
        PhantomData
    }
}
