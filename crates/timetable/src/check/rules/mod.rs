//! The rules, one function each. That assignments are known and no meeting has two is seen to in `seen`.

mod breaks;
mod interpreters;
mod languages;
mod order;
mod people;
mod places;
pub(super) mod stated;
mod tables;
mod times;

use super::{Seen, Violation};

/// A rule adds what breaks it.
pub(super) type Rule = for<'a> fn(&Seen<'a>, &mut Vec<Violation>);

/// Every rule about the event. Those about what the plan says of itself follow the measures.
pub(super) const ALL: [Rule; 23] = [
    tables::unscheduled_are_the_rest,
    tables::tables_exist,
    tables::tables_are_not_shared,
    people::participants_have_one_meeting_at_a_time,
    people::participants_are_available,
    people::participants_keep_their_limit,
    times::venues_are_open,
    times::meetings_are_held_when_they_can,
    times::fixed_slots_are_kept,
    places::pinned_venues_are_kept,
    places::meetings_of_one_site_are_there,
    places::meetings_of_several_sites_are_by_video,
    order::meetings_follow_those_they_wait_for,
    order::required_meetings_are_held,
    languages::interpreters_are_where_they_are_needed,
    languages::interpreters_are_only_where_they_are_needed,
    languages::interpreters_speak_what_is_needed,
    interpreters::interpreters_exist,
    interpreters::interpreters_have_one_meeting_at_a_time,
    interpreters::interpreters_are_available,
    interpreters::interpreters_stay_at_their_venue,
    interpreters::interpreters_keep_their_limit,
    breaks::breaks_are_dealt_evenly,
];
