//! Who meets whom, when, where, with which interpreter.
//!
//! An [`Instance`] says who is there, who wants to meet whom, and what limits there are; a [`Plan`] says which meetings
//! are held, when, at which table and with which interpreter. Both are the formats of files as well. [`Problem`] is an
//! instance turned into numbers, for the solver.
//!
//! Nothing here reads a clock, a file or a random source: how long to search and from which seed are parameters.
//! The rules are written down in `docs/timetable.md`.

mod board;
mod bound;
pub mod check;
pub mod explain;
mod instance;
mod plan;
mod prices;
mod problem;
mod read;
mod refusal;
pub mod repair;
pub mod sample;
mod sat;
pub mod show;
mod solve;

pub use bound::{Certificate, proven_weight};
pub use instance::{
    INSTANCE_FORMAT, Instance, Interpreter, Limits, LostTable, Meeting, Mode, Objective, Participant, Rules, Slot,
    Venue,
};
pub use plan::{Assignment, Bounds, PLAN_FORMAT, Plan, Score};
pub use prices::prices;
pub use problem::{MAX_SLOTS, Problem, Unknown};
pub use read::{read_instance, read_plan, read_proof};
pub use refusal::{Reason, Refusal, Refusals};
pub use sat::{Contradiction, Limit};
pub use solve::{Options, Outcome, Pace, Progress, Stay, solve};
