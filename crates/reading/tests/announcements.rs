//! The announcements of this crate (`corpus/announcements`): figures are found and measured, statistics raise no alarm.

use samesky_model::reading::{FigureClaim, Reading};
use samesky_reading::{Input, Options, read};
use serde_json::Value;
use std::path::Path;

/// Each announcement of a folder: its facts, and what is read in it.
fn readings(folder: &str) -> Vec<(Value, Reading)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/announcements").join(folder);
    let gold = std::fs::read_to_string(folder.join("gold.jsonl")).expect("the gold file");
    let one = |line: &str| {
        let gold: Value = serde_json::from_str(line).expect("JSON");
        let id = gold["id"].as_str().expect("an id").to_owned();
        let text = std::fs::read_to_string(folder.join(format!("{id}.txt"))).expect("the text");
        let reference = gold["published"].as_str().map(|date| date.parse().expect("a date"));
        let reading = read(&Input { reference_date: reference, ..Input::text(&text) }, &Options::default());
        (gold, reading)
    };
    gold.lines().map(one).collect()
}

/// The figure of this value and unit; of several the one of the right measure.
fn find<'a>(gold: &Value, reading: &'a Reading) -> Option<&'a FigureClaim> {
    let value: rust_decimal::Decimal = gold["value"].to_string().parse().expect("a number");
    let fits = |figure: &&FigureClaim| {
        figure.value == value && (figure.unit.as_deref() == gold["unit"].as_str() || gold["approx"] == "tier")
    };
    let measured = |figure: &&FigureClaim| gold["kind"] == figure.measure.as_str();
    let all = || reading.figures.iter().filter(fits);
    all().find(measured).or_else(|| all().next())
}

/// Figures wanted, found, and found with the right measure.
fn score(folder: &str) -> (usize, usize, usize) {
    let (mut wanted, mut found, mut measured) = (0, 0, 0);
    for (gold, reading) in readings(folder) {
        for figure in gold["figures"].as_array().expect("figures") {
            wanted += 1;
            let known = find(figure, &reading);
            found += usize::from(known.is_some());
            measured += usize::from(known.is_some_and(|known| figure["kind"] == known.measure.as_str()));
        }
    }
    (wanted, found, measured)
}

#[test]
fn announcements_figures_are_found_and_measured() {
    // Of a hundred: figures found, and those of them with the right measure, at least.
    for (folder, least, right) in [
        ("held", 94, 80),
        ("mend", 98, 94),
        ("more", 98, 96),
        ("fresh", 98, 96),
        ("later", 97, 88),
        ("further", 98, 95),
    ] {
        let (wanted, found, measured) = score(folder);
        assert!(found * 100 >= wanted * least, "{folder}: {found} of {wanted} figures");
        assert!(measured * 100 >= found * right, "{folder}: {measured} of {found} with the right measure");
    }
}

#[test]
fn announcements_of_statistics_tell_of_no_event() {
    for folder in ["held", "mend", "more", "fresh", "later", "further"] {
        for (gold, reading) in readings(folder).into_iter().filter(|(gold, _)| gold["negative"] == true) {
            assert_eq!((reading.events.len(), reading.projects.len()), (0, 0), "{}", gold["id"]);
        }
    }
}
