//! How good any plan can be: an upper bound on the weight, with a proof that is checked apart from how it was found.
//!
//! Put a price of 0 or more on every hour of every person, every table and every interpreter. A meeting is then worth its
//! priority less the prices of what it uses. No plan weighs more than all prices paid for all there is, and what each
//! meeting is worth at its best place. That holds for any prices; good ones make the bound small. They come from the
//! linear relaxation, solved by a first-order method in floating point; the bound is added up from them in whole numbers.

mod certificate;
mod descent;
mod relaxation;

pub use certificate::{Certificate, proven_weight};
pub(crate) use descent::{Proven, bound_of};
