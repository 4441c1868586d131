//! What a reader finds in one announcement: the document of `samesky read --json`, as types.
//!
//! Field names and words are the wire contract (docs/reading.md); `start`, `end` and `quote` obey [`Span`].
//! Remarks serialise as English sentences and are not read back: whoever keeps a claim keeps its remarks beside it
//! ([`crate::remark::StoredRemark`]).

use crate::code::code_list;
use crate::date::PartialDate;
use crate::explanation::Explanation;
use crate::remark::Remark;
use crate::span::{Block, Span};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

code_list! {
    /// How a stated number relates to the true one.
    Qualifier {
        /// Stated without reserve.
        Exact = "exact",
        /// More than the number: 逾, 超, 余, over.
        Over = "over",
        /// Less than the number, but near it: 近, 不到, nearly.
        Under = "under",
        /// Around the number: 约, 左右, about.
        About = "about",
        /// A size class (亿元级), which is no amount.
        Tier = "tier",
    }
}

code_list! {
    /// Which money is meant. Amounts of different classes are never added.
    MoneyClass {
        /// 计划总投资: the planned total of a project.
        Planned = "planned",
        /// 签约额: what was signed.
        Signed = "signed",
        /// 合同外资: contracted foreign capital.
        Contracted = "contracted",
        /// 实际到位: what was paid in.
        PaidIn = "paid_in",
        /// 固定资产投资: spent on fixed assets.
        FixedAssets = "fixed_assets",
        /// 销售额, 营业额: turnover.
        Turnover = "turnover",
        /// Money of no investment class (trade volume, prices), and everything that is no money.
        None = "none",
    }
}

code_list! {
    /// Whether a figure says what is, what is aimed at, or what is expected.
    Status {
        /// What is or was.
        Actual = "actual",
        /// What somebody aims at.
        Target = "target",
        /// What somebody expects.
        Forecast = "forecast",
    }
}

code_list! {
    /// Whether a figure belongs to its period alone or is the stock at its end.
    Flow {
        /// Of the period.
        Flow = "flow",
        /// Since the beginning (累计).
        Cumulative = "cumulative",
    }
}

code_list! {
    /// What a figure measures.
    Measure {
        /// Projects signed.
        ProjectsSigned = "projects_signed",
        /// Agreements reached.
        Agreements = "agreements",
        /// The investment of a whole event, list or zone.
        TotalInvestment = "total_investment",
        /// The investment of one project or company, or a stock of investment.
        Investment = "investment",
        /// Companies taking part.
        CompaniesAttending = "companies_attending",
        /// Companies settled.
        CompaniesSettled = "companies_settled",
        /// Imports and exports.
        TradeVolume = "trade_volume",
        /// Foreign capital actually used.
        FdiActual = "fdi_actual",
        /// Sales, turnover.
        Sales = "sales",
        /// A stated aim of any kind.
        Target = "target",
        /// An area.
        Area = "area",
        /// Jobs.
        Jobs = "jobs",
        /// Anything else.
        Other = "other",
    }
}

code_list! {
    /// What kind of event is told of.
    EventType {
        /// 签约: agreements are signed.
        Signing = "signing",
        /// 推介会: a place presents itself to investors.
        PromotionMeeting = "promotion_meeting",
        /// 论坛: a forum, conference, seminar.
        Forum = "forum",
        /// 对接会: offers and wants meet.
        Matchmaking = "matchmaking",
        /// 揭牌: a zone, park or service point opens.
        ZoneLaunch = "zone_launch",
        /// 走访: a visit.
        Visit = "visit",
        /// 开工: construction begins.
        Groundbreaking = "groundbreaking",
        /// 展览: a fair.
        Exhibition = "exhibition",
        /// Anything else.
        Other = "other",
    }
}

code_list! {
    /// How an event is held.
    Mode {
        /// Everybody in one place.
        OnSite = "on_site",
        /// By video only.
        Online = "online",
        /// Both at once.
        Hybrid = "hybrid",
    }
}

code_list! {
    /// Where the year (or the whole) of a date was taken from.
    DateBasis {
        /// It is written in the text.
        Text = "text",
        /// From the date of publication.
        Published = "published",
        /// From the address of the page.
        Url = "url",
        /// From the date given by whoever asked for the reading.
        Reference = "reference",
        /// It is not known.
        Unknown = "unknown",
    }
}

