//! The value a type has when nothing is said.

#[lang = "default"]
pub trait Default {
    fn default() -> Self;
}

impl Default for bool {
    #[inline]
    fn default() -> bool {
        false
    }
}

impl Default for char {
    #[inline]
    fn default() -> char {
        '\0'
    }
}

impl Default for &'static str {
    #[inline]
    fn default() -> &'static str {
        ""
    }
}

impl<T> Default for &'static [T] {
    #[inline]
    fn default() -> &'static [T] {
        &[]
    }
}
