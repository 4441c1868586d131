//! Places, organisations, endings and industries: versioned data files, and room for a user's own.

mod file;
mod industry;
mod organisation;
mod place;

pub use organisation::KnownOrganisation;
pub use place::Place;

use crate::lexicon::{Cue, Lexicon, List, Sense};
use samesky_model::reading::OrganisationKind;
use std::sync::LazyLock;
use thiserror::Error;

const CUES: &str = include_str!("../data/cues.tsv");
const ENDINGS: &str = include_str!("../data/organisation_endings.tsv");
const PLACES: &str = include_str!("../data/places.tsv");
const ORGANISATIONS: &str = include_str!("../data/organisations.tsv");
const INDUSTRIES: &str = include_str!("../data/industries.tsv");

static BUILT_IN: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::builder().build());

/// A line of a gazetteer file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, {field}: {problem}; expected {expected}")]
pub struct GazetteerError {
    /// Line number, from 1.
    pub line: usize,
    /// The field of the line: `key`, `kind`, `code`, `names` …
    pub field: &'static str,
    /// What is wrong with it.
    pub problem: String,
    /// What would have been right.
    pub expected: &'static str,
}

/// The names that a reader knows.
#[derive(Debug)]
pub struct Gazetteer {
    places: Vec<Place>,
    organisations: Vec<KnownOrganisation>,
    industries: Vec<String>,
    lexicon: Lexicon,
}

impl Gazetteer {
    /// The gazetteer of the data files in this crate, built once.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Starts from the data files of this crate, to add a user's own.
    #[must_use]
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder {
            places: place::parse_known(PLACES),
            organisations: organisation::parse_known(ORGANISATIONS),
            industries: Vec::new(),
            endings: Vec::new(),
        }
    }

    /// The place of this name, where it is known: `成都`, `成都市`, `Chengdu` and `เฉิงตู` give the same.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<&Place> {
        place::find(&self.lexicon, &self.places, name)
    }

    /// The place of this key, where it is known.
    #[must_use]
    pub fn place_of_key(&self, key: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.key == key)
    }

    pub(crate) fn place_at(&self, row: usize) -> Option<&Place> {
        self.places.get(row)
    }

    pub(crate) fn organisation_at(&self, row: usize) -> Option<&KnownOrganisation> {
        self.organisations.get(row)
    }

    pub(crate) fn industry_at(&self, row: usize) -> Option<&str> {
        self.industries.get(row).map(String::as_str)
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}

/// Adds a user's own names to those of this crate.
#[derive(Debug)]
pub struct GazetteerBuilder {
    places: Vec<Place>,
    organisations: Vec<KnownOrganisation>,
    /// A code with its words.
    industries: Vec<(String, Vec<String>)>,
    endings: Vec<(OrganisationKind, Vec<String>)>,
}

impl GazetteerBuilder {
    /// Adds a user's file, whose format is in `docs/reading.md`. A place whose key is known gets more names.
    ///
    /// ```
    /// use samesky_reading::gazetteer::Gazetteer;
    /// let file = "# samesky gazetteer 1\nplace\tCN-ZJ/hekou\tcity\tCN-ZJ\t河口市|Hekou\norganisation\tcompany\t星澜科技\n";
    /// let own = Gazetteer::builder().file(file)?.build();
    /// assert_eq!(own.place("Hekou").map(|place| place.key.as_str()), Some("CN-ZJ/hekou"));
    ///
    /// let fault = Gazetteer::builder().file("# samesky gazetteer 1\nplace\tCN-ZJ/hekou\ttown\tCN-ZJ\t河口\n");
    /// assert!(fault.is_err_and(|fault| (fault.line, fault.field) == (2, "kind")));
    /// # Ok::<(), samesky_reading::gazetteer::GazetteerError>(())
    /// ```
    ///
    /// # Errors
    /// Names the first line that cannot be used, and its field.
    pub fn file(mut self, text: &str) -> Result<Self, GazetteerError> {
        for entry in file::parse(text)? {
            match entry {
                file::Entry::Place(place) => self.add_place(place),
                file::Entry::Organisation(known) => self.organisations.push(known),
                file::Entry::Industry(code, words) => self.industries.push((code, words)),
                file::Entry::Ending(kind, words) => self.endings.push((kind, words)),
            }
        }
        Ok(self)
    }

    fn add_place(&mut self, place: Place) {
        match self.places.iter_mut().find(|known| known.key == place.key) {
            Some(known) => known.names.extend(place.names),
            None => self.places.push(place),
        }
    }

    /// Adds places: one a line, tab-separated, as in `data/places.tsv`.
    ///
    /// # Errors
    /// Names the first line that has no key or no name.
    pub fn places(mut self, tsv: &str) -> Result<Self, GazetteerError> {
        self.places.extend(place::parse(tsv)?);
        Ok(self)
    }

    /// Adds organisations: one a line, the kind, a tab, then every writing of the name with `|` between.
    ///
    /// # Errors
    /// Names the first line with an unknown kind or without a name.
    pub fn organisations(mut self, tsv: &str) -> Result<Self, GazetteerError> {
        self.organisations.extend(organisation::parse(tsv)?);
        Ok(self)
    }

