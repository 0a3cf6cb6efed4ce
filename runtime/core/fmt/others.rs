//! Formatting of references, pointers, slices and what has no module of its own.

use prelude::v1::*;
use fmt::{self, Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Pointer, Result,
          UpperExp, UpperHex};

impl Debug for () {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.pad("()")
    }
}

impl<T: Debug> Debug for [T] {
    fn fmt(&self, f: &mut Formatter) -> Result {
        let mut list = f.debug_list();
        for item in self {
            list.entry(item);
        }
        list.finish()
    }
}

impl<T: ?Sized> Debug for ::marker::PhantomData<T> {
    fn fmt(&self, f: &mut Formatter) -> Result {
        try!(f.write_str("PhantomData<"));
        try!(f.write_str(unsafe { ::intrinsics::type_name::<T>() }));
        f.write_str(">")
    }
}

impl<Idx: Debug> Debug for ::ops::Range<Idx> {
    fn fmt(&self, f: &mut Formatter) -> Result {
        try!(Debug::fmt(&self.start, f));
        try!(f.write_str(".."));
        Debug::fmt(&self.end, f)
    }
}

impl<Idx: Debug> Debug for ::ops::RangeFrom<Idx> {
    fn fmt(&self, f: &mut Formatter) -> Result {
        try!(Debug::fmt(&self.start, f));
        f.write_str("..")
    }
}

impl<Idx: Debug> Debug for ::ops::RangeTo<Idx> {
    fn fmt(&self, f: &mut Formatter) -> Result {
        try!(f.write_str(".."));
        Debug::fmt(&self.end, f)
    }
}

impl Debug for ::ops::RangeFull {
    fn fmt(&self, f: &mut Formatter) -> Result {
        f.write_str("..")
    }
}

// ---- pointers ----

/// An address: in hexadecimal with `0x`, with `#` in all its digits.
fn address(value: usize, f: &mut Formatter) -> Result {
    let flags = f.flags;
    let width = f.width;
    if f.alternate() {
        f.flags |= fmt::ZERO;
        if f.width.is_none() {
            f.width = Some(18);
        }
    }
    f.flags |= fmt::ALTERNATE;
    let result = fmt::radix(value as u64, 4, false, "0x", f);
    f.flags = flags;
    f.width = width;
    result
}

impl<T: ?Sized> Pointer for *const T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        address(*self as *const u8 as usize, f)
    }
}

impl<T: ?Sized> Pointer for *mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        address(*self as *mut u8 as usize, f)
    }
}

impl<T: ?Sized> Debug for *const T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        address(*self as *const u8 as usize, f)
    }
}

impl<T: ?Sized> Debug for *mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        address(*self as *mut u8 as usize, f)
    }
}

impl<T: ?Sized> Pointer for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        address(*self as *const T as *const u8 as usize, f)
    }
}

impl<T: ?Sized> Pointer for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        address(&**self as *const T as *const u8 as usize, f)
    }
}

// ---- references are formatted as what they refer to ----

impl<T: ?Sized + Display> Display for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Display::fmt(*self, f)
    }
}

impl<T: ?Sized + Display> Display for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Display::fmt(&**self, f)
    }
}

impl<T: ?Sized + Debug> Debug for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Debug::fmt(*self, f)
    }
}

impl<T: ?Sized + Debug> Debug for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Debug::fmt(&**self, f)
    }
}

impl<T: ?Sized + LowerHex> LowerHex for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        LowerHex::fmt(*self, f)
    }
}

impl<T: ?Sized + LowerHex> LowerHex for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        LowerHex::fmt(&**self, f)
    }
}

impl<T: ?Sized + UpperHex> UpperHex for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        UpperHex::fmt(*self, f)
    }
}

impl<T: ?Sized + UpperHex> UpperHex for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        UpperHex::fmt(&**self, f)
    }
}

impl<T: ?Sized + Octal> Octal for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Octal::fmt(*self, f)
    }
}

impl<T: ?Sized + Octal> Octal for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Octal::fmt(&**self, f)
    }
}

impl<T: ?Sized + Binary> Binary for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Binary::fmt(*self, f)
    }
}

impl<T: ?Sized + Binary> Binary for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        Binary::fmt(&**self, f)
    }
}

impl<T: ?Sized + LowerExp> LowerExp for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        LowerExp::fmt(*self, f)
    }
}

impl<T: ?Sized + LowerExp> LowerExp for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        LowerExp::fmt(&**self, f)
    }
}

impl<T: ?Sized + UpperExp> UpperExp for &T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        UpperExp::fmt(*self, f)
    }
}

impl<T: ?Sized + UpperExp> UpperExp for &mut T {
    fn fmt(&self, f: &mut Formatter) -> Result {
        UpperExp::fmt(&**self, f)
    }
}
