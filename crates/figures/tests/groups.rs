//! Entries to figures: whole groups for small ledgers, and properties for any ledger.
#![allow(clippy::expect_used, missing_docs)]

#[path = "support/entries.rs"]
mod entries;
mod support;

use entries::{Known, Ledger, figure, id, line};
use proptest::prelude::*;
use samesky_figures::{Resigning, across, group, mark_resigned};
use samesky_model::Decimal;
use samesky_model::id::EntryId;
use samesky_model::reading::MoneyClass;
use samesky_model::record::{Counting, FigureState};
use std::collections::BTreeSet;

fn known(entry: u32, announcement: u32) -> Known {
    Known { entry, announcement, event: Some(1), ..Known::default() }
}

fn lines(ledger: &Ledger) -> Vec<String> {
    group(&ledger.facts()).iter().map(line).collect()
}

#[test]
fn group_sources_that_agree_count_once() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("total_investment 20000000000 CNY over planned"));
    ledger.add(known(2, 1), figure("total_investment 20450000000 CNY planned"));
    ledger.add(known(3, 2), figure("total_investment 20450000000 CNY planned"));
    ledger.add(known(4, 2), figure("projects_signed 15 projects"));
    ledger.add(known(5, 3), figure("projects_signed 15 projects"));
    assert_eq!(lines(&ledger), ["1+2+3 agreed 20450000000 counted", "4+5 agreed 15 counted"]);
    let groups = group(&ledger.facts());
    assert_eq!(groups[0].representative, Some(id(2)), "the most exact, then the oldest");
    assert_eq!(groups[0].announcements, 2);
}

#[test]
fn group_sources_that_differ_choose_nothing() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("projects_signed 15 projects"));
    ledger.add(known(2, 2), figure("projects_signed 16 projects"));
    ledger.add(known(3, 3), figure("projects_signed 15 projects"));
    assert_eq!(lines(&ledger), ["1+2+3 contested - contested"]);
    let facts = ledger.facts();
    let checks: Vec<String> = across(&group(&facts), &facts)
        .iter()
        .map(|check| format!("{} {:?} {} {:?}", check.total, check.parts, check.verdict, check.difference))
        .collect();
    let entry = |number: u32| id::<EntryId>(number);
    assert_eq!(
        checks,
        [
            format!("{} {:?} contradicted {:?}", entry(1), [entry(2)], Some(Decimal::from(-1))),
            format!("{} {:?} reconciled {:?}", entry(1), [entry(3)], Some(Decimal::ZERO)),
        ]
    );
}

#[test]
fn group_one_announcement_two_sets_stay_two_figures() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("projects_signed 43 projects"));
    ledger.add(known(2, 1), figure("total_investment 46500000000 CNY over planned"));
    ledger.add(known(3, 1), figure("projects_signed 6 projects"));
    ledger.add(known(4, 1), figure("total_investment 5300000000 CNY planned"));
    ledger.add(known(5, 2), figure("projects_signed 6 projects"));
    ledger.add(known(6, 2), figure("total_investment 46500000000 CNY over planned"));
    assert_eq!(
        lines(&ledger),
        [
            "1 single 43 counted",
            "2+6 agreed 46500000000 counted",
            "3+5 agreed 6 counted",
            "4 single 5300000000 counted"
        ]
    );
}

#[test]
fn group_agreements_and_projects_are_two_sets() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("projects_signed 15 projects"));
    ledger.add(known(2, 1), figure("agreements 28 agreements"));
    ledger.add(known(3, 2), figure("agreements 28 agreements"));
    assert_eq!(lines(&ledger), ["1 single 15 counted", "2+3 agreed 28 counted"]);
}

#[test]
fn group_part_events_share_the_scope() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("projects_signed 15 projects"));
    let signing = Known { event: Some(2), event_is_part_of: Some(1), ..known(2, 2) };
    ledger.add(signing, figure("projects_signed 15 projects"));
    ledger.add(Known { event: Some(3), ..known(3, 3) }, figure("projects_signed 15 projects"));
    assert_eq!(lines(&ledger), ["1+2 agreed 15 counted", "3 single 15 counted"]);
    assert_eq!(group(&ledger.facts())[0].event, Some(id(1)));
}

#[test]
fn group_parts_are_not_counted_again() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("total_investment 17000000000 CNY planned"));
    ledger.add(Known { part_of: Some(1), ..known(2, 1) }, figure("total_investment 5100000000 CNY planned 长宁区"));
    ledger.add(Known { part_of: Some(1), ..known(3, 1) }, figure("total_investment 6200000000 CNY signed 嘉定区"));
    ledger.add(Known { project: Some(7), ..known(4, 2) }, figure("investment 100000000 CNY planned"));
    ledger.add(Known { project: Some(8), ..known(5, 2) }, figure("investment 100000000 CNY signed"));
    ledger.add(Known { project: Some(8), ..known(6, 2) }, figure("investment 100000000 USD planned"));
    assert_eq!(
        lines(&ledger),
        [
            "1 single 17000000000 counted",
            "2 single 5100000000 part ^0",
            "3 single 6200000000 part ^0",
            "4 single 100000000 part ^0",
            "5 single 100000000 counted",
            "6 single 100000000 counted",
        ]
    );
}

