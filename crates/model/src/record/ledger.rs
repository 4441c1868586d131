//! The ledger: what accepted claims become.

use super::Stamp;
use crate::code::code_list;
use crate::date::PartialDate;
use crate::id::{AnnouncementId, CheckId, ClaimId, EntryId, EventId, FigureId, OrganisationId, ProjectId, TeamId};
use crate::reading::{
    DateBasis, EventType, FigureClaim, Flow, Measure, Mode, MoneyClass, OrganisationKind, Organiser, Qualifier, Rule,
    Status, Verdict,
};
use crate::remark::Remark;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

code_list! {
    /// Whether a record still rests on an accepted claim.
    RecordState {
        /// At least one accepted claim speaks of it.
        Active = "active",
        /// No accepted claim speaks of it any more; it is kept for its history.
        Withdrawn = "withdrawn",
        /// An officer found that it is another record: all that pointed to it points there.
        Merged = "merged",
    }
}

code_list! {
    /// How far a project has come.
    Stage {
        /// A lead.
        Lead = "lead",
        /// Assessed.
        Assessed = "assessed",
        /// Under negotiation.
        Negotiating = "negotiating",
        /// Signed.
        Signed = "signed",
        /// Registered.
        Registered = "registered",
        /// Under construction.
        UnderConstruction = "under_construction",
        /// In production.
        InProduction = "in_production",
        /// Being expanded.
        Expansion = "expansion",
        /// Stalled (an exit).
        Stalled = "stalled",
        /// Cancelled (an exit).
        Cancelled = "cancelled",
        /// Moved away (an exit).
        MovedAway = "moved_away",
    }
}

/// A name as one source writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenName {
    /// The name.
    pub text: String,
    /// BCP 47 tag of the source's language.
    pub language: Option<String>,
    /// The announcement that writes it so; none for a name that an officer or a list gave.
    pub announcement: Option<AnnouncementId>,
}

/// An event of the ledger, told of by one or more announcements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventRecord {
    /// Its identifier.
    pub id: EventId,
    /// Its owner.
    pub team: TeamId,
    /// Counts the changes.
    pub version: i64,
    /// Whether it still rests on an accepted claim.
    pub state: RecordState,
    /// What kind of event.
    pub kind: EventType,
    /// Its names, one per source that gives one, earliest first.
    pub names: Vec<WrittenName>,
    /// When it was held.
    pub date: Option<PartialDate>,
    /// Where the date was taken from.
    pub date_basis: DateBasis,
    /// The places as written.
    pub places: Vec<String>,
    /// The same places as canonical keys, for comparing across languages.
    pub place_keys: Vec<String>,
    /// How it was held.
    pub mode: Option<Mode>,
    /// Who stands behind it, in protocol order.
    pub organisers: Vec<Organiser>,
    /// The event that this one is a part of; a part is not counted again.
    pub part_of: Option<EventId>,
    /// The cooperation zone or park it is about.
    pub zone: Option<String>,
    /// ISIC Rev.4 sections or divisions.
    pub industries: Vec<String>,
    /// The parties between which cooperation is told of.
    pub parties: Vec<String>,
    /// Who made the record, and when.
    pub created: Stamp,
}

/// An organisation of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganisationRecord {
    /// Its identifier.
    pub id: OrganisationId,
    /// Its owner.
    pub team: TeamId,
    /// Counts the changes.
    pub version: i64,
    /// Whether it still rests on an accepted claim, or on a value that an officer or a list gave.
    pub state: RecordState,
    /// Its names: those of officers and lists first, then those of announcements.
    pub names: Vec<WrittenName>,
    /// What kind.
    pub kind: OrganisationKind,
    /// Its country/region: ISO 3166-1, two letters.
    pub country: Option<String>,
    /// How its names are read, where somebody says so; looked for like the names.
    pub readings: Vec<String>,
    /// Who made the record, and when.
    pub created: Stamp,
}

/// A project of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProjectRecord {
    /// Its identifier.
    pub id: ProjectId,
    /// Its owner.
    pub team: TeamId,
    /// Counts the changes.
    pub version: i64,
    /// Whether it still rests on an accepted claim.
    pub state: RecordState,
    /// Its names.
    pub names: Vec<WrittenName>,
    /// Whose project, names as written.
    pub organisations: Vec<String>,
    /// Where, as written.
    pub place: Option<String>,
    /// The event at which it was signed or begun.
    pub event: Option<EventId>,
    /// How far it has come, where stated.
    pub stage: Option<Stage>,
    /// ISIC Rev.4 sections or divisions.
    pub industries: Vec<String>,
    /// Who made the record, and when.
    pub created: Stamp,
}

code_list! {
    /// Why an entry was made.
    EntryKind {
        /// A claim was accepted.
        Entry = "entry",
        /// It replaces an earlier entry of the same claim.
        Correction = "correction",
        /// It takes an earlier entry back; nothing takes its place.
        Withdrawal = "withdrawal",
    }
}

