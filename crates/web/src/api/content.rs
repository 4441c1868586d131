//! What others see of a record: its facts, its figures with their words, where it is told of.

use super::parts::{Organiser, many};
use super::scalar::{Date, Exact};
use super::words::{
    EventType, FigureState, Flow, Measure, Mode, MoneyClass, OrganisationKind, Qualifier, Stage, Status,
};
use samesky_model::record;
use serde::Serialize;
use utoipa::ToSchema;

/// What others see of a record. Nothing in it leads to another record.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Content {
    /// Its names as written; an announcement's headline.
    names: Vec<PublicName>,
    /// What is known of it, by its kind.
    facts: Facts,
    /// Its figures.
    figures: Vec<PublicFigure>,
    /// Where it is told of; never the stored text.
    sources: Vec<PublicSource>,
}

impl From<record::Content> for Content {
    fn from(kept: record::Content) -> Self {
        Self {
            names: many(kept.names),
            facts: kept.facts.into(),
            figures: many(kept.figures),
            sources: many(kept.sources),
        }
    }
}

/// A name with its language.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicName {
    /// The name.
    text: String,
    /// BCP 47 tag.
    language: Option<String>,
}

impl From<record::PublicName> for PublicName {
    fn from(record::PublicName { text, language }: record::PublicName) -> Self {
        Self { text, language }
    }
}

/// What is known of a record, by its kind.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Facts {
    /// Of an announcement.
    Announcement {
        /// The parties between which cooperation is told of.
        parties: Vec<String>,
    },
    /// Of an event.
    Event {
        /// What kind of event.
        #[serde(rename = "type")]
        event_type: EventType,
        /// When it was held.
        date: Option<Date>,
        /// The places as written.
        places: Vec<String>,
        /// How it was held.
        mode: Option<Mode>,
        /// Who stands behind it, in protocol order.
        organisers: Vec<Organiser>,
        /// The cooperation zone or park it is about.
        zone: Option<String>,
        /// ISIC Rev.4 sections or divisions.
        industries: Vec<String>,
        /// The parties between which cooperation is told of.
        parties: Vec<String>,
    },
    /// Of an organisation.
    Organisation {
        /// What kind.
        #[serde(rename = "type")]
        organisation_kind: OrganisationKind,
        /// Its country/region: ISO 3166-1, two letters.
        country: Option<String>,
        /// Its places, as written.
        places: Vec<String>,
        /// Its numbers in registers.
        identifiers: Vec<PublicNumber>,
    },
    /// Of a project.
    Project {
        /// Whose project, names as written.
        organisations: Vec<String>,
        /// Where, as written.
        place: Option<String>,
        /// How far it has come.
        stage: Option<Stage>,
        /// ISIC Rev.4 sections or divisions.
        industries: Vec<String>,
    },
}

impl From<record::Facts> for Facts {
    fn from(kept: record::Facts) -> Self {
        match kept {
            record::Facts::Announcement { parties } => Self::Announcement { parties },
            record::Facts::Event { event_type, date, places, mode, organisers, zone, industries, parties } => {
                Self::Event {
                    event_type: event_type.into(),
                    date: date.map(Date),
                    places,
                    mode: mode.map(Mode),
                    organisers: many(organisers),
                    zone,
                    industries,
                    parties,
                }
            }
            record::Facts::Organisation { organisation_kind, country, places, identifiers } => Self::Organisation {
                organisation_kind: organisation_kind.into(),
                country,
                places,
                identifiers: many(identifiers),
            },
            record::Facts::Project { organisations, place, stage, industries } => {
                Self::Project { organisations, place, stage: stage.map(Stage), industries }
            }
        }
    }
}

/// A number in a register.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicNumber {
    /// The register.
    #[schema(example = "jp-corporate-number")]
    scheme: String,
    /// The number.
    #[schema(example = "1180301018771")]
    value: String,
}

impl From<record::OrganisationNumber> for PublicNumber {
    fn from(number: record::OrganisationNumber) -> Self {
        Self { scheme: number.scheme, value: number.value }
    }
}

/// A figure with its words.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicFigure {
    /// What is measured.
    measure: Measure,
    /// Which money.
    money_class: MoneyClass,
    /// The value; nothing where the sources differ.
    value: Option<Exact>,
    /// Its unit.
    unit: Option<String>,
    /// The qualifier that belongs to the value.
    qualifier: Qualifier,
    /// The size class counted.
    tier_label: Option<String>,
    /// What is, is aimed at, or expected.
    status: Status,
    /// The period.
    period: Option<String>,
    /// Of the period or cumulative.
    flow: Option<Flow>,
    /// What it is of.
    subject: Option<String>,
    /// How its sources stand to one another.
    state: FigureState,
    /// Its words, one for each source.
    quotes: Vec<PublicQuote>,
}

impl From<record::PublicFigure> for PublicFigure {
    fn from(kept: record::PublicFigure) -> Self {
        Self {
            measure: kept.measure.into(),
            money_class: kept.money_class.into(),
            value: kept.value.map(Exact),
            unit: kept.unit,
            qualifier: kept.qualifier.into(),
            tier_label: kept.tier_label,
            status: kept.status.into(),
            period: kept.period,
            flow: kept.flow.map(Flow),
            subject: kept.subject,
            state: kept.state.into(),
            quotes: many(kept.quotes),
        }
    }
}

/// The words of a figure, within a sentence.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicQuote {
    /// The number of the source in `sources`, from 0.
    source: usize,
    /// The words before the quote.
    before: String,
    /// The quote.
    quote: String,
    /// The words after it.
    after: String,
}

impl From<record::PublicQuote> for PublicQuote {
    fn from(kept: record::PublicQuote) -> Self {
        Self { source: kept.source, before: kept.before, quote: kept.quote, after: kept.after }
    }
}

/// An announcement as others may know of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublicSource {
    /// Its headline.
    title: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// When it was published.
    published: Option<Date>,
    /// Where it was published.
    address: Option<String>,
    /// BCP 47 tag of its language.
    language: Option<String>,
}

impl From<record::PublicSource> for PublicSource {
    fn from(kept: record::PublicSource) -> Self {
        Self {
            title: kept.title,
            publisher: kept.publisher,
            published: kept.published.map(Date),
            address: kept.address,
            language: kept.language,
        }
    }
}
