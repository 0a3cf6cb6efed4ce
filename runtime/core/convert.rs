//! Conversions between types.

#[lang = "from"]
pub trait From<T> {
    fn from(value: T) -> Self;
}

#[lang = "into"]
pub trait Into<T> {
    fn into(self) -> T;
}

/// A cheap reference-to-reference conversion.
#[lang = "as_ref"]
pub trait AsRef<T: ?Sized> {
    fn as_ref(&self) -> &T;
}

#[lang = "known_trait"]
pub trait AsMut<T: ?Sized> {
    fn as_mut(&mut self) -> &mut T;
}

impl<T> From<T> for T {
    #[inline]
    fn from(value: T) -> T {
        value
    }
}

impl<T, U: From<T>> Into<U> for T {
    #[inline]
    fn into(self) -> U {
        U::from(self)
    }
}

impl AsRef<str> for str {
    #[inline]
    fn as_ref(&self) -> &str {
        self
    }
}

impl AsRef<[u8]> for str {
    #[inline]
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl<T> AsRef<[T]> for [T] {
    #[inline]
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T> AsMut<[T]> for [T] {
    #[inline]
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}

impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &T {
    #[inline]
    fn as_ref(&self) -> &U {
        AsRef::<U>::as_ref(*self)
    }
}
