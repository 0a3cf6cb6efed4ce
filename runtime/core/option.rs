//! A value, or none.

use prelude::v1::*;
use mem;

#[lang = "option"]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Option<T> {
    None,
    Some(T),
}

impl<T> Option<T> {
    #[inline]
    pub fn is_some(&self) -> bool {
        match *self {
            Some(_) => true,
            None => false,
        }
    }

    #[inline]
    pub fn is_none(&self) -> bool {
        !self.is_some()
    }

    #[inline]
    pub fn as_ref(&self) -> Option<&T> {
        match *self {
            Some(ref value) => Some(value),
            None => None,
        }
    }

    #[inline]
    pub fn as_mut(&mut self) -> Option<&mut T> {
        match *self {
            Some(ref mut value) => Some(value),
            None => None,
        }
    }

    #[inline]
    pub fn expect(self, message: &str) -> T {
        match self {
            Some(value) => value,
            None => ::panicking::panic_display(message),
        }
    }

    #[inline]
    pub fn unwrap(self) -> T {
        match self {
            Some(value) => value,
            None => panic!("called `Option::unwrap()` on a `None` value"),
        }
    }

    #[inline]
    pub fn unwrap_or(self, otherwise: T) -> T {
        match self {
            Some(value) => value,
            None => otherwise,
        }
    }

    #[inline]
    pub fn unwrap_or_else(self, otherwise: fn() -> T) -> T {
        match self {
            Some(value) => value,
            None => otherwise(),
        }
    }

    #[inline]
    pub fn map<U>(self, f: fn(T) -> U) -> Option<U> {
        match self {
            Some(value) => Some(f(value)),
            None => None,
        }
    }

    #[inline]
    pub fn map_or<U>(self, otherwise: U, f: fn(T) -> U) -> U {
        match self {
            Some(value) => f(value),
            None => otherwise,
        }
    }

    #[inline]
    pub fn and_then<U>(self, f: fn(T) -> Option<U>) -> Option<U> {
        match self {
            Some(value) => f(value),
            None => None,
        }
    }

    #[inline]
    pub fn ok_or<E>(self, error: E) -> Result<T, E> {
        match self {
            Some(value) => Ok(value),
            None => Err(error),
        }
    }

    #[inline]
    pub fn and<U>(self, other: Option<U>) -> Option<U> {
        match self {
            Some(_) => other,
            None => None,
        }
    }

    #[inline]
    pub fn or(self, other: Option<T>) -> Option<T> {
        match self {
            Some(value) => Some(value),
            None => other,
        }
    }

    /// The value, and leaves None.
    #[inline]
    pub fn take(&mut self) -> Option<T> {
        mem::replace(self, None)
    }

    #[inline]
    pub fn replace(&mut self, value: T) -> Option<T> {
        mem::replace(self, Some(value))
    }

    #[inline]
    pub fn get_or_insert(&mut self, value: T) -> &mut T {
        if self.is_none() {
            *self = Some(value);
        }
        match *self {
            Some(ref mut held) => held,
            None => unsafe { ::intrinsics::unreachable() },
        }
    }

    #[inline]
    pub fn iter(&self) -> IntoIter<&T> {
        IntoIter { item: self.as_ref() }
    }

    #[inline]
    pub fn iter_mut(&mut self) -> IntoIter<&mut T> {
        IntoIter { item: self.as_mut() }
    }
}

impl<T: Default> Option<T> {
    #[inline]
    pub fn unwrap_or_default(self) -> T {
        match self {
            Some(value) => value,
            None => T::default(),
        }
    }
}

impl<T: Clone> Option<&T> {
    #[inline]
    pub fn cloned(self) -> Option<T> {
        match self {
            Some(value) => Some(value.clone()),
            None => None,
        }
    }

    #[inline]
    pub fn copied(self) -> Option<T> {
        self.cloned()
    }
}

impl<T> Default for Option<T> {
    #[inline]
    fn default() -> Option<T> {
        None
    }
}

impl<T> From<T> for Option<T> {
    #[inline]
    fn from(value: T) -> Option<T> {
        Some(value)
    }
}

/// The value of an Option, once.
#[derive(Clone)]
pub struct IntoIter<T> {
    item: Option<T>,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.item.take()
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = if self.item.is_some() { 1 } else { 0 };
        (count, Some(count))
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    #[inline]
    fn next_back(&mut self) -> Option<T> {
        self.item.take()
    }
}

impl<T> IntoIterator for Option<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[inline]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { item: self }
    }
}

impl<T> IntoIterator for &Option<T> {
    type Item = &T;
    type IntoIter = IntoIter<&T>;

    #[inline]
    fn into_iter(self) -> IntoIter<&T> {
        self.iter()
    }
}
