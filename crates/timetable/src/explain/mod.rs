//! Why a meeting is not held: what stands in the way in each slot, and the cheapest exchange that would admit it.

mod contradiction;
mod exchange;
mod hindrance;
mod slots;
mod words;

use crate::board::{Board, Loaded};
use crate::instance::Instance;
use crate::plan::{Assignment, Plan};
use crate::problem::Problem;
use crate::refusal::{Reason, Refusals};
use serde::Serialize;

pub use contradiction::contradiction_words;
pub use exchange::{Exchange, Shift};
pub use hindrance::Hindrance;
pub use slots::InSlot;

/// Why a meeting is not held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The meeting's id.
    pub meeting: String,
    /// Where it is held, if it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<Assignment>,
    /// What stands in the way, for each venue where it may be held and each slot.
    pub slots: Vec<InSlot>,
    /// The cheapest exchange that would admit it, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange: Option<Exchange>,
}

/// Explains why a meeting is not held. The plan has to be one that holds to the rules.
///
/// Exchanges that are looked at: for each slot, the meetings of its participants, one meeting of a full venue and one
/// that has an interpreter who could serve are taken off; each goes to a free place elsewhere or is dropped. Cheapest is
/// the one that loses least weight, then the fewest meetings, then moves the fewest.
///
/// # Errors
/// When the instance has no such meeting.
pub fn explain(instance: &Instance, plan: &Plan, meeting: &str) -> Result<Explanation, Refusals> {
    let Some(at) = instance.meetings.iter().position(|one| one.id == meeting) else {
        let reason = Reason::UnknownId { kind: "meeting", id: meeting.to_owned(), list: "meetings" };
        return Err(Refusals::one("", reason));
    };
    let problem = Problem::new(instance).map_err(|unknown| Refusals::one("", Reason::Shape(unknown.to_string())))?;
    let mut board = Board::new(&problem);
    board.lay(&Loaded::of(plan, &problem));
    let held = board.seat(at).map(|seat| crate::board::assignment(&problem, at, seat));
    let exchange = if held.is_none() { exchange::cheapest(&mut board, instance, at) } else { None };
    let slots = if held.is_none() { slots::in_slots(&board, instance, at) } else { Vec::new() };
    Ok(Explanation { meeting: meeting.to_owned(), held, slots, exchange })
}
