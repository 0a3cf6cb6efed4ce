//! Text made of values. The text's own type, String, is alloc's.

/// Whatever can be displayed can be made text.
#[lang = "to_string"]
pub trait ToString {
    type Text;
    fn to_string(&self) -> Self::Text;
}
