//! The corpora of claims: texts of our own with what must, and what must not, be read in them.
//!
//! A case is `## name`, lines `@ reference 2024-05-02` or `@ url …`, the text, `---`, then one expectation a line:
//! `event TYPE DATE`, `events N`, `figure MEASURE VALUE UNIT [QUALIFIER] [key=value …]`, `figures N`,
//! `organisation KIND NAME [= ALIAS]`, `no-organisation NAME`, `project NAME`, `projects N`, `title …`,
//! `published DATE`, `publisher NAME`, `host NAME`, `mode MODE`, `party NAME`, `language TAG`, `not-read WORDS`, `says WORDS` (of a remark on the text).
//! `key=value` may be `class`, `status`, `period`, `flow`, `part` (the whole's value), `event` (its type), `project`,
//! `organisation`, `tier`, `remark` (a part of its sentence), `spans`.

use samesky_model::reading::{FigureClaim, Reading};
use samesky_reading::{Input, Options, read};
use std::path::Path;

struct Case {
    name: String,
    reference: Option<jiff::civil::Date>,
    url: Option<String>,
    text: String,
    expected: Vec<String>,
}

#[test]
fn chinese_claims_are_as_written() {
    run("zh.txt");
}

#[test]
fn traditional_chinese_claims_are_as_written() {
    run("zh-Hant.txt");
}

#[test]
fn japanese_claims_are_as_written() {
    run("ja.txt");
}

#[test]
fn english_claims_are_as_written() {
    run("en.txt");
}

#[test]
fn thai_claims_are_as_written() {
    run("th.txt");
}

#[test]
fn chinese_claims_by_kind_are_as_written() {
    run("zh-kinds.txt");
}

#[test]
fn traditional_chinese_claims_by_kind_are_as_written() {
    run("zh-Hant-kinds.txt");
}

#[test]
fn japanese_claims_by_kind_are_as_written() {
    run("ja-kinds.txt");
}

#[test]
fn english_claims_by_kind_are_as_written() {
    run("en-kinds.txt");
}

#[test]
fn thai_claims_by_kind_are_as_written() {
    run("th-kinds.txt");
}

#[test]
fn pages_give_up_their_body_alone() {
    run("pages.txt");
}

fn run(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/claims").join(file);
    let corpus = std::fs::read_to_string(&path).expect("the corpus");
    let cases = cases(&corpus);
    assert!(!cases.is_empty(), "{file} has cases");
    let mut wrong = Vec::new();
    for case in &cases {
        let input = Input { reference_date: case.reference, url: case.url.as_deref(), ..Input::text(&case.text) };
        let reading = read(&input, &Options::default());
        wrong.extend(
            case.expected.iter().filter_map(|line| Some(format!("{}: {line}: {}", case.name, fails(&reading, line)?))),
        );
    }
    assert!(wrong.is_empty(), "{file}: {} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn cases(corpus: &str) -> Vec<Case> {
    corpus.split("\n## ").skip(1).map(case).collect()
}

fn case(part: &str) -> Case {
    let (name, rest) = part.split_once('\n').expect("a name");
    let (text, expected) = rest.split_once("\n---\n").expect("a line ---");
    let at = |key: &str| {
        text.lines().find_map(|line| line.strip_prefix("@ ")?.strip_prefix(key)).map(|value| value.trim().to_owned())
    };
    let lines = text.lines().filter(|line| !line.starts_with("@ "));
    Case {
        name: name.to_owned(),
        reference: at("reference").map(|date| date.parse().expect("a date")),
        url: at("url"),
        text: lines.collect::<Vec<_>>().join("\n"),
        expected: expected
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .map(str::to_owned)
            .collect(),
    }
}

/// What is wrong with the reading by this expectation.
fn fails(reading: &Reading, line: &str) -> Option<String> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let said = |fine: bool, got: String| (!fine).then_some(got);
    let number = |rest: &str| rest.parse::<usize>().expect("a number");
    let events = || {
        reading
            .events
            .iter()
            .map(|event| format!("{} {}", event.kind, event.date.map_or("-".to_owned(), |date| date.to_string())))
            .collect::<Vec<_>>()
    };
    let names = || {
        reading
            .organisations
            .iter()
            .map(|organisation| format!("{} {}", organisation.kind, organisation.name))
            .collect::<Vec<_>>()
    };
    match word {
        "event" => said(events().contains(&rest.to_owned()), format!("{:?}", events())),
        "events" => said(reading.events.len() == number(rest), format!("{:?}", events())),
        "figure" => figure(reading, rest),
        "figures" => said(reading.figures.len() == number(rest), figures(reading)),
        "organisation" => organisation(reading, rest),
        "no-organisation" => {
            said(!reading.organisations.iter().any(|known| known.name == rest), format!("{:?}", names()))
        }
        "project" => {
            said(reading.projects.iter().any(|project| project.name == rest), format!("{:?}", reading.projects))
        }
        "projects" => said(reading.projects.len() == number(rest), format!("{:?}", reading.projects)),
        "title" => said(reading.title.as_ref().is_some_and(|title| title.text == rest), format!("{:?}", reading.title)),
        "published" => said(
            reading.published.as_ref().is_some_and(|date| date.date.to_string() == rest),
            format!("{:?}", reading.published),
        ),
        "publisher" => said(reading.publisher.as_deref() == Some(rest), format!("{:?}", reading.publisher)),
        "host" => said(
            reading.events.iter().flat_map(|event| &event.organisers).any(|known| known.name == rest),
            format!("{:?}", reading.events),
        ),
        "mode" => said(
            reading.events.iter().any(|event| event.mode.is_some_and(|mode| mode.as_str() == rest)),
            format!("{:?}", reading.events),
        ),
        "place" => said(
            reading.events.iter().any(|event| event.places.iter().any(|place| place == rest)),
            format!("{:?}", reading.events),
        ),
        "part-of" => said(
            reading.events.iter().any(|event| event.kind.as_str() == rest && event.part_of.is_some()),
            format!("{:?}", reading.events),
        ),
        "industry" => said(
            reading.events.iter().any(|event| event.industries.iter().any(|code| code == rest)),
            format!("{:?}", reading.events),
        ),
        "party" => said(reading.parties.iter().any(|party| party == rest), format!("{:?}", reading.parties)),
        "language" => said(reading.language.as_deref() == Some(rest), format!("{:?}", reading.language)),
        "not-read" => said(!reading.figures.iter().any(|figure| figure.quote.contains(rest)), figures(reading)),
        "says" => said(
            reading.remarks.iter().any(|remark| remark.to_string().contains(rest)),
            format!("{:?}", reading.remarks),
        ),
        other => Some(format!("{other} is no expectation")),
    }
}

