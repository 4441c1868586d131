//! Instances made up for measurements and tests: the same seed gives the same instance on every machine.

mod dice;
mod mandatory;

pub use mandatory::{Mandatory, mandatory};
