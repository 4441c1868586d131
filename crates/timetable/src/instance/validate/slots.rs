//! Slots are moments with an offset, in the order of time, one after another.

use crate::instance::{Instance, Slot};
use crate::refusal::{Reason, Refusals};
use jiff::Timestamp;
use jiff::civil::DateTime;

pub(super) fn hold(instance: &Instance, found: &mut Refusals) {
    let mut before: Option<(&Slot, Timestamp)> = None;
    for (at, slot) in instance.slots.iter().enumerate() {
        let start = moment(&slot.start, || format!("slots[{at}].start"), found);
        let end = moment(&slot.end, || format!("slots[{at}].end"), found);
        let (Some(start), Some(end)) = (start, end) else { continue };
        if end <= start {
            let (start, end) = (slot.start.clone(), slot.end.clone());
            found.add(|| format!("slots[{at}].end"), || Reason::EndsBeforeStart { start, end });
            continue;
        }
        if let Some((earlier, _)) = before.filter(|(_, ended)| start < *ended) {
            let (before, end) = (earlier.id.clone(), earlier.end.clone());
            let reason = || Reason::Overlaps { start: slot.start.clone(), before, end };
            found.add(|| format!("slots[{at}].start"), reason);
        }
        before = Some((slot, end));
    }
}

fn moment(text: &str, path: impl FnOnce() -> String, found: &mut Refusals) -> Option<Timestamp> {
    match text.parse() {
        Ok(moment) => return Some(moment),
        Err(_) if text.parse::<DateTime>().is_ok() => found.add(path, || Reason::NoOffset { found: text.to_owned() }),
        Err(_) => found.add(path, || Reason::NotATime { found: text.to_owned() }),
    }
    None
}