fn figures(reading: &Reading) -> String {
    let line = |figure: &FigureClaim| {
        format!(
            "{} {} {} {} {} class={} status={} period={:?} flow={:?} part={:?} event={:?} project={:?} organisation={:?} spans={} remarks={:?}",
            figure.id,
            figure.measure,
            figure.value.normalize(),
            figure.unit.as_deref().unwrap_or("-"),
            figure.qualifier,
            figure.money_class,
            figure.status,
            figure.period,
            figure.flow,
            figure.part_of,
            figure.event,
            figure.project,
            figure.organisation,
            figure.spans.len(),
            figure.remarks,
        )
    };
    reading.figures.iter().map(|figure| format!("\n    {}", line(figure))).collect()
}

fn figure(reading: &Reading, expected: &str) -> Option<String> {
    let words: Vec<&str> = expected.split(' ').collect();
    let [measure, value, unit, rest @ ..] = words.as_slice() else {
        return Some("needs measure, value and unit".to_owned());
    };
    let value: rust_decimal::Decimal = value.parse().expect("a value");
    let fits = |figure: &&FigureClaim| {
        figure.measure.as_str() == *measure
            && figure.value == value
            && figure.unit.as_deref().unwrap_or("-") == *unit
            && rest.iter().all(|part| has(reading, figure, part))
    };
    (!reading.figures.iter().any(|figure| fits(&figure))).then(|| figures(reading))
}

fn has(reading: &Reading, figure: &FigureClaim, part: &str) -> bool {
    let Some((key, value)) = part.split_once('=') else { return figure.qualifier.as_str() == part };
    let value = value.replace('_', " ");
    match key {
        "class" => figure.money_class.as_str().replace('_', " ") == value,
        "status" => figure.status.as_str() == value,
        "period" => figure.period.as_deref() == Some(&value),
        "flow" => figure.flow.is_some_and(|flow| flow.as_str() == value),
        "part" => reading
            .figures
            .iter()
            .any(|whole| Some(&whole.id) == figure.part_of.as_ref() && whole.value.normalize().to_string() == value),
        "event" => reading
            .events
            .iter()
            .any(|event| Some(&event.id) == figure.event.as_ref() && event.kind.as_str().replace('_', " ") == value),
        "project" => {
            reading.projects.iter().any(|project| Some(&project.id) == figure.project.as_ref() && project.name == value)
        }
        "organisation" => figure.organisation.as_deref() == Some(&value),
        "tier" => figure.tier.as_ref().is_some_and(|tier| tier.value.normalize().to_string() == value),
        "remark" => figure.remarks.iter().any(|remark| remark.to_string().contains(&value)),
        "remarks" => figure.remarks.len().to_string() == value,
        "spans" => figure.spans.len().to_string() == value,
        _ => false,
    }
}

fn organisation(reading: &Reading, expected: &str) -> Option<String> {
    let (kind, name) = expected.split_once(' ').expect("kind and name");
    let (name, alias) = name.split_once(" = ").map_or((name, None), |(name, alias)| (name, Some(alias)));
    let found = reading.organisations.iter().any(|known| {
        known.name == name
            && known.kind.as_str() == kind
            && alias.is_none_or(|alias| known.aliases.iter().any(|own| own == alias))
    });
    let names: Vec<String> = reading
        .organisations
        .iter()
        .map(|known| format!("{} {} {:?}", known.kind, known.name, known.aliases))
        .collect();
    (!found).then(|| format!("{names:?}"))
}
