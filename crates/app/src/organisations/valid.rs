//! What officers may say of an organisation.

use super::FactChange;
use crate::announcements::{is_language_tag, is_web_address};
use crate::error::{AppError, Field};
use samesky_model::id::{OrganisationId, TeamId};
use samesky_model::record::{
    Fact, FactField, FactSource, IndustryCode, KeptFact, NumberVerdict, OrganisationName, OrganisationNumber,
    OrganisationRecord, Ranking, RecordState, Settlement, Stamp,
};
use samesky_registry::identifier::{Scheme, check};
use samesky_registry::industry::classification;
use samesky_registry::is_country;
use samesky_store as store;
use std::collections::HashSet;

/// Characters of a value at most.
const LONGEST: usize = 500;
/// Characters of a note at most.
const NOTE: usize = 4000;
/// Years of a list of large groups.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;
/// Places in such a list.
const RANKS: std::ops::RangeInclusive<i32> = 1..=1_000_000;
/// Values of one organisation at most.
const MOST: usize = 200;

/// The values after a change. A value that was there keeps its source and its stamp.
pub(super) fn changed(before: Vec<KeptFact>, said: FactChange, stamp: &Stamp) -> Result<Vec<KeptFact>, AppError> {
    let mut wrong = Vec::new();
    let mut stated: Vec<Fact> = Vec::new();
    for fact in said.facts {
        match tidy(fact) {
            Ok(fact) if stated.contains(&fact) => {}
            Ok(fact) => stated.push(fact),
            Err(field) => wrong.push(field),
        }
    }
    for field in FactField::ALL.iter().filter(|field| field.is_single()) {
        if stated.iter().filter(|fact| fact.field() == *field).count() > 1 {
            wrong.push(problem(*field, "only-one", None));
        }
    }
    if !wrong.is_empty() {
        return Err(AppError::Invalid(wrong));
    }
    let (mut after, mut touched): (Vec<KeptFact>, Vec<KeptFact>) =
        before.into_iter().partition(|kept| !said.fields.contains(&kept.fact.field()));
    for fact in stated {
        let known = touched.iter().position(|kept| kept.fact == fact);
        let fresh = || KeptFact { fact: fact.clone(), source: FactSource::Officer, added: stamp.clone() };
        after.push(known.map_or_else(fresh, |at| touched.remove(at)));
    }
    after.sort_by_key(|kept| kept.fact.field());
    Ok(after)
}

/// Whether the values may stand: a name among new ones, no number of another organisation, an own parent, not too many.
pub(super) async fn whole(
    tx: &store::Tx,
    team: TeamId,
    id: OrganisationId,
    facts: &[KeptFact],
) -> Result<(), AppError> {
    few(facts)?;
    if !facts.iter().any(|kept| kept.fact.field() == FactField::Name) && is_new(tx, team, id).await? {
        return Err(AppError::invalid("names", "name-missing"));
    }
    let good = |kept: &KeptFact| match &kept.fact {
        Fact::Identifier(number) if number.verdict == NumberVerdict::Holds => Some(number.lookup()),
        _ => None,
    };
    let lookups: Vec<String> =
        facts.iter().filter(|kept| kept.source == FactSource::Officer).filter_map(good).collect();
    for (lookup, owners) in store::organisation::fact::by_lookup(tx, team, &lookups).await? {
        if owners.iter().any(|owner| *owner != id) && !owners.contains(&id) {
            return Err(AppError::invalid_value("identifiers", "number-taken", lookup));
        }
    }
    let parents: Vec<OrganisationId> = facts.iter().filter_map(parent).collect();
    let known: HashSet<_> = store::organisation::get_many(tx, team, &parents)
        .await?
        .into_iter()
        .filter(is_there)
        .map(|one| one.id)
        .collect();
    match parents.iter().find(|parent| **parent == id || !known.contains(parent)) {
        Some(parent) => Err(AppError::invalid_value("parent", "no-such-organisation", parent.to_string())),
        None => Ok(()),
    }
}

/// Not too many.
pub(super) fn few(facts: &[KeptFact]) -> Result<(), AppError> {
    let many = || AppError::invalid_value("names", "too-many-values", MOST.to_string());
    if facts.len() > MOST { Err(many()) } else { Ok(()) }
}

