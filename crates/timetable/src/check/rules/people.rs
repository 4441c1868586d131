//! Participants.

use crate::check::{Seen, Violation};

/// Nobody is in two meetings in one slot.
pub(super) fn participants_have_one_meeting_at_a_time(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for (one, agenda) in seen.everyone() {
        for pair in agenda.windows(2) {
            if let [before, after] = pair
                && before.slot == after.slot
            {
                violations.push(Violation::TwoMeetings {
                    meeting: after.meeting.id.clone(),
                    other: before.meeting.id.clone(),
                    participant: one.id.clone(),
                    slot: seen.slot(after).to_owned(),
                });
            }
        }
    }
}

/// Nobody meets in a slot in which they are unavailable.
pub(super) fn participants_are_available(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for (one, agenda) in seen.everyone() {
        for sitting in agenda {
            let slot = seen.slot(sitting);
            if one.unavailable.iter().any(|away| away == slot) {
                let (meeting, participant) = (sitting.meeting.id.clone(), one.id.clone());
                violations.push(Violation::ParticipantUnavailable { meeting, participant, slot: slot.to_owned() });
            }
        }
    }
}

/// Nobody has more meetings than `max_meetings`.
pub(super) fn participants_keep_their_limit(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for (one, agenda) in seen.everyone() {
        let held = agenda.len() as u64;
        if let Some(limit) = one.max_meetings.filter(|limit| held > u64::from(*limit)) {
            violations.push(Violation::ParticipantLimit { participant: one.id.clone(), held, limit });
        }
    }
}