code_list! {
    /// What somebody is to an event.
    OrganiserRole {
        /// 主办.
        Host = "host",
        /// 承办.
        Executing = "executing",
        /// 协办.
        CoOrganiser = "co_organiser",
        /// 支持.
        Supporter = "supporter",
    }
}

code_list! {
    /// What kind of organisation.
    OrganisationKind {
        /// A company.
        Company = "company",
        /// A government body.
        Government = "government",
        /// A chamber or association.
        Chamber = "chamber",
        /// An institute or university.
        Institute = "institute",
        /// A cooperation zone, development zone or park.
        Zone = "zone",
        /// Anything else.
        Other = "other",
    }
}

code_list! {
    /// What a check compares.
    Rule {
        /// Parts add up to a total of the same unit.
        Sum = "sum",
        /// Counts of parts add up to a count.
        Count = "count",
        /// A part is not above its whole.
        PartOf = "part_of",
        /// As many names are listed as the number says.
        Listed = "listed",
        /// Headline and body say the same.
        Repeated = "repeated",
        /// Another announcement says the same.
        Across = "across",
    }
}

code_list! {
    /// What a check came to.
    Verdict {
        /// It holds exactly.
        Reconciled = "reconciled",
        /// It holds within the qualifiers.
        Consistent = "consistent",
        /// It does not hold.
        Contradicted = "contradicted",
        /// It cannot be told.
        Unknown = "unknown",
    }
}

code_list! {
    /// What a quantity is.
    QuantityKind {
        /// A bare number.
        Number = "number",
        /// A place in an order.
        Ordinal = "ordinal",
        /// A share of a hundred.
        Percent = "percent",
        /// An amount of money.
        Money = "money",
        /// A count with a classifier.
        Count = "count",
        /// A physical quantity.
        Dimension = "dimension",
        /// A date.
        Date = "date",
        /// A range of dates.
        DateRange = "date_range",
        /// A time of day.
        Time = "time",
        /// A length of time, in seconds.
        Duration = "duration",
    }
}

/// Everything that was read in one announcement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Reading {
    /// The identifier that came with the text.
    pub id: Option<String>,
    /// BCP 47 tag of the announcement's main language.
    pub language: Option<String>,
    /// The text, where the input was not text already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The headline.
    pub title: Option<Title>,
    /// When it was published.
    pub published: Option<Published>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The stretches that are the announcement itself.
    pub body: Vec<Block>,
    /// The events told of.
    pub events: Vec<EventClaim>,
    /// The figures stated.
    pub figures: Vec<FigureClaim>,
    /// The organisations named.
    pub organisations: Vec<OrganisationClaim>,
    /// The projects named.
    pub projects: Vec<ProjectClaim>,
    /// The places or groups between which cooperation is told of.
    pub parties: Vec<String>,
    /// The checks over the figures.
    pub checks: Vec<Check>,
    /// Every number expression, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantities: Option<Vec<Quantity>>,
    /// Why everything was read as it was, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanations: Option<Vec<Explanation>>,
    /// What the reader has to say of the whole.
    pub remarks: Vec<Remark>,
}

/// A headline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// Its words, exactly the slice.
    pub text: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// A date of publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The date.
    pub date: PartialDate,
    /// Where it was taken from.
    pub basis: DateBasis,
}

/// Somebody who stands behind an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organiser {
    /// The name as written.
    pub name: String,
    /// What they are to the event.
    pub role: OrganiserRole,
}

/// An event that an announcement tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventClaim {
    /// `e1`, `e2`, … within the announcement.
    pub id: String,
    /// What kind of event.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// The name as written.
    pub name: Option<String>,
    /// When it was held.
    pub date: Option<PartialDate>,
    /// Where the date was taken from.
    pub date_basis: DateBasis,
    /// The places as written, most telling first.
    pub places: Vec<String>,
    /// How it was held, where stated.
    pub mode: Option<Mode>,
    /// Who stands behind it, in the order of the text.
    pub organisers: Vec<Organiser>,
    /// The event that this one is a part of.
    pub part_of: Option<String>,
    /// The cooperation zone or park it is about, as written.
    #[serde(default)]
    pub zone: Option<String>,
    /// Industries named with it: ISIC Rev.4 sections (`C`) or divisions (`C29`).
    #[serde(default)]
    pub industries: Vec<String>,
    /// First code point of the words that tell of it.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Remarks on this claim.
    #[serde(default, skip_deserializing)]
    pub remarks: Vec<Remark>,
}

