//! Of whom the parts of a breakdown are: whether they are distinct things of one kind, so that none is counted twice.

use super::occurrence::Scene;
use samesky_model::reading::FigureClaim;
use std::collections::BTreeSet;

/// Every part is of another thing and the things are of one kind: each of an organisation, each of a project, or each of
/// a place of the same level (长宁区, 嘉定区). The place stands in the subject, else in the words before the part.
pub(super) fn of_one_kind(scene: &Scene<'_>, parts: &[usize]) -> bool {
    let figures: Vec<&FigureClaim> = parts.iter().map(|part| scene.figure(*part)).collect();
    let every = |name: fn(&FigureClaim) -> Option<&str>| {
        let names: BTreeSet<&str> = figures.iter().filter_map(|figure| name(figure)).collect();
        names.len() == figures.len()
    };
    every(|figure| figure.organisation.as_deref())
        || every(|figure| figure.project.as_deref())
        || of_places(scene, parts)
}

fn of_places(scene: &Scene<'_>, parts: &[usize]) -> bool {
    let places: Option<Vec<Place>> = parts.iter().map(|part| place_of(scene, *part, parts)).collect();
    let Some(places) = places else { return false };
    let distinct = places.iter().collect::<BTreeSet<_>>().len() == parts.len();
    distinct && places.iter().all(|place| place.level == places[0].level)
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    level: usize,
    name: String,
}

/// Words for levels of places: those that end a name, and those that begin one.
const LEVELS: &[(&[&str], &[&str])] = &[
    (&["区", "區", "district"], &["เขต"]),
    (&["市", "city"], &["เมือง"]),
    (&["省", "県", "府", "province", "prefecture"], &["จังหวัด", "มณฑล"]),
    (&["县", "縣", "county", "镇", "鎮", "town"], &["อำเภอ"]),
    (&["园", "園", "park", "zone"], &["นิคม"]),
];

/// The place that a part is of: the last one in its subject, else in its sentence between the part before and itself.
fn place_of(scene: &Scene<'_>, part: usize, parts: &[usize]) -> Option<Place> {
    let figure = scene.figure(part);
    let named = figure.subject.as_deref().and_then(|subject| place_in(&subject.to_lowercase()));
    named.or_else(|| {
        let sentence = scene.prose.sentence(figure.start);
        let before = parts.iter().map(|other| scene.figure(*other).end).filter(|end| *end <= figure.start).max();
        let start = before.unwrap_or(0).max(sentence.start);
        place_in(&scene.prose.chars(start..figure.start).iter().collect::<String>())
    })
}

fn place_in(text: &str) -> Option<Place> {
    LEVELS.iter().enumerate().find_map(|(level, (endings, beginnings))| {
        let ended = endings.iter().find_map(|word| parted(text, word)).map(|(before, _)| last_word(before));
        let begun = || beginnings.iter().find_map(|word| parted(text, word)).map(|(_, after)| first_word(after));
        let name = ended.or_else(begun).filter(|name| !name.is_empty())?;
        Some(Place { level, name })
    })
}

/// What stands before a word and behind it. Most words do not stand there, which is told without a search.
fn parted<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    if text.contains(word) { text.split_once(word) } else { None }
}

/// The word of letters before, or the two characters of a script without spaces.
fn last_word(text: &str) -> String {
    let trimmed = text.trim_end();
    let word: Vec<char> = trimmed.chars().rev().take_while(|c| c.is_alphanumeric()).collect();
    let length = if word.iter().any(|c| *c > '\u{2E80}') { 2 } else { word.len() };
    word.into_iter().take(length).collect::<Vec<_>>().into_iter().rev().collect()
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| !c.is_whitespace()).collect()
}
