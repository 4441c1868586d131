//! The instances made up for measurements are what they are said to be.
#![allow(clippy::expect_used, missing_docs)]

use samesky_timetable::check::check;
use samesky_timetable::read_instance;
use samesky_timetable::sample::{Mandatory, mandatory};

#[test]
fn mandatory_instances_are_in_the_ranges_and_their_plans_hold() {
    for seed in 1..=60 {
        let size = Mandatory::of_seed(seed);
        let (instance, plan) = mandatory(size, seed);
        assert!((125..=300).contains(&instance.meetings.len()), "{size:?}: {} meetings", instance.meetings.len());
        assert!((12..=27).contains(&size.tables) && (8..=22).contains(&size.slots), "{size:?}");
        assert!(instance.meetings.iter().all(|meeting| meeting.required));
        let written = serde_json::to_vec(&instance).expect("JSON");
        assert_eq!(read_instance(&written), Ok(instance.clone()));
        assert_eq!(check(&instance, &plan).violations, [], "seed {seed}");
    }
}

#[test]
fn mandatory_instances_of_one_seed_are_the_same() {
    let made = || serde_json::to_string(&mandatory(Mandatory::of_seed(3), 3).0).expect("JSON");
    assert_eq!(made(), made());
}
