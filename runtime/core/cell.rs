//! Values that change behind shared references.

use prelude::v1::*;
use fmt::{self, Debug, Display, Formatter};
use mem;
use ops::{Deref, DerefMut};

/// The one type whose contents may change while shared references to it exist.
#[lang = "unsafe_cell"]
pub struct UnsafeCell<T> {
    value: T,
}

impl<T> UnsafeCell<T> {
    #[inline]
    pub const fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell { value: value }
    }

    #[inline]
    pub fn get(&self) -> *mut T {
        &self.value as *const T as *mut T
    }

    #[inline]
    pub fn into_inner(self) -> T {
        self.value
    }
}

/// A value that is set and read as a whole.
pub struct Cell<T> {
    value: UnsafeCell<T>,
}

impl<T> Cell<T> {
    #[inline]
    pub const fn new(value: T) -> Cell<T> {
        Cell { value: UnsafeCell::new(value) }
    }

    #[inline]
    pub fn set(&self, value: T) {
        unsafe { *self.value.get() = value; }
    }

    #[inline]
    pub fn replace(&self, value: T) -> T {
        unsafe { mem::replace(&mut *self.value.get(), value) }
    }

    #[inline]
    pub fn swap(&self, other: &Cell<T>) {
        if self.as_ptr() != other.as_ptr() {
            unsafe { ::ptr::swap(self.as_ptr(), other.as_ptr()) }
        }
    }

    #[inline]
    pub fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    #[inline]
    pub fn get_mut(&mut self) -> &mut T {
        unsafe { &mut *self.value.get() }
    }

    #[inline]
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: Copy> Cell<T> {
    #[inline]
    pub fn get(&self) -> T {
        unsafe { *self.value.get() }
    }
}

impl<T: Default> Cell<T> {
    #[inline]
    pub fn take(&self) -> T {
        self.replace(T::default())
    }
}

impl<T: Default> Default for Cell<T> {
    #[inline]
    fn default() -> Cell<T> {
        Cell::new(T::default())
    }
}

impl<T: Copy> Clone for Cell<T> {
    #[inline]
    fn clone(&self) -> Cell<T> {
        Cell::new(self.get())
    }
}

impl<T: PartialEq + Copy> PartialEq for Cell<T> {
    #[inline]
    fn eq(&self, other: &Cell<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq + Copy> Eq for Cell<T> {}

impl<T: Debug + Copy> Debug for Cell<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.debug_struct("Cell").field("value", &self.get()).finish()
    }
}

/// A value that is borrowed while the program runs: by many who read or one who writes.
pub struct RefCell<T> {
    /// How many read it; -1: one writes it.
    borrows: Cell<isize>,
    value: UnsafeCell<T>,
}

#[derive(Debug)]
pub struct BorrowError;

impl Display for BorrowError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad("already mutably borrowed")
    }
}

#[derive(Debug)]
pub struct BorrowMutError;

impl Display for BorrowMutError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad("already borrowed")
    }
}

impl<T> RefCell<T> {
    #[inline]
    pub const fn new(value: T) -> RefCell<T> {
        RefCell { borrows: Cell::new(0), value: UnsafeCell::new(value) }
    }

    #[inline]
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    #[inline]
    pub fn replace(&self, value: T) -> T {
        mem::replace(&mut *self.borrow_mut(), value)
    }

    #[inline]
    pub fn try_borrow(&self) -> Result<Ref<T>, BorrowError> {
        let borrows = self.borrows.get();
        if borrows < 0 {
            return Err(BorrowError);
        }
        self.borrows.set(borrows + 1);
        Ok(Ref { value: self.value.get(), borrows: &self.borrows as *const Cell<isize> })
    }

    #[inline]
    pub fn try_borrow_mut(&self) -> Result<RefMut<T>, BorrowMutError> {
        if self.borrows.get() != 0 {
            return Err(BorrowMutError);
        }
        self.borrows.set(-1);
        Ok(RefMut { value: self.value.get(), borrows: &self.borrows as *const Cell<isize> })
    }

    #[inline]
    pub fn borrow(&self) -> Ref<T> {
        match self.try_borrow() {
            Ok(borrowed) => borrowed,
            Err(_) => panic!("RefCell already mutably borrowed"),
        }
    }

    #[inline]
    pub fn borrow_mut(&self) -> RefMut<T> {
        match self.try_borrow_mut() {
            Ok(borrowed) => borrowed,
            Err(_) => panic!("RefCell already borrowed"),
        }
    }

    #[inline]
    pub fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    #[inline]
    pub fn get_mut(&mut self) -> &mut T {
        unsafe { &mut *self.value.get() }
    }
}

impl<T: Default> Default for RefCell<T> {
    fn default() -> RefCell<T> {
        RefCell::new(T::default())
    }
}

impl<T: Clone> Clone for RefCell<T> {
    fn clone(&self) -> RefCell<T> {
        let value = self.borrow();
        RefCell::new((*value).clone())
    }
}

impl<T: PartialEq> PartialEq for RefCell<T> {
    fn eq(&self, other: &RefCell<T>) -> bool {
        let a = self.borrow();
        let b = other.borrow();
        *a == *b
    }
}

impl<T: Eq> Eq for RefCell<T> {}

impl<T: Debug> Debug for RefCell<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self.try_borrow() {
            Ok(value) => f.debug_struct("RefCell").field("value", &*value).finish(),
            Err(_) => f.debug_struct("RefCell").field("value", &Hidden).finish(),
        }
    }
}

struct Hidden;

impl Debug for Hidden {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str("<borrowed>")
    }
}

/// A RefCell's value while it is read.
pub struct Ref<T> {
    value: *mut T,
    borrows: *const Cell<isize>,
}

impl<T> Drop for Ref<T> {
    #[inline]
    fn drop(&mut self) {
        let borrows = unsafe { &*self.borrows };
        borrows.set(borrows.get() - 1);
    }
}

impl<T> Deref for Ref<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        unsafe { &*self.value }
    }
}

impl<T: Debug> Debug for Ref<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}

impl<T: Display> Display for Ref<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Display::fmt(&**self, f)
    }
}

/// A RefCell's value while it is written.
pub struct RefMut<T> {
    value: *mut T,
    borrows: *const Cell<isize>,
}

impl<T> Drop for RefMut<T> {
    #[inline]
    fn drop(&mut self) {
        unsafe { (*self.borrows).set(0) }
    }
}

impl<T> Deref for RefMut<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        unsafe { &*self.value }
    }
}

impl<T> DerefMut for RefMut<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.value }
    }
}

impl<T: Debug> Debug for RefMut<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}

impl<T: Display> Display for RefMut<T> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        Display::fmt(&**self, f)
    }
}