async fn is_new(tx: &store::Tx, team: TeamId, id: OrganisationId) -> Result<bool, AppError> {
    Ok(store::organisation::get_many(tx, team, &[id]).await?.is_empty())
}

fn is_there(record: &OrganisationRecord) -> bool {
    record.state != RecordState::Merged
}

fn parent(kept: &KeptFact) -> Option<OrganisationId> {
    match &kept.fact {
        Fact::Parent(belonging) => Some(belonging.organisation),
        _ => None,
    }
}

/// The number as its register writes it, with the verdict of its check. What does not hold stays as written.
#[must_use]
pub fn checked_number(scheme: &str, written: &str) -> OrganisationNumber {
    let scheme = scheme.trim().to_ascii_lowercase();
    let as_written = |verdict| (written.trim().to_owned(), verdict);
    let (value, verdict) = match scheme.parse::<Scheme>() {
        Ok(known) => match check(known, written) {
            Ok(checked) => (checked.value, NumberVerdict::Holds),
            Err(_) => as_written(NumberVerdict::Fails),
        },
        Err(_) => as_written(NumberVerdict::Unchecked),
    };
    OrganisationNumber { scheme, value, verdict }
}

/// The same without what says nothing, or what is wrong with it.
///
/// # Errors
/// What is wrong.
pub fn tidy(fact: Fact) -> Result<Fact, Field> {
    let field = fact.field();
    let short = |text: &str| bounded(field, text, LONGEST);
    Ok(match fact {
        Fact::Name(name) => Fact::Name(tidy_name(name)?),
        Fact::Country(code) => {
            let code = short(&code)?.to_ascii_uppercase();
            if !is_country(&code) {
                return Err(problem(field, "no-country-code", Some(code)));
            }
            Fact::Country(code)
        }
        Fact::Identifier(number) => {
            let (scheme, value) = (short(&number.scheme)?.to_ascii_lowercase(), short(&number.value)?);
            if !is_word(&scheme) {
                return Err(problem(field, "no-scheme", Some(scheme)));
            }
            Fact::Identifier(checked_number(&scheme, &value))
        }
        Fact::Industry(industry) => Fact::Industry(tidy_industry(&industry)?),
        Fact::Website(address) => {
            let address = short(&address)?;
            if !is_web_address(&address) {
                return Err(problem(field, "no-web-address", Some(address)));
            }
            Fact::Website(address)
        }
        Fact::Email(address) => {
            let address = short(&address)?;
            let parts = address.split_once('@');
            if !parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !address.contains(' ')) {
                return Err(problem(field, "no-email", Some(address)));
            }
            Fact::Email(address)
        }
        Fact::Place(text) => Fact::Place(short(&text)?),
        Fact::Size(text) => Fact::Size(short(&text)?),
        Fact::Phone(text) => Fact::Phone(short(&text)?),
        Fact::Address(text) => Fact::Address(short(&text)?),
        Fact::Zone(zone) => Fact::Zone(tidy_zone(zone)?),
        Fact::Ranking(ranking) => Fact::Ranking(tidy_ranking(ranking)?),
        Fact::Note(text) => Fact::Note(bounded(field, &text, NOTE)?),
        Fact::Kind(_) | Fact::Parent(_) | Fact::Founded(_) => fact,
    })
}

fn tidy_zone(zone: Settlement) -> Result<Settlement, Field> {
    let field = FactField::Zone;
    let place = filled(zone.place).map(|place| bounded(field, &place, LONGEST)).transpose()?;
    Ok(Settlement { name: bounded(field, &zone.name, LONGEST)?, place, since: zone.since })
}

fn tidy_ranking(ranking: Ranking) -> Result<Ranking, Field> {
    let field = FactField::Ranking;
    if !YEARS.contains(&ranking.year) {
        return Err(problem(field, "no-year", Some(ranking.year.to_string())));
    }
    if !RANKS.contains(&ranking.rank) {
        return Err(problem(field, "no-rank", Some(ranking.rank.to_string())));
    }
    let source = filled(ranking.source).map(|source| bounded(field, &source, LONGEST)).transpose()?;
    Ok(Ranking { list: bounded(field, &ranking.list, LONGEST)?, source, ..ranking })
}