/// An append-only entry of the ledger: what one announcement states, as an officer took it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureEntry {
    /// Its identifier.
    pub id: EntryId,
    /// Its owner.
    pub team: TeamId,
    /// The claim it rests on.
    pub claim: ClaimId,
    /// The announcement that states it.
    pub announcement: AnnouncementId,
    /// Why it was made.
    pub kind: EntryKind,
    /// The entry it replaces or takes back.
    pub replaces: Option<EntryId>,
    /// The figure as taken, with its words.
    pub figure: FigureClaim,
    /// Who entered it, and when.
    pub entered: Stamp,
    /// Why, for corrections and withdrawals.
    pub why: Option<String>,
}

code_list! {
    /// How the entries of a figure stand to one another.
    FigureState {
        /// One announcement speaks of it.
        Single = "single",
        /// Several speak of it and agree.
        Agreed = "agreed",
        /// Several speak of it and differ: no value is chosen.
        Contested = "contested",
    }
}

code_list! {
    /// Whether a figure is added into totals, and if not, why not.
    Counting {
        /// It is added.
        Counted = "counted",
        /// It is a part of another figure that is added.
        Part = "part",
        /// It counts members of a size class, or is one.
        Tier = "tier",
        /// It is an aim or an expectation.
        NotActual = "not_actual",
        /// It is a stock since the beginning, which does not add to other stocks.
        Cumulative = "cumulative",
        /// Its sources differ.
        Contested = "contested",
        /// Its measure does not add up (areas, shares, prices, sales of one year beside another).
        NotAdditive = "not_additive",
        /// The same project was signed before.
        Resigned = "resigned",
    }
}

/// One measure of one thing, with all entries that speak of it. Derived from entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Its identifier; kept while at least one of its entries stays.
    pub id: FigureId,
    /// Its owner.
    pub team: TeamId,
    /// What is measured.
    pub measure: Measure,
    /// Which money.
    pub money_class: MoneyClass,
    /// Its unit.
    pub unit: Option<String>,
    /// What is, is aimed at, or expected.
    pub status: Status,
    /// The period.
    pub period: Option<String>,
    /// Of the period or cumulative.
    pub flow: Option<Flow>,
    /// The event it belongs to.
    pub event: Option<EventId>,
    /// The project it belongs to.
    pub project: Option<ProjectId>,
    /// The organisation it belongs to.
    pub organisation: Option<OrganisationId>,
    /// What it is of, in the words of the most exact source.
    pub subject: Option<String>,
    /// How its entries stand to one another.
    pub state: FigureState,
    /// The value of the most exact source; nothing where the sources differ.
    pub value: Option<Decimal>,
    /// The qualifier that belongs to the value.
    pub qualifier: Qualifier,
    /// The size class counted.
    pub tier_label: Option<String>,
    /// Whether it is added into totals.
    pub counting: Counting,
    /// The year it is reported under: of its period, else of its event, else of publication.
    pub year: Option<i16>,
    /// The figure of which this is a part.
    pub part_of: Option<FigureId>,
    /// Its current entries, oldest first.
    pub entries: Vec<EntryId>,
    /// Number of announcements that speak of it.
    pub announcements: i64,
}

code_list! {
    /// By what figures can be looked at.
    FacetKind {
        /// A party.
        Party = "party",
        /// A cooperation zone or park.
        Zone = "zone",
        /// An event.
        Event = "event",
        /// An industry (ISIC Rev.4).
        Industry = "industry",
        /// A year.
        Year = "year",
    }
}

/// One value by which a figure can be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Facet {
    /// By what.
    pub kind: FacetKind,
    /// The canonical key: a place key, a zone's name, an event id, an ISIC code, a year.
    pub key: String,
    /// As written, for showing.
    pub label: String,
}

/// One figure in a check, with all that is needed to show the arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckTerm {
    /// The claim.
    pub claim: ClaimId,
    /// The announcement that states it.
    pub announcement: AnnouncementId,
    /// What it is of, as written.
    pub label: Option<String>,
    /// The number.
    pub value: Decimal,
    /// Its unit.
    pub unit: Option<String>,
    /// Its qualifier.
    pub qualifier: Qualifier,
    /// Its class.
    pub money_class: MoneyClass,
    /// Its words.
    pub quote: String,
}

/// A check kept with its verdict. Derived from claims and entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckRecord {
    /// Its identifier.
    pub id: CheckId,
    /// Its owner.
    pub team: TeamId,
    /// The announcement whose figures are compared; for [`Rule::Across`] the one of the total.
    pub announcement: AnnouncementId,
    /// The event of the ledger, where known.
    pub event: Option<EventId>,
    /// What was compared.
    pub rule: Rule,
    /// What it came to.
    pub verdict: Verdict,
    /// The figure checked.
    pub total: CheckTerm,
    /// The figures it was checked against.
    pub parts: Vec<CheckTerm>,
    /// Total less the sum of the parts, in the total's unit.
    pub difference: Option<Decimal>,
    /// What must be known to judge it.
    pub remark: Option<Remark>,
}
