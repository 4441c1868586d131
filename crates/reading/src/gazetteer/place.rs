//! Places.

use super::{GazetteerError, lines};
use crate::fold::fold;
use crate::lexicon::{Lexicon, Sense};
use samesky_model::language::Language;

/// What a language puts behind the name of a city, a county or a province.
const ENDINGS: [&str; 10] = ["市", "县", "県", "縣", "省", "府", "区", " city", " province", " prefecture"];

/// A place that a reader knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Canonical key: ISO 3166 code, with the city's or district's name below it (`CN-SC/chengdu`).
    pub key: String,
    /// `country`, `province`, `municipality`, `prefecture`, `region`, `city` or `district`.
    pub kind: String,
    /// ISO 3166-1 or 3166-2 code; empty for a region without one.
    pub iso: String,
    /// Every writing of the name.
    pub names: Vec<String>,
    /// The first writing in each column of names: zh-Hans, zh-Hant, ja, en, th; empty where there is none.
    first: Vec<String>,
}

impl Place {
    /// What the place is called in a language, where that is known.
    #[must_use]
    pub fn name_in(&self, language: Language) -> Option<&str> {
        let column = match language {
            Language::ZhHans => 0,
            Language::Ja => 2,
            Language::En => 3,
            Language::Th => 4,
        };
        self.first.get(column).map(String::as_str).filter(|name| !name.is_empty())
    }

    /// Whether these words are a name of the place and nothing more, an administrative ending (广州市, Guangzhou City) aside.
    #[must_use]
    pub fn is_called(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let has_ending = !matches!(self.kind.as_str(), "country" | "region");
        let bare = ENDINGS.iter().filter(|_| has_ending).find_map(|ending| words.strip_suffix(ending));
        self.names.iter().map(|name| name.to_lowercase()).any(|name| name == words || Some(name.as_str()) == bare)
    }

    /// How particular the place is: a district is more particular than its city.
    pub(crate) fn depth(&self) -> usize {
        let country = matches!(self.kind.as_str(), "country" | "region");
        self.key.matches(['/', '-']).count() * usize::from(!country || self.key.contains('-'))
    }
}

pub(super) fn parse(tsv: &str) -> Result<Vec<Place>, GazetteerError> {
    lines(tsv).map(|(line, words)| place(words).ok_or_else(|| wrong(line, words))).collect()
}

pub(super) fn parse_known(tsv: &str) -> Vec<Place> {
    lines(tsv).filter_map(|(_, words)| place(words)).collect()
}

/// A line of `data/places.tsv`.
pub(super) fn place(line: &str) -> Option<Place> {
    let mut columns = line.split('\t');
    let (key, kind, iso) = (columns.next()?.trim(), columns.next()?, columns.next()?);
    let columns: Vec<&str> = columns.collect();
    let first = columns.iter().map(|names| names.split('|').next().unwrap_or_default().trim().to_owned()).collect();
    let names: Vec<String> = columns
        .iter()
        .flat_map(|names| names.split('|'))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    (!key.is_empty() && !names.is_empty()).then(|| Place {
        key: key.to_owned(),
        kind: kind.to_owned(),
        iso: iso.to_owned(),
        names,
        first,
    })
}

fn wrong(line: usize, words: &str) -> GazetteerError {
    GazetteerError {
        line,
        field: "place",
        problem: format!("“{}” is no place", words.chars().take(40).collect::<String>()),
        expected: "key, kind, code and at least one name, with tabs between",
    }
}

/// The most particular place named in these words; of equals the first.
pub(super) fn find<'a>(lexicon: &Lexicon, places: &'a [Place], name: &str) -> Option<&'a Place> {
    let name: String = name.chars().take(80).collect();
    let (marks, _) = lexicon.marks(&fold(&name));
    let mut best: Option<&Place> = None;
    let mut covered = 0;
    for mark in marks {
        let Sense::Place(row) = mark.sense else { continue };
        if mark.end <= covered {
            continue;
        }
        covered = mark.end;
        let place = places.get(row)?;
        if best.is_none_or(|best| place.depth() > best.depth()) {
            best = Some(place);
        }
    }
    best
}
