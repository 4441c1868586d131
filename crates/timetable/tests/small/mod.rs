//! Small instances with every rule in them, the same for the same seed; and what it takes to go through all their plans.

use samesky_timetable::check::check;
use samesky_timetable::{Assignment, Instance, PLAN_FORMAT, Plan};
use serde_json::{Map, Value, json};

/// Draws numbers; good enough for tests.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// How large an instance is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// Participants.
    pub(crate) people: u64,
    /// Slots, in two sessions.
    pub(crate) slots: u64,
    /// Meetings.
    pub(crate) meetings: u64,
}

/// An instance of a size with a few of every rule.
pub(crate) fn instance(seed: u64, size: Size) -> Instance {
    let mut dice = Dice::new(seed);
    let slots: Vec<_> = (0..size.slots).map(|at| slot(at, size.slots)).collect();
    let people: Vec<_> = (0..size.people).map(|at| person(&mut dice, at, size.slots)).collect();
    let meetings: Vec<_> = (0..size.meetings).map(|at| meeting(&mut dice, at, size)).collect();
    let interpreters: Vec<_> = (0..2).map(|at| interpreter(&mut dice, at, size.slots)).collect();
    let whole = json!({
        "format": "b2b-schedule/1", "name": format!("small-{seed}"),
        "objectives": objectives(&mut dice),
        "slots": slots, "venues": venues(&mut dice), "participants": people,
        "interpreters": interpreters, "meetings": meetings,
    });
    serde_json::from_value(whole).expect("an instance")
}

fn objectives(dice: &mut Dice) -> Value {
    match dice.below(3) {
        0 => json!(["weight", "breaks"]),
        1 => json!(["weight", "fairness", "breaks"]),
        _ => json!(["breaks", "weight"]),
    }
}

fn slot(at: u64, all: u64) -> Value {
    let (start, end) =
        (format!("2027-04-14T{:02}:00:00+05:00", at + 6), format!("2027-04-14T{:02}:30:00+05:00", at + 6));
    json!({"id": format!("s{at}"), "start": start, "end": end, "session": if at * 3 < all * 2 { "a" } else { "b" }})
}

fn venues(dice: &mut Dice) -> Value {
    json!([
        {"id": "hall", "mode": "onsite", "tables": 1 + dice.below(2), "unavailable": some_slots(dice, 20)},
        {"id": "video", "mode": "video", "tables": 1},
    ])
}

fn some_slots(dice: &mut Dice, percent: u64) -> Vec<String> {
    if dice.chance(percent) { vec![format!("s{}", dice.below(3))] } else { Vec::new() }
}

fn person(dice: &mut Dice, at: u64, _slots: u64) -> Value {
    let languages =
        [vec!["zh"], vec!["th"], vec!["zh", "th"], vec![]][usize::try_from(dice.below(4)).expect("small")].clone();
    let mut one = json!({"id": format!("p{at}"), "languages": languages, "unavailable": some_slots(dice, 30)});
    if dice.chance(70) {
        one["venue"] = json!("hall");
    }
    if dice.chance(25) {
        one["max_meetings"] = json!(1 + dice.below(2));
    }
    one
}

fn interpreter(dice: &mut Dice, at: u64, _slots: u64) -> Value {
    let mut one = json!({"id": format!("i{at}"), "languages": ["zh", "th"], "unavailable": some_slots(dice, 30)});
    if dice.chance(50) {
        one["max_meetings"] = json!(1 + dice.below(2));
    }
    one
}

fn meeting(dice: &mut Dice, at: u64, size: Size) -> Value {
    let first = dice.below(size.people);
    let second = (first + 1 + dice.below(size.people - 1)) % size.people;
    let mut who = vec![format!("p{first}"), format!("p{second}")];
    let third = format!("p{}", dice.below(size.people));
    if dice.chance(10) && !who.contains(&third) {
        who.push(third);
    }
    let mut one = json!({"id": format!("m{at}"), "participants": who, "priority": 1 + dice.below(5)});
    if dice.chance(10) {
        one["languages"] = json!(["zh", "th"]);
    }
    if dice.chance(10) {
        one["fixed_slot"] = json!(format!("s{}", dice.below(size.slots)));
    }
    if dice.chance(10) {
        one["venue"] = json!("video");
    }
    if at > 0 && dice.chance(15) {
        one["after"] = json!([format!("m{}", dice.below(at))]);
    }
    one
}

/// The plan that holds these and no others.
pub(crate) fn plan(instance: &Instance, held: &[Assignment]) -> Plan {
    let out = |id: &&String| held.iter().all(|one| one.meeting != **id);
    Plan {
        format: PLAN_FORMAT.to_owned(),
        instance: instance.name.clone(),
        solver: String::new(),
        assignments: held.to_vec(),
        unscheduled: instance.meetings.iter().map(|meeting| &meeting.id).filter(out).cloned().collect(),
        objective: None,
        bounds: None,
        other: Map::new(),
    }
}

/// Whether what is held so far breaks no rule but those on what comes before.
pub(crate) fn fits(instance: &Instance, held: &[Assignment]) -> bool {
    let mut loose = instance.clone();
    loose.meetings.iter_mut().for_each(|meeting| meeting.after.clear());
    check(&loose, &plan(&loose, held)).is_valid()
}
