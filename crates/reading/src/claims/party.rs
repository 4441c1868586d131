//! The places or groups between which cooperation is told of.

use super::context::Context;
use super::event::Event;
use std::ops::Range;

/// Abbreviations of two countries in one word.
const PAIRS: &[(&str, [&str; 2])] = &[
    ("中日韩", ["中国", "日本"]),
    ("日中韩", ["日本", "中国"]),
    ("中日", ["中国", "日本"]),
    ("日中", ["日本", "中国"]),
    ("中韩", ["中国", "韩国"]),
    ("中德", ["中国", "德国"]),
    ("中泰", ["中国", "泰国"]),
    ("鲁日", ["山东", "日本"]),
];

/// The first two or three places of the event's name, else of the title, else of the first sentence.
pub(crate) fn parties(context: &Context<'_>, events: &[Event]) -> Vec<String> {
    let names = events.iter().filter_map(|event| event.name.clone());
    let title = context.head.title.clone();
    let first =
        context.sentences.iter().filter(|sentence| sentence.paragraph > 0).map(|sentence| sentence.bytes.clone());
    let mut parties: Vec<(usize, String)> = Vec::new();
    if events.is_empty() {
        return Vec::new();
    }
    for stretch in names.chain(title).chain(first.take(2)) {
        add(context, &stretch, &mut parties);
        if parties.len() >= 2 {
            break;
        }
    }
    parties.into_iter().map(|(_, name)| name).take(3).collect()
}

fn add(context: &Context<'_>, stretch: &Range<usize>, parties: &mut Vec<(usize, String)>) {
    for (row, bytes) in context.places(stretch) {
        if !parties.iter().any(|(known, _)| *known == row) && !is_part(context, row, parties) {
            parties.push((row, context.text.slice(&bytes).to_owned()));
        }
    }
    let words = context.text.folded_slice(stretch);
    if let Some((_, pair)) = PAIRS.iter().find(|(word, _)| words.contains(word)) {
        for name in pair {
            let Some(row) = row_of(context, name) else { continue };
            let covered = parties.iter().any(|(known, _)| *known == row || within_country(context, *known, name));
            if !covered {
                parties.push((row, (*name).to_owned()));
            }
        }
    }
}

fn row_of(context: &Context<'_>, name: &str) -> Option<usize> {
    let place = context.gazetteer.place(name)?;
    (0..)
        .map_while(|row| context.gazetteer.place_at(row).map(|at| (row, at)))
        .find(|(_, at)| at.key == place.key)
        .map(|(row, _)| row)
}

fn within_country(context: &Context<'_>, row: usize, country: &str) -> bool {
    let key = |name: &str| context.gazetteer.place(name).map(|place| place.key.clone()).unwrap_or_default();
    context.gazetteer.place_at(row).is_some_and(|place| place.iso.starts_with(&key(country)))
}

/// Whether the place lies in one that is named already (Chengdu in Sichuan).
fn is_part(context: &Context<'_>, row: usize, parties: &[(usize, String)]) -> bool {
    let Some(place) = context.gazetteer.place_at(row) else { return false };
    parties
        .iter()
        .filter_map(|(known, _)| context.gazetteer.place_at(*known))
        .any(|known| place.key.starts_with(&known.key) || known.key.starts_with(&place.key))
}
