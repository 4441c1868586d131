//! What an announcement states, as documents: the claims of `samesky read --json`, in both directions.

use super::parts::{Organiser, Span, many};
use super::scalar::{Date, Exact};
use super::words::{
    ClaimKind, DateBasis, EventType, Flow, Measure, Mode, MoneyClass, OrganisationKind, Qualifier, Status,
};
use samesky_model::reading;
use samesky_model::record::Claim;
use samesky_model::remark::Remark;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An event that an announcement tells of.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EventClaim {
    /// `e1`, `e2`, … within the announcement. Given by the server; what is sent is not looked at.
    #[serde(default)]
    #[schema(example = "e1")]
    id: String,
    /// What kind of event.
    #[serde(rename = "type")]
    kind: EventType,
    /// The name as written.
    name: Option<String>,
    /// When it was held.
    date: Option<Date>,
    /// Where the date was taken from.
    date_basis: DateBasis,
    /// The places as written, most telling first.
    #[serde(default)]
    places: Vec<String>,
    /// How it was held, where stated.
    mode: Option<Mode>,
    /// Who stands behind it, in the order of the text.
    #[serde(default)]
    organisers: Vec<Organiser>,
    /// The event that this one is a part of, by its name within the announcement.
    part_of: Option<String>,
    /// The cooperation zone or park it is about, as written.
    zone: Option<String>,
    /// ISIC Rev.4 sections (`C`) or divisions (`C29`) named with it.
    #[serde(default)]
    industries: Vec<String>,
    /// First code point of the words that tell of it; 0 with `end` 0 where the whole text does.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// The reader's remarks, in a reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(read_only)]
    remarks: Option<Vec<String>>,
}

/// A size class: 50亿元级. Its value is the name of the class, not an amount.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Tier {
    /// The nominal size.
    value: Exact,
    /// Its unit (ISO 4217 for money).
    unit: String,
}

/// A figure that an announcement states.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "measure": "total_investment", "value": "20450000000", "unit": "CNY", "qualifier": "exact",
    "money_class": "planned", "status": "actual", "subject": "15个项目", "start": 14, "end": 21
}))]
pub(super) struct FigureClaim {
    /// `f1`, `f2`, … within the announcement. Given by the server; what is sent is not looked at.
    #[serde(default)]
    id: String,
    /// What is measured.
    measure: Measure,
    /// The number, in units (not in 万 or 亿).
    value: Exact,
    /// The lower end of a stated range.
    low: Option<Exact>,
    /// The upper end of a stated range.
    high: Option<Exact>,
    /// ISO 4217, an SI symbol, or an English plural (projects, companies, agreements, people, cities).
    unit: Option<String>,
    /// How the number relates to the true one.
    qualifier: Qualifier,
    /// Which money is meant; `none` for everything that is no money.
    money_class: MoneyClass,
    /// What is, is aimed at, or is expected.
    status: Status,
    /// The period as ISO 8601: a partial date, or `A/B` with the end exclusive.
    #[schema(example = "2020")]
    period: Option<String>,
    /// Of the period or cumulative.
    flow: Option<Flow>,
    /// What the figure is of, in the words of the text.
    subject: Option<String>,
    /// The event it belongs to, by its name within the announcement.
    event: Option<String>,
    /// The project it belongs to, by its name within the announcement.
    project: Option<String>,
    /// The organisation it belongs to, as written.
    organisation: Option<String>,
    /// The figure of which this is a part, by its name within the announcement.
    part_of: Option<String>,
    /// The size class counted, where `value` counts members of one.
    tier: Option<Tier>,
    /// First code point of the quote.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// The words. Taken from the text by the server; what is sent is not looked at.
    #[serde(default)]
    quote: String,
    /// Every further place where the same figure stands.
    #[serde(default)]
    spans: Vec<Span>,
    /// The reader's remarks, in a reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(read_only)]
    remarks: Option<Vec<String>>,
}

