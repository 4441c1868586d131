//! Questions that are answered with certainty: whether all required meetings can be held at all, and if not, which few
//! contradict; and how few breaks there can be where every meeting is required. A solver for satisfiability answers.

mod breaks;
mod count;
mod fewest;
mod model;
mod required;
mod solver;

pub(crate) use fewest::{all_required, fewest_breaks};
pub(crate) use required::required;
pub use required::{Contradiction, Limit};