#[test]
fn group_equal_parts_of_different_places_stay_apart() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("projects_signed 12 projects"));
    for (entry, place) in [(2, "长宁区"), (3, "嘉定区")] {
        let part = Known { part_of: Some(1), ..known(entry, 1) };
        ledger.add(part, figure(&format!("projects_signed 6 projects {place}")));
    }
    ledger.add(known(4, 2), figure("projects_signed 12 projects"));
    let part = Known { part_of: Some(4), ..known(5, 2) };
    ledger.add(part, figure("projects_signed 6 projects 嘉定区"));
    assert_eq!(lines(&ledger), ["1+4 agreed 12 counted", "2 single 6 part ^0", "3+5 agreed 6 part ^0"]);
}

#[test]
fn group_a_part_told_alone_does_not_contest_the_whole() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("projects_signed 15 projects"));
    ledger.add(Known { part_of: Some(1), ..known(2, 1) }, figure("projects_signed 11 projects 高新区"));
    ledger.add(known(3, 2), figure("projects_signed 11 projects 高新区"));
    assert_eq!(lines(&ledger), ["1 single 15 counted", "2+3 agreed 11 part ^0"]);
}

#[test]
fn group_classes_stay_apart() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("total_investment 17000000000 CNY planned"));
    ledger.add(known(2, 2), figure("total_investment 17000000000 CNY signed"));
    ledger.add(known(3, 3), figure("total_investment 18000000000 CNY signed"));
    assert_eq!(lines(&ledger), ["1 single 17000000000 counted", "2+3 contested - contested"]);
    let classes: Vec<MoneyClass> = group(&ledger.facts()).iter().map(|group| group.money_class).collect();
    assert_eq!(classes, [MoneyClass::Planned, MoneyClass::Signed]);
}

#[test]
fn group_statistics_belong_to_places_and_periods() {
    let parties = || vec!["chengdu".to_owned(), "jp".to_owned()];
    let at =
        |entry, announcement, event| Known { event: Some(event), parties: parties(), ..known(entry, announcement) };
    let mut ledger = Ledger::default();
    ledger.add(at(1, 1, 1), figure("trade_volume 31480000000 CNY 2019"));
    ledger.add(at(2, 2, 2), figure("trade_volume 31480000000 CNY 2019"));
    ledger.add(at(3, 3, 3), figure("trade_volume 40000000000 CNY 2020"));
    ledger.add(at(4, 3, 3), figure("companies_settled 326 companies"));
    ledger.add(at(5, 3, 3), figure("fdi_actual 1961000000 USD paid_in"));
    ledger.add(at(6, 3, 3), figure("fdi_actual 100000000 USD paid_in flow 2020"));
    ledger.add(Known { parties: Vec::new(), ..known(7, 4) }, figure("trade_volume 31480000000 CNY 2019"));
    assert_eq!(
        lines(&ledger),
        [
            "1+2 agreed 31480000000 not_additive",
            "3 single 40000000000 not_additive",
            "4 single 326 cumulative",
            "5 single 1961000000 not_additive",
            "6 single 100000000 counted",
            "7 single 31480000000 not_additive",
        ]
    );
}

#[test]
fn group_aims_and_size_classes_are_not_counted() {
    let mut ledger = Ledger::default();
    ledger.add(known(1, 1), figure("target 100 projects over target"));
    ledger.add(known(2, 1), figure("total_investment 1000000000 CNY planned forecast"));
    let mut tier = figure("other 2 projects");
    tier.tier = Some(samesky_model::reading::Tier { value: 5_000_000_000_i64.into(), unit: "CNY".to_owned() });
    ledger.add(known(3, 1), tier);
    ledger.add(known(4, 1), figure("other 2 projects"));
    assert_eq!(
        lines(&ledger),
        ["1 single 100 not_actual", "2 single 1000000000 not_actual", "3 single 2 tier", "4 single 2 not_additive"]
    );
    assert_eq!(group(&ledger.facts())[2].tier_label.as_deref(), Some("5000000000 CNY"));
}

#[test]
fn group_a_conversion_is_the_same_money() {
    let mut ledger = Ledger::default();
    let mut original = figure("total_investment 521500000 USD planned");
    (original.start, original.end) = (30, 38);
    let mut converted = figure("total_investment 4070000000 HKD about planned");
    (converted.start, converted.end) = (40, 47);
    ledger.add(known(1, 1), original);
    ledger.add(known(2, 1), converted);
    assert_eq!(lines(&ledger), ["1 single 521500000 counted", "2 single 4070000000 part ^0"]);
}

