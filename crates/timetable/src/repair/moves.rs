//! What is elsewhere than before.

use crate::board::{Board, Loaded, assignment};
use crate::plan::Assignment;
use serde::Serialize;

/// What became of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MoveKind {
    /// It was held and is held no longer.
    Dropped,
    /// It is held in another slot or venue.
    Moved,
    /// It is held at another table.
    Table,
    /// It has another interpreter.
    Interpreter,
    /// It was not held and is held now.
    Added,
}

/// A meeting that is not as before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The meeting's id.
    pub meeting: String,
    /// What became of it.
    pub kind: MoveKind,
    /// Where it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Assignment>,
    /// Where it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Assignment>,
}

/// Every meeting that is not as before, the kinds one after another, each in the order of the instance.
pub(super) fn moves(board: &Board<'_>, before: &Loaded) -> Vec<Move> {
    let mut old = vec![None; board.problem.meetings.len()];
    before.held.iter().for_each(|(meeting, seat)| old[*meeting] = Some(*seat));
    let mut moves = Vec::new();
    for (meeting, from) in old.into_iter().enumerate() {
        let to = board.seat(meeting);
        let kind = match (from, to) {
            (Some(from), Some(to)) if from == to => continue,
            (None, None) => continue,
            (Some(_), None) => MoveKind::Dropped,
            (None, Some(_)) => MoveKind::Added,
            (Some(from), Some(to)) if (from.slot, from.venue) != (to.slot, to.venue) => MoveKind::Moved,
            (Some(from), Some(to)) if from.table != to.table => MoveKind::Table,
            (Some(_), Some(_)) => MoveKind::Interpreter,
        };
        let written = |seat| assignment(board.problem, meeting, seat);
        let id = board.problem.ids.meetings[meeting].clone();
        moves.push(Move { meeting: id, kind, from: from.map(written), to: to.map(written) });
    }
    moves.sort_by_key(|one| one.kind);
    moves
}
