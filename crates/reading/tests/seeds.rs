//! The five sample articles, where they are at hand: most figures are found, no distractor is taken.

#![allow(clippy::print_stderr)] // A skipped test says so.

use samesky_model::reading::{FigureClaim, Measure, Reading};
use samesky_reading::{Input, Options, read};
use serde_json::Value;
use std::path::{Path, PathBuf};

const HEADLINE: &[Measure] = &[
    Measure::ProjectsSigned,
    Measure::Agreements,
    Measure::TotalInvestment,
    Measure::Investment,
    Measure::FdiActual,
    Measure::TradeVolume,
    Measure::CompaniesAttending,
    Measure::CompaniesSettled,
];

fn folder(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if folder.join("gold.jsonl").exists() {
        return Some(folder);
    }
    eprintln!("{} is not at hand: skipped", folder.display());
    None
}

fn readings(folder: &Path) -> Vec<(Value, String, Reading)> {
    let gold = std::fs::read_to_string(folder.join("gold.jsonl")).expect("the gold file");
    let one = |line: &str| {
        let gold: Value = serde_json::from_str(line).expect("JSON");
        let id = gold["id"].as_str().expect("an id").to_owned();
        let text = std::fs::read_to_string(folder.join(&id))
            .or_else(|_| std::fs::read_to_string(folder.join(format!("{id}.txt"))));
        let text = text.expect("the text");
        let reference = gold["published"].as_str().map(|date| date.parse().expect("a date"));
        let reading = read(&Input { reference_date: reference, ..Input::text(&text) }, &Options::default());
        (gold, text, reading)
    };
    gold.lines().map(one).collect()
}

fn number(value: &Value) -> rust_decimal::Decimal {
    value.to_string().parse().expect("a number")
}

fn found(gold: &Value, reading: &Reading) -> bool {
    let unit = |figure: &FigureClaim| figure.unit.as_deref() == gold["unit"].as_str() || gold["approx"] == "tier";
    reading.figures.iter().any(|figure| figure.value == number(&gold["value"]) && unit(figure))
}

#[test]
fn seeds_figures_events_and_distractors_are_as_wanted() {
    let Some(folder) = folder("seeds") else { return };
    let (mut wanted, mut have, mut headline, mut right) = (0, 0, 0, 0);
    for (gold, text, reading) in readings(&folder) {
        let figures = gold["figures"].as_array().expect("figures");
        wanted += figures.len();
        have += figures.iter().filter(|figure| found(figure, &reading)).count();
        for figure in reading.figures.iter().filter(|figure| HEADLINE.contains(&figure.measure)) {
            headline += 1;
            right += usize::from(figures.iter().any(|gold| number(&gold["value"]) == figure.value));
        }
        for event in gold["events"].as_array().expect("events") {
            let kind = event["type"].as_str().expect("a type");
            assert!(reading.events.iter().any(|known| known.kind.as_str() == kind), "{} {kind}", gold["id"]);
        }
        for distractor in gold["distractors"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            let start = text.find(distractor).map(|at| text[..at].chars().count());
            let taken = |figure: &&FigureClaim| {
                start.is_some_and(|start| figure.start < start + distractor.chars().count() && start < figure.end)
            };
            assert_eq!(reading.figures.iter().find(taken).map(|figure| &figure.quote), None, "{}", gold["id"]);
        }
    }
    assert!(have * 100 >= wanted * 95, "{have} of {wanted} figures");
    assert!(right * 100 >= headline * 90, "{right} of {headline} headline figures");
}

#[test]
fn seeds_sets_stay_apart_and_parts_are_linked() {
    let Some(folder) = folder("seeds") else { return };
    let readings = readings(&folder);
    let of =
        |reading: &Reading, value: i64| reading.figures.iter().find(|figure| figure.value == value.into()).cloned();
    for (_, _, reading) in readings {
        let Some(total) = of(&reading, 17_000_000_000) else { continue };
        for part in [5_100_000_000, 6_200_000_000, 5_700_000_000] {
            assert_eq!(of(&reading, part).and_then(|figure| figure.part_of), Some(total.id.clone()), "{part}");
        }
        let whole = of(&reading, 18).expect("the 18 projects");
        let sixes: Vec<_> = reading
            .figures
            .iter()
            .filter(|figure| figure.value == 6.into())
            .map(|figure| figure.part_of.clone())
            .collect();
        assert_eq!(sixes, vec![Some(whole.id.clone()); 3]);
    }
}

#[test]
fn announcements_negatives_raise_no_alarm() {
    let Some(folder) = folder("announcements") else { return };
    for (gold, _, reading) in readings(&folder) {
        if gold["negative"] == true {
            assert_eq!((reading.events.len(), reading.projects.len()), (0, 0), "{}", gold["id"]);
        }
    }
}
