//! The fewest agreed meetings that have to move after something changed, proven: first as few as possible are dropped,
//! then as few as possible are held elsewhere.

use std::sync::atomic::AtomicBool;

use batsat::Lit;

use super::fewest::Fewest;
use super::model::Model;
use super::solver::Sat;
use crate::problem::{NONE, Problem, Slots};
use crate::solve::Seat;

/// A meeting that is agreed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Agreed {
    pub(crate) meeting: u32,
    /// Its slot and venue.
    pub(crate) slot: u32,
    pub(crate) venue: u32,
    /// Whether it has to stay there.
    pub(crate) stays: bool,
}

/// More seats than this are not looked into, and no more slices of clauses are learnt, so that the answer comes at once.
const MOST_SEATS: usize = 5_000;
const SLICES: u32 = 6;

/// Where the agreed meetings can be so that no way harms fewer of them; the harm is how many are dropped, then how many
/// are elsewhere. Nothing comes into a slot that has begun. None where that is not known at once, or where it is not
/// less than `harm`.
pub(crate) fn fewest_moves(
    problem: &Problem,
    agreed: &[Agreed],
    begun: Slots,
    harm: (usize, usize),
) -> Option<Vec<Seat>> {
    let seats = |one: &Agreed| problem.meetings[one.meeting as usize].places.iter().map(|place| place.slots.len());
    if agreed.iter().flat_map(seats).sum::<usize>() > MOST_SEATS {
        return None;
    }
    let never = AtomicBool::new(false);
    let mut sat = Sat::new(&never);
    let meetings: Vec<u32> = agreed.iter().map(|one| one.meeting).collect();
    let model = Model::new(&mut sat, problem, &meetings);
    model.limits.values().for_each(|&lit| sat.clause([lit]));
    let own: Vec<Option<Lit>> = agreed.iter().map(|one| own(&model, one)).collect();
    for (one, own) in agreed.iter().zip(&own) {
        stay_or_come(&mut sat, &model, one, *own, begun)?;
    }
    let mut slices = SLICES;
    let mut held = Fewest::new(model.held.values().copied());
    let dropped = at_most(&mut held, &mut sat, harm.0, &mut slices)?;
    held.settle(&mut sat);
    let most = if dropped < harm.0 { agreed.len() } else { harm.1 + dropped };
    // A meeting that is dropped is not where it was either.
    at_most(&mut Fewest::new(own.into_iter().flatten()), &mut sat, most, &mut slices)?;
    Some(model.seats(&sat))
}

/// How many of the hopes fail, if that is no more than `most` and found in time.
fn at_most(hopes: &mut Fewest, sat: &mut Sat<'_>, most: usize, slices: &mut u32) -> Option<usize> {
    let failing = |proven: i64| usize::try_from(proven).unwrap_or(usize::MAX);
    let mut last = 0;
    let done = hopes.run(sat, &mut |proven| {
        // No new contradiction: a whole slice of clauses was learnt.
        *slices = slices.saturating_sub(u32::from(proven == last));
        last = proven;
        failing(proven) <= most && *slices > 0
    });
    done.then(|| failing(last))
}

fn own(model: &Model<'_>, one: &Agreed) -> Option<Lit> {
    let here = |seat: &Seat| (seat.slot, seat.venue) == (one.slot, one.venue);
    model.options(one.meeting).iter().find(|(seat, _)| here(seat)).map(|(_, lit)| *lit)
}

/// What has to stay, stays; nothing else comes into a slot that has begun. None: it cannot stay.
fn stay_or_come(sat: &mut Sat<'_>, model: &Model<'_>, one: &Agreed, own: Option<Lit>, begun: Slots) -> Option<()> {
    if one.stays {
        sat.clause([own?]);
        return Some(());
    }
    let gone = |seat: &Seat| seat.slot != NONE && begun.has(seat.slot as usize);
    model.options(one.meeting).iter().filter(|(seat, _)| gone(seat)).for_each(|(_, lit)| sat.clause([!*lit]));
    Some(())
}