    /// The gazetteer.
    #[must_use]
    pub fn build(self) -> Gazetteer {
        let (mut industries, industry_words) = industry::parse(INDUSTRIES);
        let mut own: Vec<(String, Sense)> = Vec::new();
        for (code, words) in self.industries {
            own.extend(words.into_iter().map(|word| (word, Sense::Industry(industries.len()))));
            industries.push(code);
        }
        for (kind, words) in self.endings {
            own.extend(words.into_iter().map(|word| (word, Sense::Ending(kind))));
        }
        let names = |row, names: &[String], sense: fn(usize) -> Sense| -> Vec<(String, Sense)> {
            names.iter().map(|name| (name.clone(), sense(row))).collect()
        };
        let places = self.places.iter().enumerate().flat_map(|(row, place)| names(row, &place.names, Sense::Place));
        let known =
            self.organisations.iter().enumerate().flat_map(|(row, known)| names(row, &known.names, Sense::Known));
        let built_in =
            cues().chain(endings()).chain(signs()).chain(industry_words).map(|(word, sense)| (word.to_owned(), sense));
        let lexicon = Lexicon::new(built_in.chain(places).chain(known).chain(own));
        Gazetteer { lexicon, industries, places: self.places, organisations: self.organisations }
    }
}

/// The canonical key of a place, the same for every writing of its name: `CN-SC/chengdu` for 成都, 成都市, Chengdu, เฉิงตู.
///
/// A longer expression gives the key of the most particular place in it (`广州南沙` gives Nansha).
///
/// ```
/// use samesky_reading::gazetteer::place_key;
/// assert_eq!(place_key("成都市").as_deref(), Some("CN-SC/chengdu"));
/// assert_eq!(place_key("เฉิงตู"), place_key("Chengdu"));
/// assert_eq!(place_key("nowhere"), None);
/// ```
#[must_use]
pub fn place_key(name: &str) -> Option<String> {
    Gazetteer::built_in().place(name).map(|place| place.key.clone())
}

/// Data lines: neither empty nor a comment.
fn lines(tsv: &str) -> impl Iterator<Item = (usize, &str)> {
    tsv.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#')
    })
}

fn cues() -> impl Iterator<Item = (&'static str, Sense)> {
    columns(CUES)
        .filter_map(|(kind, words)| Some((Cue::parse(kind)?, words)))
        .flat_map(|(cue, words)| words.split('|').map(move |word| (word, Sense::Cue(cue))))
}

fn signs() -> impl Iterator<Item = (&'static str, Sense)> {
    let words =
        |list: List| list.words().iter().enumerate().map(move |(number, word)| (*word, Sense::Sign(list, number)));
    List::ALL.into_iter().flat_map(words)
}

fn endings() -> impl Iterator<Item = (&'static str, Sense)> {
    columns(ENDINGS)
        .filter_map(|(kind, words)| Some((kind.parse::<OrganisationKind>().ok()?, words)))
        .flat_map(|(kind, words)| words.split('|').map(move |word| (word, Sense::Ending(kind))))
}

/// First and last column of every line.
fn columns(tsv: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(tsv).filter_map(|(_, line)| Some((line.split('\t').next()?, line.rsplit('\t').next()?)))
}

#[cfg(test)]
mod tests {
    use super::{CUES, ENDINGS, Gazetteer, columns, place_key};
    use crate::lexicon::Cue;
    use samesky_model::reading::OrganisationKind;

    #[test]
    fn place_key_every_writing_is_one() {
        for name in ["成都", "成都市", "Chengdu", "เฉิงตู", "成都高新区"] {
            assert_eq!(place_key(name).as_deref(), Some("CN-SC/chengdu"), "{name}");
        }
        for name in ["大阪", "大阪府", "Osaka", "โอซากะ"] {
            assert_eq!(place_key(name).as_deref(), Some("JP-27"), "{name}");
        }
        assert_eq!(place_key("大連市"), place_key("Dalian"));
        assert_eq!(place_key("広州南沙").as_deref(), Some("CN-GD/guangzhou/nansha"));
        assert_eq!(place_key("蘇州市相城区"), place_key("เขตเซียงเฉิง เมืองซูโจว"));
        assert_eq!(place_key(""), None);
    }

    #[test]
    fn data_files_every_line_is_understood() {
        assert!(columns(CUES).all(|(kind, _)| Cue::parse(kind).is_some()));
        assert!(columns(ENDINGS).all(|(kind, _)| kind.parse::<OrganisationKind>().is_ok()));
        assert!(super::place::parse(super::PLACES).is_ok());
        assert!(super::organisation::parse(super::ORGANISATIONS).is_ok());
    }

    #[test]
    fn builder_own_file_is_added() {
        let own = Gazetteer::builder().places("CN-ZJ/xxx\tcity\tCN-ZJ\t虚构市").expect("fine").build();
        assert_eq!(own.place("虚构市").map(|place| place.key.as_str()), Some("CN-ZJ/xxx"));
        let wrong = Gazetteer::builder().places("\tcity").err().map(|error| error.line);
        assert_eq!(wrong, Some(1));
    }
}
