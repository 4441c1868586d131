//! Ways to change a schedule. A move works on a trial; where it says no, the trial has to be taken back.

pub(crate) mod drop;
pub(crate) mod kempe;
pub(crate) mod place;
