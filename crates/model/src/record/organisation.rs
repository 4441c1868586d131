//! What is kept of an organisation beside what announcements tell of it: each value with its source.

use super::Stamp;
use crate::code::code_list;
use crate::date::PartialDate;
use crate::id::{OrganisationId, OrganisationImportId};
use crate::reading::OrganisationKind;
use serde::{Deserialize, Serialize};

code_list! {
    /// What a name is to an organisation.
    NameKind {
        /// The name in its register.
        Legal = "legal",
        /// A short name.
        Short = "short",
        /// A name it had before.
        Former = "former",
        /// A brand it is known by.
        Brand = "brand",
    }
}

code_list! {
    /// Whether a number passes the check of its scheme.
    NumberVerdict {
        /// The check digit holds.
        Holds = "holds",
        /// It does not.
        Fails = "fails",
        /// The scheme has no check known here.
        Unchecked = "unchecked",
    }
}

code_list! {
    /// How an organisation belongs to another.
    BelongsAs {
        /// A branch or office: no legal person of its own.
        Branch = "branch",
        /// A subsidiary or affiliate: a legal person of its own.
        Affiliate = "affiliate",
    }
}

code_list! {
    /// What a value says of an organisation.
    FactField {
        /// A name.
        Name = "name",
        /// What kind of organisation.
        Kind = "kind",
        /// Its country/region.
        Country = "country",
        /// A place.
        Place = "place",
        /// A number in a register.
        Identifier = "identifier",
        /// An industry.
        Industry = "industry",
        /// To whom it belongs.
        Parent = "parent",
        /// How large it is.
        Size = "size",
        /// When it was founded.
        Founded = "founded",
        /// Its address on the web.
        Website = "website",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// A postal address.
        Address = "address",
        /// A zone where it settled.
        Zone = "zone",
        /// A place in a list of large groups.
        Ranking = "ranking",
        /// A note.
        Note = "note",
    }
}

impl FactField {
    /// Whether an organisation has one value of it at most.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Kind | Self::Country | Self::Parent | Self::Size | Self::Founded)
    }
}

/// A name of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationName {
    /// The name.
    pub text: String,
    /// BCP 47 tag, with the script where a language has several.
    pub language: Option<String>,
    /// What the name is to the organisation.
    pub kind: NameKind,
    /// How it is read: kana, pinyin.
    pub reading: Option<String>,
}

/// A number in a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationNumber {
    /// `cn-uscc`, `jp-corporate-number`, `lei`, `th-juristic`, `tw-ubn`, or any other word for a register.
    pub scheme: String,
    /// The number as its register writes it.
    pub value: String,
    /// Whether it passes the check of its scheme.
    pub verdict: NumberVerdict,
}

/// An industry by a classification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndustryCode {
    /// `isic-4`, `gbt-4754-2017`, `jsic-14`, or any other classification with its revision; `words` for none.
    pub scheme: String,
    /// The code in it, or the words.
    pub code: String,
}

/// To whom an organisation belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Belonging {
    /// The other organisation.
    pub organisation: OrganisationId,
    /// How.
    pub how: BelongsAs,
}

/// A zone where an organisation settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// The name of the zone.
    pub name: String,
    /// Where the zone is, as written.
    pub place: Option<String>,
    /// Since when.
    pub since: Option<PartialDate>,
}

/// A place in a list of large groups: Fortune Global 500 and others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// The name of the list.
    pub list: String,
    /// The year of its edition.
    pub year: i16,
    /// The place in it, from 1.
    pub rank: i32,
    /// Where it was read: an address or the name of a paper.
    pub source: Option<String>,
}

/// One thing that is said of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum Fact {
    /// A name.
    Name(OrganisationName),
    /// What kind of organisation.
    Kind(OrganisationKind),
    /// Its country/region: ISO 3166-1, two letters.
    Country(String),
    /// A place, as written.
    Place(String),
    /// A number in a register.
    Identifier(OrganisationNumber),
    /// An industry.
    Industry(IndustryCode),
    /// To whom it belongs.
    Parent(Belonging),
    /// How large it is, in words.
    Size(String),
    /// When it was founded.
    Founded(PartialDate),
    /// Its address on the web.
    Website(String),
    /// An e-mail address.
    Email(String),
    /// A telephone number.
    Phone(String),
    /// A postal address.
    Address(String),
    /// A zone where it settled.
    Zone(Settlement),
    /// A place in a list of large groups.
    Ranking(Ranking),
    /// A note.
    Note(String),
}

impl Fact {
    /// What it speaks of.
    #[must_use]
    pub const fn field(&self) -> FactField {
        match self {
            Self::Name(_) => FactField::Name,
            Self::Kind(_) => FactField::Kind,
            Self::Country(_) => FactField::Country,
            Self::Place(_) => FactField::Place,
            Self::Identifier(_) => FactField::Identifier,
            Self::Industry(_) => FactField::Industry,
            Self::Parent(_) => FactField::Parent,
            Self::Size(_) => FactField::Size,
            Self::Founded(_) => FactField::Founded,
            Self::Website(_) => FactField::Website,
            Self::Email(_) => FactField::Email,
            Self::Phone(_) => FactField::Phone,
            Self::Address(_) => FactField::Address,
            Self::Zone(_) => FactField::Zone,
            Self::Ranking(_) => FactField::Ranking,
            Self::Note(_) => FactField::Note,
        }
    }

    /// Under which other records with the same value are found; numbers and parents are.
    #[must_use]
    pub fn lookup(&self) -> Option<String> {
        match self {
            Self::Identifier(number) => Some(number.lookup()),
            Self::Parent(belonging) => Some(Belonging::lookup(belonging.organisation)),
            _ => None,
        }
    }
}

impl Belonging {
    /// Under which all are found that belong to an organisation. No register is called so.
    #[must_use]
    pub fn lookup(parent: OrganisationId) -> String {
        format!("belongs to:{parent}")
    }
}

impl OrganisationNumber {
    /// The scheme and the number as one text.
    #[must_use]
    pub fn lookup(&self) -> String {
        format!("{}:{}", self.scheme, self.value)
    }
}

/// Where a value of an organisation comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "source", rename_all = "snake_case")]
pub enum FactSource {
    /// An officer entered it.
    Officer,
    /// A row of a list that was imported.
    Import {
        /// The import.
        import: OrganisationImportId,
        /// The row as the spreadsheet counts it, from 1.
        row: i64,
        /// What names the layout of the list: the same headers give the same text.
        layout: String,
    },
}

/// A value of an organisation, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFact {
    /// What is said.
    #[serde(flatten)]
    pub fact: Fact,
    /// By whom or what.
    #[serde(flatten)]
    pub source: FactSource,
    /// Who added it, and when.
    pub added: Stamp,
}
