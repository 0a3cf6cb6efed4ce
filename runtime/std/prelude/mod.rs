//! What is in scope without a `use`.

pub mod v1;
