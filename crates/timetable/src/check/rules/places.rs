//! Where a meeting may be held: its `venue` if given; else, if all participants name the same onsite venue, there; else
//! at any video venue.

use crate::check::needs;
use crate::check::seen::Sitting;
use crate::check::{Seen, Violation};
use crate::instance::{Mode, Venue};

/// A meeting with `venue` is held there.
pub(super) fn pinned_venues_are_kept(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in &seen.sittings {
        if let Some(pinned) = sitting.meeting.venue.as_ref().filter(|pinned| **pinned != sitting.venue.id) {
            let (meeting, venue) = (sitting.meeting.id.clone(), sitting.venue.id.clone());
            violations.push(Violation::NotInPinnedVenue { meeting, pinned: pinned.clone(), venue });
        }
    }
}

/// A meeting of people who are all at one site is held at that site.
pub(super) fn meetings_of_one_site_are_there(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in seen.sittings.iter().filter(|sitting| sitting.meeting.venue.is_none()) {
        if let Some(site) = site(seen, sitting).filter(|site| site.id != sitting.venue.id) {
            let (meeting, venue) = (sitting.meeting.id.clone(), sitting.venue.id.clone());
            violations.push(Violation::NotOnSite { meeting, site: site.id.clone(), venue });
        }
    }
}

/// A meeting of people who are not all at one site is held by video.
pub(super) fn meetings_of_several_sites_are_by_video(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    for sitting in seen.sittings.iter().filter(|sitting| sitting.meeting.venue.is_none()) {
        if sitting.venue.mode != Mode::Video && site(seen, sitting).is_none() {
            let (meeting, venue) = (sitting.meeting.id.clone(), sitting.venue.id.clone());
            violations.push(Violation::NotByVideo { meeting, venue });
        }
    }
}

/// The onsite venue where all participants are, if there is one.
fn site<'a>(seen: &Seen<'a>, sitting: &Sitting<'a>) -> Option<&'a Venue> {
    let together = needs::together(&seen.participants(sitting).collect::<Vec<_>>())?;
    seen.venue(together).filter(|venue| venue.mode == Mode::Onsite)
}
