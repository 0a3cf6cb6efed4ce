//! Between borrowed and owned.

pub use core::borrow::{Borrow, BorrowMut, ToOwned};
