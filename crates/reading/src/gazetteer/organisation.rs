//! Organisations known by a short name.

use super::{GazetteerError, lines};
use samesky_model::reading::OrganisationKind;

/// An organisation that a reader knows by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownOrganisation {
    /// What it is.
    pub kind: OrganisationKind,
    /// Every writing of the name.
    pub names: Vec<String>,
}

pub(super) fn parse(tsv: &str) -> Result<Vec<KnownOrganisation>, GazetteerError> {
    lines(tsv).map(|(line, words)| organisation(words).ok_or_else(|| wrong(line, words))).collect()
}

pub(super) fn parse_known(tsv: &str) -> Vec<KnownOrganisation> {
    lines(tsv).filter_map(|(_, words)| organisation(words)).collect()
}

fn organisation(line: &str) -> Option<KnownOrganisation> {
    let (kind, names) = line.split_once('\t')?;
    let names: Vec<String> =
        names.split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    (!names.is_empty()).then_some(KnownOrganisation { kind: kind.parse().ok()?, names })
}

fn wrong(line: usize, words: &str) -> GazetteerError {
    GazetteerError {
        line,
        field: "organisation",
        problem: format!("“{}” is no organisation", words.chars().take(40).collect::<String>()),
        expected: "company, government, chamber, institute, zone or other, a tab, then the names with | between",
    }
}
