//! What the compiler itself answers. Declared here, defined nowhere: a call of one of
//! these becomes instructions.

extern "rust-intrinsic" {
    // Types.
    pub fn size_of<T>() -> usize;
    pub fn min_align_of<T>() -> usize;
    /// Of a value that may be a slice or a str.
    pub fn size_of_val<T: ?Sized>(value: &T) -> usize;
    pub fn min_align_of_val<T: ?Sized>(value: &T) -> usize;
    pub fn needs_drop<T>() -> bool;
    /// Of an enum.
    pub fn discriminant_value<T>(value: &T) -> u64;
    pub fn type_name<T: ?Sized>() -> &'static str;

    // Values without regard to what they mean.
    pub fn transmute<T, U>(value: T) -> U;
    pub fn forget<T>(value: T);
    pub fn uninit<T>() -> T;
    pub fn init<T>() -> T;
    pub fn drop_in_place<T: ?Sized>(place: *mut T);

    // Memory; counts are in values of T.
    pub fn copy<T>(from: *const T, to: *mut T, count: usize);
    pub fn copy_nonoverlapping<T>(from: *const T, to: *mut T, count: usize);
    pub fn write_bytes<T>(to: *mut T, byte: u8, count: usize);
    pub fn volatile_load<T>(from: *const T) -> T;
    pub fn volatile_store<T>(to: *mut T, value: T);
    /// Within one object.
    pub fn offset<T>(base: *const T, count: isize) -> *const T;
    /// Anywhere.
    pub fn arith_offset<T>(base: *const T, count: isize) -> *const T;

    // Integers.
    pub fn add_with_overflow<T>(a: T, b: T) -> (T, bool);
    pub fn sub_with_overflow<T>(a: T, b: T) -> (T, bool);
    pub fn mul_with_overflow<T>(a: T, b: T) -> (T, bool);
    pub fn wrapping_add<T>(a: T, b: T) -> T;
    pub fn wrapping_sub<T>(a: T, b: T) -> T;
    pub fn wrapping_mul<T>(a: T, b: T) -> T;
    pub fn ctpop<T>(value: T) -> T;
    pub fn ctlz<T>(value: T) -> T;
    pub fn cttz<T>(value: T) -> T;
    pub fn bswap<T>(value: T) -> T;

    // Floats.
    pub fn sqrtf32(x: f32) -> f32;
    pub fn sqrtf64(x: f64) -> f64;
    pub fn floorf32(x: f32) -> f32;
    pub fn floorf64(x: f64) -> f64;
    pub fn ceilf32(x: f32) -> f32;
    pub fn ceilf64(x: f64) -> f64;
    pub fn truncf32(x: f32) -> f32;
    pub fn truncf64(x: f64) -> f64;
    pub fn roundf32(x: f32) -> f32;
    pub fn roundf64(x: f64) -> f64;
    pub fn fabsf32(x: f32) -> f32;
    pub fn fabsf64(x: f64) -> f64;
    pub fn copysignf32(x: f32, sign: f32) -> f32;
    pub fn copysignf64(x: f64, sign: f64) -> f64;
    pub fn fmaf32(a: f32, b: f32, c: f32) -> f32;
    pub fn fmaf64(a: f64, b: f64, c: f64) -> f64;

    // Atomics, all sequentially consistent, which every weaker ordering may be.
    pub fn atomic_load<T>(from: *const T) -> T;
    pub fn atomic_store<T>(to: *mut T, value: T);
    pub fn atomic_xchg<T>(to: *mut T, value: T) -> T;
    /// What was there, and whether it was `old` and is `new` now.
    pub fn atomic_cxchg<T>(to: *mut T, old: T, new: T) -> (T, bool);
    pub fn atomic_xadd<T>(to: *mut T, value: T) -> T;
    pub fn atomic_xsub<T>(to: *mut T, value: T) -> T;
    pub fn atomic_and<T>(to: *mut T, value: T) -> T;
    pub fn atomic_nand<T>(to: *mut T, value: T) -> T;
    pub fn atomic_or<T>(to: *mut T, value: T) -> T;
    pub fn atomic_xor<T>(to: *mut T, value: T) -> T;
    pub fn atomic_fence();

    // Control.
    pub fn abort() -> !;
    pub fn unreachable() -> !;
    pub fn assume(condition: bool);
    /// The value, of which the optimiser knows nothing.
    pub fn black_box<T>(value: T) -> T;
}