/// An organisation that an announcement names.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationClaim {
    /// `o1`, `o2`, … within the announcement. Given by the server; what is sent is not looked at.
    #[serde(default)]
    id: String,
    /// The fullest name as written.
    name: String,
    /// What kind.
    kind: OrganisationKind,
    /// Other names the text itself gives for it.
    #[serde(default)]
    aliases: Vec<String>,
    /// First code point of the first mention.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// Every further mention.
    #[serde(default)]
    spans: Vec<Span>,
    /// The reader's remarks, in a reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(read_only)]
    remarks: Option<Vec<String>>,
}

/// A project that an announcement names.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProjectClaim {
    /// `p1`, `p2`, … within the announcement. Given by the server; what is sent is not looked at.
    #[serde(default)]
    id: String,
    /// The name as written.
    name: String,
    /// Whose project, names as written.
    #[serde(default)]
    organisations: Vec<String>,
    /// Where, as written.
    place: Option<String>,
    /// The event at which it was signed or begun, by its name within the announcement.
    event: Option<String>,
    /// ISIC Rev.4 sections or divisions named with it.
    #[serde(default)]
    industries: Vec<String>,
    /// First code point of the name.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// The reader's remarks, in a reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(read_only)]
    remarks: Option<Vec<String>>,
}

/// A claim of any kind; `kind` beside it says of which.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum ClaimDocument {
    /// An event.
    Event(EventClaim),
    /// A figure.
    Figure(Box<FigureClaim>),
    /// An organisation.
    Organisation(OrganisationClaim),
    /// A project.
    Project(ProjectClaim),
}

impl ClaimDocument {
    /// Reads a claim of the kind that is named beside it.
    pub(super) fn read(kind: ClaimKind, value: serde_json::Value) -> Result<Claim, super::problem::FieldProblem> {
        use super::body::{not_expected, typed};
        use samesky_model::record::ClaimKind as Kind;
        if !value.is_object() {
            return Err(not_expected("claim", "expected a JSON object".to_owned()));
        }
        match kind.0 {
            Kind::Event => typed::<EventClaim>(value, "claim").map(|claim| Claim::Event(claim.into())),
            Kind::Figure => typed::<FigureClaim>(value, "claim").map(|claim| Claim::Figure(claim.into())),
            Kind::Organisation => {
                typed::<OrganisationClaim>(value, "claim").map(|claim| Claim::Organisation(claim.into()))
            }
            Kind::Project => typed::<ProjectClaim>(value, "claim").map(|claim| Claim::Project(claim.into())),
        }
    }
}

/// A kept claim. Its remarks stand beside it, in the record.
impl From<Claim> for ClaimDocument {
    fn from(claim: Claim) -> Self {
        match claim {
            Claim::Event(claim) => Self::Event(EventClaim { remarks: None, ..claim.into() }),
            Claim::Figure(claim) => Self::Figure(Box::new(FigureClaim { remarks: None, ..claim.into() })),
            Claim::Organisation(claim) => Self::Organisation(OrganisationClaim { remarks: None, ..claim.into() }),
            Claim::Project(claim) => Self::Project(ProjectClaim { remarks: None, ..claim.into() }),
        }
    }
}

impl FigureClaim {
    /// The figure of an entry: the remarks belong to the claim.
    pub(super) fn without_remarks(claim: reading::FigureClaim) -> Self {
        Self { remarks: None, ..claim.into() }
    }
}

fn sentences(remarks: &[Remark]) -> Option<Vec<String>> {
    Some(remarks.iter().map(ToString::to_string).collect())
}

impl From<reading::EventClaim> for EventClaim {
    fn from(claim: reading::EventClaim) -> Self {
        Self {
            id: claim.id,
            kind: claim.kind.into(),
            name: claim.name,
            date: claim.date.map(Date),
            date_basis: claim.date_basis.into(),
            places: claim.places,
            mode: claim.mode.map(Mode),
            organisers: many(claim.organisers),
            part_of: claim.part_of,
            zone: claim.zone,
            industries: claim.industries,
            start: claim.start,
            end: claim.end,
            remarks: sentences(&claim.remarks),
        }
    }
}