#[test]
fn group_one_project_with_two_amounts_is_contested() {
    let mut ledger = Ledger::default();
    let of = |entry, announcement| Known { project: Some(7), ..known(entry, announcement) };
    ledger.add(of(1, 1), figure("investment 100000000 CNY planned"));
    ledger.add(of(2, 2), figure("investment 120000000 CNY planned"));
    assert_eq!(lines(&ledger), ["1+2 contested - contested"]);
}

#[test]
fn mark_resigned_takes_the_later_signing_out() {
    let mut ledger = Ledger::default();
    ledger.add(Known { project: Some(7), ..known(1, 1) }, figure("investment 100000000 CNY planned"));
    ledger.add(Known { project: Some(8), event: Some(2), ..known(2, 2) }, figure("investment 100000000 CNY planned"));
    let mut groups = group(&ledger.facts());
    mark_resigned(&mut groups, &[Resigning { earlier: id(7), later: id(8), evidence: Vec::new() }]);
    let counting: Vec<Counting> = groups.iter().map(|group| group.counting).collect();
    assert_eq!(counting, [Counting::Counted, Counting::Resigned]);
}

#[test]
fn group_nothing_gives_nothing() {
    assert_eq!(group(&[]), []);
    assert_eq!(across(&[], &[]), []);
}

#[test]
fn group_many_announcements_of_one_event_stay_fast() {
    let mut ledger = Ledger::default();
    for number in 1..=3000_u32 {
        ledger.add(known(2 * number, number), figure("projects_signed 15 projects 现场集中签约"));
        ledger.add(known(2 * number + 1, 1), figure(&format!("other {number} people")));
    }
    let groups = group(&ledger.facts());
    assert_eq!((groups.len(), groups[0].announcements), (3001, 3000));
}

fn any_entry() -> impl Strategy<Value = (u32, Option<u32>, Option<u32>, String)> {
    let measure =
        prop_oneof![Just("projects_signed 1 projects"), Just("total_investment 1 CNY"), Just("other 1 people")];
    let qualifier = prop_oneof![Just(""), Just(" over"), Just(" about"), Just(" under")];
    let subject = prop_oneof![Just(""), Just(" 东区"), Just(" 西区")];
    let value = prop_oneof![Just(15), Just(16), Just(20), Just(6), Just(200)];
    (1..5_u32, prop::option::of(1..3_u32), prop::option::of(1..13_u32), measure, value, qualifier, subject).prop_map(
        |(announcement, event, part, measure, value, qualifier, subject)| {
            (announcement, event, part, measure.replace(" 1 ", &format!(" {value} ")) + qualifier + subject)
        },
    )
}

fn ledger_of(entries: &[(u32, Option<u32>, Option<u32>, String)]) -> Ledger {
    let mut ledger = Ledger::default();
    for (number, (announcement, event, part, written)) in (1..).zip(entries) {
        let known =
            Known { entry: number, announcement: *announcement, event: *event, part_of: *part, ..Known::default() };
        ledger.add(known, figure(written));
    }
    ledger
}

proptest! {
    #[test]
    fn group_is_a_partition_and_contested_has_no_value(entries in prop::collection::vec(any_entry(), 0..14)) {
        let ledger = ledger_of(&entries);
        let groups = group(&ledger.facts());
        let all: Vec<EntryId> = groups.iter().flat_map(|group| group.entries.clone()).collect();
        prop_assert_eq!(all.len(), entries.len());
        prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), entries.len());
        for (at, group) in groups.iter().enumerate() {
            let contested = group.state == FigureState::Contested;
            prop_assert_eq!(contested, group.representative.is_none());
            prop_assert_eq!(contested, group.value.is_none());
            prop_assert!(group.counting != Counting::Counted || (!contested && group.part_of.is_none()));
            prop_assert!(group.part_of.is_none_or(|whole| whole != at && whole < groups.len()));
            prop_assert!(group.representative.is_none_or(|chosen| group.entries.contains(&chosen)));
        }
    }

    #[test]
    fn group_order_of_entries_does_not_matter(
        (entries, shuffled) in prop::collection::vec(any_entry(), 0..14).prop_map(|entries| ledger_of(&entries)).prop_flat_map(|ledger| {
            let entries = ledger.entries.clone();
            (Just(ledger), Just(entries).prop_shuffle())
        })
    ) {
        let other = Ledger { entries: shuffled };
        let (one, two) = (group(&entries.facts()), group(&other.facts()));
        prop_assert_eq!(&one, &two);
        prop_assert_eq!(across(&one, &entries.facts()), across(&two, &other.facts()));
    }
}
