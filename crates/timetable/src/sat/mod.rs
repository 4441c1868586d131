//! Questions that are answered with certainty: whether all required meetings can be held at all, and if not, which few
//! contradict; how few breaks there can be where every meeting is required; and how few agreed
//! meetings have to move. A solver for satisfiability answers.

mod breaks;
mod count;
mod fewest;
mod model;
mod moves;
mod required;
mod solver;

pub(crate) use fewest::{all_required, fewest_breaks};
pub(crate) use moves::{Agreed, fewest_moves};
pub(crate) use required::required;
pub use required::{Contradiction, Limit};
