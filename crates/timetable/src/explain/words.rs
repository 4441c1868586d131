//! The explanation in words.

use super::{Exchange, Explanation, Hindrance, InSlot};
use crate::instance::{Instance, Meeting};
use crate::plan::{Assignment, Plan};
use std::fmt::Write;

impl Explanation {
    /// The explanation for people, in English, in lines. The instance and the plan are those that it was made of.
    #[must_use]
    pub fn words(&self, instance: &Instance, plan: &Plan) -> String {
        let mut text = String::new();
        let meeting = instance.meetings.iter().find(|one| one.id == self.meeting);
        let who = meeting.map_or_else(|| self.meeting.clone(), |one| introduced(instance, one));
        let _ = match &self.held {
            Some(held) => writeln!(text, "{who} is held {}.", place(held)),
            None => writeln!(text, "{who} is not held."),
        };
        if self.held.is_none() {
            hindrances(self, instance, &mut text);
            self.exchange_words(instance, plan, &mut text);
        }
        text
    }

    fn exchange_words(&self, instance: &Instance, plan: &Plan, text: &mut String) {
        let Some(exchange) = &self.exchange else {
            text.push_str("\nNo exchange was found that would admit it.\n");
            return;
        };
        let _ = writeln!(text, "\nThe cheapest exchange: hold it {}.", place(&exchange.to));
        for one in &exchange.moved {
            let _ = writeln!(text, "  {}", moved(&one.from, &one.to));
        }
        for id in &exchange.dropped {
            let meeting = instance.meetings.iter().find(|one| one.id == *id);
            let who = meeting.map_or_else(|| id.clone(), |one| introduced(instance, one));
            let _ = writeln!(text, "  {who} is dropped.");
        }
        let _ = writeln!(text, "{}", balance(exchange, weight(instance, plan)));
    }
}

/// What stands in the way, venue by venue.
pub(super) fn hindrances(of: &Explanation, instance: &Instance, text: &mut String) {
    if of.slots.is_empty() {
        text.push_str("There is no slot, or no venue where it may be held: its participants are not at one site, and there is no video venue.\n");
    }
    for venue in venues(&of.slots) {
        let here: Vec<&InSlot> = of.slots.iter().filter(|one| one.venue == venue).collect();
        let possible = here.iter().filter(|one| one.possible).count();
        let others = if possible == 0 { "" } else { ", were it not for other meetings" };
        let _ = writeln!(text, "\nIt may be held at {venue}: {possible} of {} slots would do{others}.", here.len());
        impossible(&here, text);
        for one in here.iter().filter(|one| one.possible) {
            let said: Vec<String> = one.hindrances.iter().map(|why| in_words(why, instance)).collect();
            let said = if said.is_empty() { "nothing stands in the way".to_owned() } else { said.join("; ") };
            let _ = writeln!(text, "  {}: {said}", one.slot);
        }
    }
}

/// Who meets, and what it is worth.
pub(super) fn introduced(instance: &Instance, meeting: &Meeting) -> String {
    let name = |id: &String| {
        let one = instance.participants.iter().find(|one| one.id == *id);
        one.and_then(|one| one.name.clone()).map_or_else(|| id.clone(), |name| format!("{name}, {id}"))
    };
    let who: Vec<String> = meeting.participants.iter().map(name).collect();
    format!("{} ({}; priority {})", meeting.id, who.join(" with "), meeting.priority)
}

fn place(at: &Assignment) -> String {
    let with = at.interpreter.as_ref().map(|one| format!(", with interpreter {one}")).unwrap_or_default();
    format!("in {} at {}, table {}{with}", at.slot, at.venue, at.table)
}

fn moved(from: &Assignment, to: &Assignment) -> String {
    if (&from.slot, &from.venue) == (&to.slot, &to.venue) && from.table == to.table {
        let none = || "none".to_owned();
        let (old, new) = (from.interpreter.clone().unwrap_or_else(none), to.interpreter.clone().unwrap_or_else(none));
        return format!("{} stays where it is, with interpreter {new} instead of {old}.", to.meeting);
    }
    format!("{} goes from {} at {}, table {}, to be held {}.", to.meeting, from.slot, from.venue, from.table, place(to))
}

fn balance(exchange: &Exchange, weight: u64) -> String {
    let after = (weight + exchange.gained).saturating_sub(exchange.lost);
    let verdict = match exchange.gained.cmp(&exchange.lost) {
        std::cmp::Ordering::Greater => format!("gain {}", exchange.gained - exchange.lost),
        std::cmp::Ordering::Equal => "weigh the same".to_owned(),
        std::cmp::Ordering::Less => format!("lose {}", exchange.lost - exchange.gained),
    };
    format!("The plan would {verdict}: weight {weight} now, {after} then.")
}

fn weight(instance: &Instance, plan: &Plan) -> u64 {
    let held: std::collections::HashSet<&str> = plan.assignments.iter().map(|one| one.meeting.as_str()).collect();
    instance.meetings.iter().filter(|one| held.contains(one.id.as_str())).map(|one| one.priority).sum()
}

fn venues(slots: &[InSlot]) -> Vec<&str> {
    let mut venues: Vec<&str> = slots.iter().map(|one| one.venue.as_str()).collect();
    venues.dedup();
    venues
}

/// The slots that never would do, by why.
fn impossible(here: &[&InSlot], text: &mut String) {
    let mut reasons: Vec<(&Hindrance, Vec<&str>)> = Vec::new();
    for one in here.iter().filter(|one| !one.possible) {
        for why in &one.hindrances {
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, slots)) => slots.push(&one.slot),
                None => reasons.push((why, vec![&one.slot])),
            }
        }
    }
    for (why, slots) in reasons {
        let slots = if slots.len() == here.len() { "every slot".to_owned() } else { slots.join(", ") };
        let _ = writeln!(text, "  {why}: {slots}");
    }
}

/// A hindrance, with what the other meeting is worth.
fn in_words(why: &Hindrance, instance: &Instance) -> String {
    match why {
        Hindrance::Busy { meeting, .. } => {
            let other = instance.meetings.iter().find(|one| one.id == *meeting);
            let worth = other.map(|one| format!(" (priority {})", one.priority)).unwrap_or_default();
            format!("{why}{worth}")
        }
        other => other.to_string(),
    }
}
