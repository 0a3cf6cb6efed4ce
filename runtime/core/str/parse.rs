//! Values from text.

use prelude::v1::*;
use fmt::{self, Display, Formatter};

#[lang = "from_str"]
pub trait FromStr {
    type Err;
    fn from_str(text: &str) -> Result<Self, Self::Err>;
}

/// Why a text is no bool.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseBoolError;

impl Display for ParseBoolError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.pad("provided string was not `true` or `false`")
    }
}

impl FromStr for bool {
    type Err = ParseBoolError;

    fn from_str(text: &str) -> Result<bool, ParseBoolError> {
        match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ParseBoolError),
        }
    }
}
