//! What other teams see of an organisation that is shown to them or to everybody: names, kind, country/region, places, numbers of registers.
//! Districts compete, and whatever else stands beside a company is a lead. Pages, API, search and editions all ask here.

use samesky_model::id::TeamId;
use samesky_model::record::{Fact, Facts, KeptFact, OrganisationRecord, Stamp, WrittenName};

/// Whether others are told this value. Names, kind and country/region stand in the record itself.
pub(crate) const fn is_told(fact: &Fact) -> bool {
    matches!(fact, Fact::Place(_) | Fact::Identifier(_))
}

/// An organisation; one of another team without what leads to others, without readings, without how often it was changed, and without who made it and
/// when.
pub(crate) fn bare_organisation(own: TeamId, organisation: OrganisationRecord) -> OrganisationRecord {
    if organisation.team == own {
        return organisation;
    }
    let created = Stamp { by: String::new(), at: jiff::Timestamp::UNIX_EPOCH };
    let (names, readings) = (each_once(organisation.names), Vec::new());
    OrganisationRecord { names, readings, created, version: 0, ..organisation }
}

/// The values of another team's organisation, without who said them.
pub(crate) fn told(kept: Vec<KeptFact>) -> Vec<Fact> {
    kept.into_iter().map(|kept| kept.fact).filter(is_told).collect()
}

/// All that is said of an organisation beside its names.
pub(super) fn facts(found: &OrganisationRecord, kept: Vec<KeptFact>) -> Facts {
    let (mut places, mut identifiers) = (Vec::new(), Vec::new());
    for fact in told(kept) {
        match fact {
            Fact::Place(place) => places.push(place),
            Fact::Identifier(number) => identifiers.push(number),
            _ => {}
        }
    }
    Facts::Organisation { organisation_kind: found.kind, country: found.country.clone(), places, identifiers }
}

/// Names, each once: how many announcements write one is no business of others.
pub(crate) fn each_once(names: Vec<WrittenName>) -> Vec<WrittenName> {
    let mut once: Vec<WrittenName> = Vec::new();
    for name in bare_names(names) {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

/// Names without the announcements that write them so.
pub(super) fn bare_names(names: Vec<WrittenName>) -> Vec<WrittenName> {
    names.into_iter().map(|name| WrittenName { announcement: None, ..name }).collect()
}
