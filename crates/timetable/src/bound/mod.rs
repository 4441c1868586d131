//! How good any plan can be.

/// A proof that no plan weighs more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {}
