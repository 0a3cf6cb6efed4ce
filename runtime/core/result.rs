//! A value, or why there is none.

use prelude::v1::*;
use fmt::Debug;

#[lang = "result"]
#[must_use]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Result<T, E> {
    Ok(T),
    Err(E),
}

impl<T, E> Result<T, E> {
    #[inline]
    pub fn is_ok(&self) -> bool {
        match *self {
            Ok(_) => true,
            Err(_) => false,
        }
    }

    #[inline]
    pub fn is_err(&self) -> bool {
        !self.is_ok()
    }

    #[inline]
    pub fn ok(self) -> Option<T> {
        match self {
            Ok(value) => Some(value),
            Err(_) => None,
        }
    }

    #[inline]
    pub fn err(self) -> Option<E> {
        match self {
            Ok(_) => None,
            Err(error) => Some(error),
        }
    }

    #[inline]
    pub fn as_ref(&self) -> Result<&T, &E> {
        match *self {
            Ok(ref value) => Ok(value),
            Err(ref error) => Err(error),
        }
    }

    #[inline]
    pub fn as_mut(&mut self) -> Result<&mut T, &mut E> {
        match *self {
            Ok(ref mut value) => Ok(value),
            Err(ref mut error) => Err(error),
        }
    }

    #[inline]
    pub fn map<U>(self, f: fn(T) -> U) -> Result<U, E> {
        match self {
            Ok(value) => Ok(f(value)),
            Err(error) => Err(error),
        }
    }

    #[inline]
    pub fn map_err<F>(self, f: fn(E) -> F) -> Result<T, F> {
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(f(error)),
        }
    }

    #[inline]
    pub fn and_then<U>(self, f: fn(T) -> Result<U, E>) -> Result<U, E> {
        match self {
            Ok(value) => f(value),
            Err(error) => Err(error),
        }
    }

    #[inline]
    pub fn and<U>(self, other: Result<U, E>) -> Result<U, E> {
        match self {
            Ok(_) => other,
            Err(error) => Err(error),
        }
    }

    #[inline]
    pub fn or<F>(self, other: Result<T, F>) -> Result<T, F> {
        match self {
            Ok(value) => Ok(value),
            Err(_) => other,
        }
    }

    #[inline]
    pub fn unwrap_or(self, otherwise: T) -> T {
        match self {
            Ok(value) => value,
            Err(_) => otherwise,
        }
    }

    #[inline]
    pub fn unwrap_or_else(self, f: fn(E) -> T) -> T {
        match self {
            Ok(value) => value,
            Err(error) => f(error),
        }
    }
}

impl<T, E: Debug> Result<T, E> {
    #[inline]
    pub fn unwrap(self) -> T {
        match self {
            Ok(value) => value,
            Err(error) => panic!("called `Result::unwrap()` on an `Err` value: {:?}", error),
        }
    }

    #[inline]
    pub fn expect(self, message: &str) -> T {
        match self {
            Ok(value) => value,
            Err(error) => panic!("{}: {:?}", message, error),
        }
    }
}

impl<T: Debug, E> Result<T, E> {
    #[inline]
    pub fn unwrap_err(self) -> E {
        match self {
            Ok(value) => panic!("called `Result::unwrap_err()` on an `Ok` value: {:?}", value),
            Err(error) => error,
        }
    }

    #[inline]
    pub fn expect_err(self, message: &str) -> E {
        match self {
            Ok(value) => panic!("{}: {:?}", message, value),
            Err(error) => error,
        }
    }
}

impl<T: Default, E> Result<T, E> {
    #[inline]
    pub fn unwrap_or_default(self) -> T {
        match self {
            Ok(value) => value,
            Err(_) => T::default(),
        }
    }
}

impl<T, E> IntoIterator for Result<T, E> {
    type Item = T;
    type IntoIter = ::option::IntoIter<T>;

    #[inline]
    fn into_iter(self) -> ::option::IntoIter<T> {
        self.ok().into_iter()
    }
}
