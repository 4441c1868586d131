//! From classes of interpreters to people.

use crate::problem::{NONE, Problem};
use crate::solve::state::Seat;

/// The interpreter of each meeting: the meetings of a class are dealt round in the order of their slots. No one of them
/// gets two in one slot, because no slot has more than the class has members, nor more than the limit.
pub(crate) fn deal(problem: &Problem, seats: &[Seat]) -> Vec<Option<u32>> {
    let mut given = vec![None; seats.len()];
    let mut order: Vec<usize> = (0..seats.len()).filter(|&at| seats[at].class != NONE).collect();
    order.sort_by_key(|&at| (seats[at].slot, at));
    let mut turn = vec![0; problem.classes.len()];
    for at in order {
        let class = seats[at].class as usize;
        let members = &problem.classes[class].members;
        given[at] = members.get(turn[class] % members.len().max(1)).copied();
        turn[class] += 1;
    }
    given
}
