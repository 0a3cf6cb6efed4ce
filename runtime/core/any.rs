//! Names of types.

#[inline]
pub fn type_name<T: ?Sized>() -> &'static str {
    unsafe { ::intrinsics::type_name::<T>() }
}