/// A text, where it is not blank.
fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn tidy_name(name: OrganisationName) -> Result<OrganisationName, Field> {
    let field = FactField::Name;
    let text = bounded(field, &name.text, LONGEST)?;
    let (language, reading) = (filled(name.language), filled(name.reading));
    if let Some(tag) = language.as_ref().filter(|tag| !is_language_tag(tag)) {
        return Err(problem(field, "no-language-tag", Some(tag.clone())));
    }
    let reading = reading.map(|reading| bounded(field, &reading, LONGEST)).transpose()?;
    Ok(OrganisationName { text, language, kind: name.kind, reading })
}

/// A code of a classification of which there is a file is checked against it and kept with its section; others stay as written.
fn tidy_industry(industry: &IndustryCode) -> Result<IndustryCode, Field> {
    let field = FactField::Industry;
    let (scheme, code) = (industry.scheme.trim().to_ascii_lowercase(), bounded(field, &industry.code, LONGEST)?);
    if !is_word(&scheme) {
        return Err(problem(field, "no-scheme", Some(scheme)));
    }
    let Some(known) = classification(&scheme) else { return Ok(IndustryCode { scheme, code }) };
    match known.normal(&code) {
        Some(code) => Ok(IndustryCode { scheme, code }),
        None => Err(problem(field, "no-industry-code", Some(code))),
    }
}

fn bounded(field: FactField, text: &str, longest: usize) -> Result<String, Field> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(problem(field, "value-missing", None)),
        length if length > longest => Err(problem(field, "value-too-long", Some(length.to_string()))),
        _ => Ok(text.to_owned()),
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// A wrong value, under the name that the API gives the field.
fn problem(field: FactField, problem: &'static str, found: Option<String>) -> Field {
    let name = match field {
        FactField::Name => "names",
        FactField::Kind => "kind",
        FactField::Country => "country",
        FactField::Place => "places",
        FactField::Identifier => "identifiers",
        FactField::Industry => "industries",
        FactField::Parent => "parent",
        FactField::Size => "size",
        FactField::Founded => "founded",
        FactField::Website => "websites",
        FactField::Email => "emails",
        FactField::Phone => "phones",
        FactField::Address => "addresses",
        FactField::Zone => "zones",
        FactField::Ranking => "rankings",
        FactField::Note => "notes",
    };
    Field { name: name.to_owned(), problem, found }
}

#[cfg(test)]
mod tests {
    use super::{checked_number, tidy_industry};
    use samesky_model::record::{IndustryCode, NumberVerdict, OrganisationNumber};

    #[test]
    fn number_is_mended_and_gets_its_verdict() {
        let number = |scheme: &str, value: &str, verdict| OrganisationNumber {
            scheme: scheme.to_owned(),
            value: value.to_owned(),
            verdict,
        };
        let jp = "jp-corporate-number";
        assert_eq!(
            checked_number("JP-Corporate-Number", "T1180301018771"),
            number(jp, "1180301018771", NumberVerdict::Holds)
        );
        assert_eq!(checked_number(jp, " 2180301018771 "), number(jp, "2180301018771", NumberVerdict::Fails));
        assert_eq!(
            checked_number("kr-brn", "120-81-47521"),
            number("kr-brn", "120-81-47521", NumberVerdict::Unchecked)
        );
    }

    #[test]
    fn industry_is_checked_against_the_file_of_its_classification() {
        let kept = |scheme: &str, code: &str| {
            let industry = IndustryCode { scheme: scheme.to_owned(), code: code.to_owned() };
            tidy_industry(&industry).map(|kept| kept.code).map_err(|wrong| wrong.problem)
        };
        assert_eq!(kept("ISIC-4", " 2910 "), Ok("C2910".to_owned()));
        assert_eq!(kept("gbt-4754-2017", "c36"), Ok("C36".to_owned()));
        assert_eq!(kept("jsic-14", "E31"), Ok("E31".to_owned()));
        assert_eq!(kept("words", "汽车"), Ok("汽车".to_owned()));
        assert_eq!(kept("ksic-10", "30121"), Ok("30121".to_owned()));
        for (scheme, code) in [("isic-4", "C47"), ("isic-4", "汽车"), ("gbt-4754-2017", "98"), ("jsic-14", "A31")] {
            assert_eq!(kept(scheme, code), Err("no-industry-code"), "{scheme} {code}");
        }
    }
}
