//! Small parts that many documents share.

use super::scalar::{Date, Exact, Instant};
use super::words::{DateBasis, FacetKind, MoneyClass, OrganiserRole, Qualifier, RemarkCode};
use samesky_model::{reading, record, remark, span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who did something, and when.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Stamp {
    /// The account's name as it was then.
    #[schema(example = "林晓")]
    by: String,
    /// The instant.
    at: Instant,
}

impl From<record::Stamp> for Stamp {
    fn from(record::Stamp { by, at }: record::Stamp) -> Self {
        Self { by, at: at.into() }
    }
}

/// A remark: a code with its arguments, and the same in English.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Remark {
    /// What is said, as a code that interfaces translate.
    code: RemarkCode,
    /// The arguments that the sentence names.
    args: BTreeMap<String, String>,
    /// The sentence in English.
    #[schema(example = "“50亿元级” is a size class, not an amount")]
    text: String,
}

impl From<remark::Remark> for Remark {
    fn from(remark: remark::Remark) -> Self {
        Self { text: remark.to_string(), code: remark.code.into(), args: remark.args.into_iter().collect() }
    }
}

/// A date of publication, and how it is known.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Published {
    /// The date.
    date: Date,
    /// Where it was taken from.
    basis: DateBasis,
}

impl From<reading::Published> for Published {
    fn from(reading::Published { date, basis }: reading::Published) -> Self {
        Self { date: date.into(), basis: basis.into() }
    }
}

/// Somebody who stands behind an event.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Organiser {
    /// The name as written.
    #[schema(example = "虚构市商务局")]
    name: String,
    /// What they are to the event.
    role: OrganiserRole,
}

impl From<reading::Organiser> for Organiser {
    fn from(reading::Organiser { name, role }: reading::Organiser) -> Self {
        Self { name, role: role.into() }
    }
}

impl From<Organiser> for reading::Organiser {
    fn from(Organiser { name, role }: Organiser) -> Self {
        Self { name, role: role.0 }
    }
}

/// A stretch of a text with what stands there. Positions count Unicode code points; the end is exclusive.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Span {
    /// First code point.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// Exactly that slice of the text.
    quote: String,
}

impl From<span::Span> for Span {
    fn from(span::Span { start, end, quote }: span::Span) -> Self {
        Self { start, end, quote }
    }
}

impl From<Span> for span::Span {
    fn from(Span { start, end, quote }: Span) -> Self {
        Self { start, end, quote }
    }
}

/// A stretch of text that is the announcement itself, not navigation or a footer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Block {
    /// First code point.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// BCP 47 tag of its language, where it could be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
}

impl From<span::Block> for Block {
    fn from(span::Block { start, end, language }: span::Block) -> Self {
        Self { start, end, language }
    }
}

/// A name as one source writes it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WrittenName {
    /// The name.
    #[schema(example = "虚构市（大阪）投资推介会")]
    text: String,
    /// BCP 47 tag of the source's language.
    language: Option<String>,
    /// The announcement that writes it so; none for a name of an organisation that an officer or a list gave, or where it is another team's.
    announcement: Option<Uuid>,
}

impl From<record::WrittenName> for WrittenName {
    fn from(record::WrittenName { text, language, announcement }: record::WrittenName) -> Self {
        Self { text, language, announcement: announcement.map(|id| id.0) }
    }
}

/// A record by its identifier and its names.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Named {
    /// Its identifier.
    id: Uuid,
    /// Its names, one per source that gives one.
    names: Vec<WrittenName>,
}

impl From<record::EventRecord> for Named {
    fn from(event: record::EventRecord) -> Self {
        Self { id: event.id.0, names: many(event.names) }
    }
}

impl From<record::ProjectRecord> for Named {
    fn from(project: record::ProjectRecord) -> Self {
        Self { id: project.id.0, names: many(project.names) }
    }
}

/// One figure in a check, with all that is needed to show the arithmetic.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Term {
    /// The claim.
    claim: Uuid,
    /// The announcement that states it.
    announcement: Uuid,
    /// What it is of, as written.
    label: Option<String>,
    /// The number.
    value: Exact,
    /// ISO 4217, an SI symbol or an English plural.
    #[schema(example = "CNY")]
    unit: Option<String>,
    /// How it relates to the true number.
    qualifier: Qualifier,
    /// Its class.
    money_class: MoneyClass,
    /// Its words.
    quote: String,
}

impl From<record::CheckTerm> for Term {
    fn from(term: record::CheckTerm) -> Self {
        let record::CheckTerm { claim, announcement, label, value, unit, qualifier, money_class, quote } = term;
        Self {
            claim: claim.0,
            announcement: announcement.0,
            label,
            value: value.into(),
            unit,
            qualifier: qualifier.into(),
            money_class: money_class.into(),
            quote,
        }
    }
}

/// One value by which figures can be looked at.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Facet {
    /// By what.
    kind: FacetKind,
    /// A place key, a zone's name, an event's identifier, an ISIC code, a year.
    #[schema(example = "jp")]
    key: String,
    /// As written.
    label: String,
}

impl From<record::Facet> for Facet {
    fn from(record::Facet { kind, key, label }: record::Facet) -> Self {
        Self { kind: kind.into(), key, label }
    }
}

/// Every item of a list made into its wire form.
pub(super) fn many<T, W: From<T>>(items: Vec<T>) -> Vec<W> {
    items.into_iter().map(W::from).collect()
}