/// A size class: “50亿元级”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// The nominal size. It is the name of the class, not an amount.
    pub value: Decimal,
    /// Its unit (ISO 4217 for money).
    pub unit: String,
}

/// A figure that an announcement states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureClaim {
    /// `f1`, `f2`, … within the announcement.
    pub id: String,
    /// What is measured.
    pub measure: Measure,
    /// The number, in units (not in 万 or 亿).
    pub value: Decimal,
    /// The lower end of a stated range.
    pub low: Option<Decimal>,
    /// The upper end of a stated range.
    pub high: Option<Decimal>,
    /// ISO 4217, an SI symbol, or an English plural (projects, companies, agreements, people, cities).
    pub unit: Option<String>,
    /// How the number relates to the true one.
    pub qualifier: Qualifier,
    /// Which money is meant.
    pub money_class: MoneyClass,
    /// Whether this is, or is aimed at.
    pub status: Status,
    /// The period as ISO 8601: a partial date, or `A/B` with the end exclusive.
    pub period: Option<String>,
    /// Of the period or cumulative.
    pub flow: Option<Flow>,
    /// What the figure is of, in the words of the text.
    pub subject: Option<String>,
    /// The event it belongs to.
    pub event: Option<String>,
    /// The project it belongs to.
    pub project: Option<String>,
    /// The organisation it belongs to, as written.
    pub organisation: Option<String>,
    /// The figure of which this is a part.
    #[serde(default)]
    pub part_of: Option<String>,
    /// The size class counted, where `value` counts members of one.
    #[serde(default)]
    pub tier: Option<Tier>,
    /// First code point of the quote.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words.
    pub quote: String,
    /// Every further place where the same figure stands.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// Remarks on this claim.
    #[serde(default, skip_deserializing)]
    pub remarks: Vec<Remark>,
}

/// An organisation that an announcement names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationClaim {
    /// `o1`, `o2`, … within the announcement.
    pub id: String,
    /// The fullest name as written.
    pub name: String,
    /// What kind.
    pub kind: OrganisationKind,
    /// Other names the text itself gives for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// First code point of the first mention.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Every further mention.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// Remarks on this claim.
    #[serde(default, skip_deserializing)]
    pub remarks: Vec<Remark>,
}

/// A project that an announcement names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectClaim {
    /// `p1`, `p2`, … within the announcement.
    pub id: String,
    /// The name as written.
    pub name: String,
    /// Whose project, names as written.
    #[serde(default)]
    pub organisations: Vec<String>,
    /// Where, as written.
    pub place: Option<String>,
    /// The event at which it was signed or begun.
    #[serde(default)]
    pub event: Option<String>,
    /// Industries named with it: ISIC Rev.4 sections or divisions.
    #[serde(default)]
    pub industries: Vec<String>,
    /// First code point of the name.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Remarks on this claim.
    #[serde(default, skip_deserializing)]
    pub remarks: Vec<Remark>,
}

/// A rule over figures with what it came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What was compared.
    pub rule: Rule,
    /// The figure checked.
    pub total: String,
    /// The figures it was checked against.
    pub parts: Vec<String>,
    /// What it came to.
    pub verdict: Verdict,
    /// Total less the sum of the parts, in the total's unit, where there is one.
    pub difference: Option<Decimal>,
    /// What must be known to judge it.
    pub remark: Option<Remark>,
}

/// A number expression of any kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// What it is.
    pub kind: QuantityKind,
    /// The likeliest reading: a decimal, an ISO 8601 date, time or range, or seconds.
    pub value: String,
    /// ISO 4217 code, for money.
    pub currency: Option<String>,
    /// The unit of a count or dimension.
    pub unit: Option<String>,
    /// How the number relates to the true one.
    pub qualifier: Qualifier,
    /// The lower end of a range.
    pub low: Option<String>,
    /// The upper end of a range.
    pub high: Option<String>,
    /// Other readings that are right too.
    #[serde(default)]
    pub values: Vec<String>,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words.
    pub quote: String,
}
