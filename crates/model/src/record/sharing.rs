//! What a team lets others see: records shared with other teams, and records published to everybody.
//!
//! A shared record is the living one: who may see it sees what it says now. A published one is an [`Edition`]: what somebody
//! confirmed, and it stays so until somebody confirms another.

use super::{FigureState, OrganisationNumber, Stage, Stamp};
use crate::code::code_list;
use crate::date::PartialDate;
use crate::id::{AccountId, EditionId, PublicationId, TeamId};
use crate::reading::{EventType, Flow, Measure, Mode, MoneyClass, OrganisationKind, Organiser, Qualifier, Status};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

code_list! {
    /// What kinds of records can be shared and published. A figure goes with the record it belongs to.
    Shareable {
        /// An announcement.
        Announcement = "announcement",
        /// An event.
        Event = "event",
        /// An organisation.
        Organisation = "organisation",
        /// A project.
        Project = "project",
    }
}

code_list! {
    /// Whose records a list shows.
    Scope {
        /// Those of the own team.
        Own = "own",
        /// Those that other teams share with it.
        Shared = "shared",
        /// Both.
        All = "all",
    }
}

impl Default for Scope {
    /// Those of the own team.
    fn default() -> Self {
        Self::Own
    }
}

/// A record that can be shared and published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RecordRef {
    /// What kind.
    pub kind: Shareable,
    /// Its identifier.
    pub id: Uuid,
}

/// A record is shown to another team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Its owner.
    pub team: TeamId,
    /// Which record.
    pub record: RecordRef,
    /// To which team.
    pub with: TeamId,
    /// Who shared it, and when.
    pub made: Stamp,
}

/// The address under which a record is published, now or before. It never changes, whatever is published there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Publication {
    /// Its identifier, which is its address.
    pub id: PublicationId,
    /// The owner of the record.
    pub team: TeamId,
    /// Which record.
    pub record: RecordRef,
    /// Counts the changes.
    pub version: i64,
    /// The number of the edition that everybody sees; nothing while there is none, or it was withdrawn.
    pub edition: Option<i64>,
    /// When an edition was last confirmed or withdrawn, or the first was asked for.
    pub changed_at: Timestamp,
    /// Who withdrew it, and when, while it is withdrawn.
    pub withdrawn: Option<Stamp>,
    /// Why it was withdrawn.
    pub withdrawn_why: Option<String>,
}

code_list! {
    /// What became of a request to publish.
    EditionState {
        /// Somebody else has to confirm it.
        Waiting = "waiting",
        /// It was confirmed.
        Published = "published",
        /// It was refused.
        Refused = "refused",
        /// It was taken back before anybody decided.
        TakenBack = "taken_back",
    }
}

/// What somebody asks to publish, word for word, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Its identifier.
    pub id: EditionId,
    /// Of which publication.
    pub publication: PublicationId,
    /// The owner of the record.
    pub team: TeamId,
    /// 1, 2, 3, …
    pub number: i64,
    /// What became of it.
    pub state: EditionState,
    /// What it says.
    pub content: Content,
    /// SHA-256 of the content, hexadecimal: whether the record says the same today.
    pub digest: String,
    /// Who asked, and when.
    pub requested: Stamp,
    /// The account that asked; nothing for whoever sat at the machine.
    pub requester: Option<AccountId>,
    /// Why it is to be published, where said.
    pub why: Option<String>,
    /// Who confirmed, refused or took back, and when.
    pub decided: Option<Stamp>,
    /// The team on whose behalf it was confirmed or refused.
    pub decided_for: Option<TeamId>,
    /// Why it was refused or taken back.
    pub reason: Option<String>,
}

/// What others see of a record: its facts and its figures with their words. Nothing in it leads to another record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its names as written; an announcement's headline.
    pub names: Vec<PublicName>,
    /// What is known of it.
    pub facts: Facts,
    /// Its figures.
    pub figures: Vec<PublicFigure>,
    /// Where it is told of: never the stored text.
    pub sources: Vec<PublicSource>,
}

/// A name with its language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicName {
    /// The name.
    pub text: String,
    /// BCP 47 tag.
    pub language: Option<String>,
}

/// What is known of a record, by its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Facts {
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
        date: Option<PartialDate>,
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        country: Option<String>,
        /// Its places, as written.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        places: Vec<String>,
        /// Its numbers in registers.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        identifiers: Vec<OrganisationNumber>,
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

/// A figure with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicFigure {
    /// What is measured.
    pub measure: Measure,
    /// Which money.
    pub money_class: MoneyClass,
    /// The value; nothing where the sources differ.
    pub value: Option<Decimal>,
    /// Its unit.
    pub unit: Option<String>,
    /// The qualifier that belongs to the value.
    pub qualifier: Qualifier,
    /// The size class counted.
    pub tier_label: Option<String>,
    /// What is, is aimed at, or expected.
    pub status: Status,
    /// The period.
    pub period: Option<String>,
    /// Of the period or cumulative.
    pub flow: Option<Flow>,
    /// What it is of.
    pub subject: Option<String>,
    /// How its sources stand to one another.
    pub state: FigureState,
    /// Its words, one for each source.
    pub quotes: Vec<PublicQuote>,
}

/// The words of a figure, within a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicQuote {
    /// The number of the source in [`Content::sources`], from 0.
    pub source: usize,
    /// The words before the quote.
    pub before: String,
    /// The quote.
    pub quote: String,
    /// The words after it.
    pub after: String,
}

/// An announcement as others may know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicSource {
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Where it was published.
    pub address: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
}

impl Content {
    /// What kind of record.
    #[must_use]
    pub const fn kind(&self) -> Shareable {
        match self.facts {
            Facts::Announcement { .. } => Shareable::Announcement,
            Facts::Event { .. } => Shareable::Event,
            Facts::Organisation { .. } => Shareable::Organisation,
            Facts::Project { .. } => Shareable::Project,
        }
    }
}
