//! ASCII: the trait that programs of 2015 import for methods that the types have by
//! themselves by now.

/// Its methods are those of `u8`, `char` and `str`; to import it is all there is to do.
#[lang = "known_trait"]
pub trait AsciiExt {}