impl From<EventClaim> for reading::EventClaim {
    fn from(claim: EventClaim) -> Self {
        Self {
            id: claim.id,
            kind: claim.kind.0,
            name: claim.name,
            date: claim.date.map(|date| date.0),
            date_basis: claim.date_basis.0,
            places: claim.places,
            mode: claim.mode.map(|mode| mode.0),
            organisers: many(claim.organisers),
            part_of: claim.part_of,
            zone: claim.zone,
            industries: claim.industries,
            start: claim.start,
            end: claim.end,
            remarks: Vec::new(),
        }
    }
}

impl From<reading::FigureClaim> for FigureClaim {
    fn from(claim: reading::FigureClaim) -> Self {
        Self {
            id: claim.id,
            measure: claim.measure.into(),
            value: claim.value.into(),
            low: claim.low.map(Exact),
            high: claim.high.map(Exact),
            unit: claim.unit,
            qualifier: claim.qualifier.into(),
            money_class: claim.money_class.into(),
            status: claim.status.into(),
            period: claim.period,
            flow: claim.flow.map(Flow),
            subject: claim.subject,
            event: claim.event,
            project: claim.project,
            organisation: claim.organisation,
            part_of: claim.part_of,
            tier: claim.tier.map(|tier| Tier { value: tier.value.into(), unit: tier.unit }),
            start: claim.start,
            end: claim.end,
            quote: claim.quote,
            spans: many(claim.spans),
            remarks: sentences(&claim.remarks),
        }
    }
}

impl From<FigureClaim> for reading::FigureClaim {
    fn from(claim: FigureClaim) -> Self {
        Self {
            id: claim.id,
            measure: claim.measure.0,
            value: claim.value.0,
            low: claim.low.map(|low| low.0),
            high: claim.high.map(|high| high.0),
            unit: claim.unit,
            qualifier: claim.qualifier.0,
            money_class: claim.money_class.0,
            status: claim.status.0,
            period: claim.period,
            flow: claim.flow.map(|flow| flow.0),
            subject: claim.subject,
            event: claim.event,
            project: claim.project,
            organisation: claim.organisation,
            part_of: claim.part_of,
            tier: claim.tier.map(|tier| reading::Tier { value: tier.value.0, unit: tier.unit }),
            start: claim.start,
            end: claim.end,
            quote: claim.quote,
            spans: many(claim.spans),
            remarks: Vec::new(),
        }
    }
}

impl From<reading::OrganisationClaim> for OrganisationClaim {
    fn from(claim: reading::OrganisationClaim) -> Self {
        Self {
            id: claim.id,
            name: claim.name,
            kind: claim.kind.into(),
            aliases: claim.aliases,
            start: claim.start,
            end: claim.end,
            spans: many(claim.spans),
            remarks: sentences(&claim.remarks),
        }
    }
}

impl From<OrganisationClaim> for reading::OrganisationClaim {
    fn from(claim: OrganisationClaim) -> Self {
        Self {
            id: claim.id,
            name: claim.name,
            kind: claim.kind.0,
            aliases: claim.aliases,
            start: claim.start,
            end: claim.end,
            spans: many(claim.spans),
            remarks: Vec::new(),
        }
    }
}

impl From<reading::ProjectClaim> for ProjectClaim {
    fn from(claim: reading::ProjectClaim) -> Self {
        Self {
            id: claim.id,
            name: claim.name,
            organisations: claim.organisations,
            place: claim.place,
            event: claim.event,
            industries: claim.industries,
            start: claim.start,
            end: claim.end,
            remarks: sentences(&claim.remarks),
        }
    }
}

impl From<ProjectClaim> for reading::ProjectClaim {
    fn from(claim: ProjectClaim) -> Self {
        Self {
            id: claim.id,
            name: claim.name,
            organisations: claim.organisations,
            place: claim.place,
            event: claim.event,
            industries: claim.industries,
            start: claim.start,
            end: claim.end,
            remarks: Vec::new(),
        }
    }
}
