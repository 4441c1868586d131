//! What organisations are listed and found by.

use crate::sharing::is_told;
use samesky_model::record::{Fact, KeptFact, OrganisationRecord};
use samesky_reading::gazetteer::place_key;
use samesky_registry::find::{self, Findables, FoundName, SortLanguage, Word, prepare, sort_key};
use samesky_store::listing::{self, Whose};

/// Exact values that a list can be narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    /// The kind of organisation.
    Kind,
    /// Whether it still rests on something.
    State,
    /// Its country/region.
    Country,
    /// A place.
    Place,
    /// An industry.
    Industry,
    /// How large it is.
    Size,
    /// A zone where it settled.
    Zone,
}

impl Facet {
    /// The letter of its terms.
    pub(crate) const fn letter(self) -> char {
        match self {
            Self::Kind => 'K',
            Self::State => 'S',
            Self::Country => 'C',
            Self::Place => 'P',
            Self::Industry => 'I',
            Self::Size => 'Z',
            Self::Zone => 'Q',
        }
    }

    /// The condition that organisations have the value; of a place also those within it.
    pub(crate) fn word(self, value: &str) -> Word {
        if self != Self::Place {
            return Word::facet(self.letter(), &plain(value));
        }
        let key = known(value);
        let mut word = Word::facet(self.letter(), &format!("{key}\t"));
        word.beginnings.push(find::facet(self.letter(), &format!("{key}/")).trim_end_matches('\t').to_owned());
        word
    }
}

/// Counts the changes of what others find a record by.
const TOLD: i64 = 1;

/// Asks the registry's rules.
#[derive(Debug)]
pub(crate) struct Finder;

impl listing::Finder for Finder {
    fn version(&self) -> i64 {
        find::VERSION * 1_000 + TOLD
    }

    fn entry(&self, record: &OrganisationRecord, facts: &[KeptFact], whose: Whose) -> listing::Entry {
        let seen = |kept: &&KeptFact| whose == Whose::Own || is_told(&kept.fact);
        let facts: Vec<&KeptFact> = facts.iter().filter(seen).collect();
        let names = record.names.iter().map(|name| FoundName { text: &name.text, language: name.language.as_deref() });
        let names: Vec<FoundName<'_>> = names.collect();
        let readings: Vec<&str> = record.readings.iter().map(String::as_str).collect();
        let mut facets = vec![(Facet::Kind, record.kind.to_string()), (Facet::State, record.state.to_string())];
        facets.extend(record.country.clone().map(|code| (Facet::Country, code)));
        facets.extend(facts.iter().filter_map(|kept| facet(&kept.fact)));
        let told = Findables {
            numbers: facts.iter().filter_map(|kept| number(&kept.fact)).collect(),
            facets: facets.into_iter().map(|(facet, value)| (facet.letter(), value)).collect(),
            names,
            readings,
        };
        let sort = SortLanguage::ALL.map(|language| sort_key(language, &told.names, &told.readings));
        listing::Entry { prepared: prepare(&told), sort }
    }

    fn terms(&self, prepared: &str) -> Vec<String> {
        find::Findable::of(prepared).into_terms()
    }
}

fn facet(fact: &Fact) -> Option<(Facet, String)> {
    Some(match fact {
        Fact::Place(place) => (Facet::Place, format!("{}\t{}", known(place), plain(place))),
        Fact::Industry(industry) => (Facet::Industry, plain(&format!("{}:{}", industry.scheme, industry.code))),
        Fact::Zone(zone) => (Facet::Zone, plain(&zone.name)),
        Fact::Size(size) => (Facet::Size, plain(size)),
        _ => return None,
    })
}

fn number(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Identifier(number) => Some(&number.value),
        _ => None,
    }
}

/// The key of a place, or its words in small letters.
fn known(place: &str) -> String {
    plain(&place_key(place).unwrap_or_else(|| place.to_lowercase()))
}

/// One line, not too long.
fn plain(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect()
}
