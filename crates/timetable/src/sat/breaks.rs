//! Breaks as clauses: a break ends in a slot where a person meets, did not meet right before, and did before that.

use batsat::Lit;

use super::count::{at_most, counted};
use super::model::Model;
use super::solver::Sat;

/// For each person: the literals of which each is true exactly if a break ends there. `all_held`: every meeting is.
pub(super) fn break_ends(sat: &mut Sat<'_>, model: &Model<'_>, all_held: bool) -> Vec<Vec<Lit>> {
    let sessions = sessions(model);
    let mut all = Vec::new();
    for person in 0..model.problem.people.len() {
        let of =
            |sat: &mut Sat<'_>, slots: &Vec<usize>| slots.iter().map(|&slot| busy(sat, model, person, slot)).collect();
        let busy: Vec<Vec<Option<Lit>>> = sessions.iter().map(|slots| of(sat, slots)).collect();
        if all_held {
            as_many_as_meetings(sat, model, person, &busy.concat());
        }
        all.push(busy.iter().flat_map(|busy| ends(sat, busy)).collect());
    }
    all
}

/// The slots of each session in order.
fn sessions(model: &Model<'_>) -> Vec<Vec<usize>> {
    let count = model.problem.slots.iter().map(|slot| slot.session + 1).max().unwrap_or(0);
    let of = |session| {
        (0..model.problem.slot_count()).filter(|&slot| model.problem.slots[slot].session == session).collect()
    };
    (0..count).map(of).collect()
}

fn ends(sat: &mut Sat<'_>, busy: &[Option<Lit>]) -> Vec<Lit> {
    let mut met: Vec<Option<Lit>> = Vec::new();
    let mut ends = Vec::new();
    for (at, &now) in busy.iter().enumerate() {
        if let (Some(now), Some(before)) = (now, at.checked_sub(2).and_then(|two| met[two])) {
            ends.push(end(sat, now, busy[at - 1], before));
        }
        met.push(by_now(sat, met.last().copied().flatten(), now));
    }
    ends
}

/// As many slots of a person are busy as they have meetings. It follows from the rest, but is hard to see.
fn as_many_as_meetings(sat: &mut Sat<'_>, model: &Model<'_>, person: usize, busy: &[Option<Lit>]) {
    let idle: Vec<Lit> = busy.iter().flatten().map(|&lit| !lit).collect();
    let always = sat.lit();
    sat.clause([always]);
    at_most(sat, &idle, idle.len().saturating_sub(model.problem.people[person].meetings.len()), always);
}

/// Whether a person meets in a slot; none where they cannot.
fn busy(sat: &mut Sat<'_>, model: &Model<'_>, person: usize, slot: usize) -> Option<Lit> {
    let lits = model.busy.get(&(person * model.problem.slot_count() + slot))?;
    if let [one] = lits[..] {
        return Some(one);
    }
    let any = sat.lit();
    lits.iter().for_each(|&lit| sat.clause([!lit, any]));
    sat.clause(lits.iter().copied().chain([!any]));
    Some(any)
}

/// Whether a person has met by now.
fn by_now(sat: &mut Sat<'_>, before: Option<Lit>, now: Option<Lit>) -> Option<Lit> {
    let (Some(before), Some(now)) = (before, now) else { return before.or(now) };
    let met = sat.lit();
    sat.clause([!before, met]);
    sat.clause([!now, met]);
    sat.clause([!met, before, now]);
    Some(met)
}

fn end(sat: &mut Sat<'_>, now: Lit, just_before: Option<Lit>, earlier: Lit) -> Lit {
    let end = sat.lit();
    sat.clause([!now, !earlier, end].into_iter().chain(just_before));
    sat.clause([!end, now]);
    sat.clause([!end, earlier]);
    if let Some(just_before) = just_before {
        sat.clause([!end, !just_before]);
    }
    end
}

/// The breaks of any two people differ by at most `limit`.
pub(super) fn even(sat: &mut Sat<'_>, ends: &[Vec<Lit>], limit: usize) {
    even_where(sat, ends, limit, None);
}

/// The same of those whose literal in `when` is true.
pub(super) fn even_where(sat: &mut Sat<'_>, ends: &[Vec<Lit>], limit: usize, when: Option<&[Lit]>) {
    let counts: Vec<Vec<Lit>> = ends.iter().map(|ends| both_ways(sat, ends)).collect();
    let most = counts.iter().map(Vec::len).max().unwrap_or(0);
    let all_have: Vec<Lit> = (0..most).map(|_| sat.lit()).collect();
    for (person, count) in counts.iter().enumerate() {
        let off = || when.and_then(|when| when.get(person)).map(|&lit| !lit);
        for (at, &all) in all_have.iter().enumerate() {
            sat.clause(count.get(at).copied().into_iter().chain([!all]).chain(off()));
        }
        for at in limit..count.len() {
            sat.clause([!count[at], all_have[at - limit]].into_iter().chain(off()));
        }
    }
}

/// How many are true; the k-th is true exactly if more than k are.
fn both_ways(sat: &mut Sat<'_>, lits: &[Lit]) -> Vec<Lit> {
    let up = counted(sat, lits, lits.len());
    let negated: Vec<Lit> = lits.iter().map(|&lit| !lit).collect();
    let down = counted(sat, &negated, lits.len());
    for (at, &more) in up.iter().enumerate() {
        if let Some(&fewer) = down.get(lits.len() - 1 - at) {
            sat.clause([!more, !fewer]);
            sat.clause([more, fewer]);
        }
    }
    up
}
