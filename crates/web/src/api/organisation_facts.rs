//! What officers and lists say of organisations, on the wire.

use super::parts::Stamp;
use super::scalar::Date;
use super::words::{BelongsAs, NameKind, NumberVerdict, OrganisationKind};
use samesky_app::organisations::FactChange;
use samesky_model::id::OrganisationId;
use samesky_model::record::{self, FactField};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// One value, with its source.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct KeptFact {
    #[serde(flatten)]
    fact: Fact,
    /// Where it comes from.
    source: FactSource,
    /// Who added it, and when.
    added: Stamp,
}

/// What is said.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub(super) enum Fact {
    /// A name.
    Name(Name),
    /// What kind of organisation.
    Kind(OrganisationKind),
    /// Its country/region: ISO 3166-1, two letters.
    Country(String),
    /// A place, as written.
    Place(String),
    /// A number in a register.
    Identifier(Number),
    /// An industry.
    Industry(Industry),
    /// To whom it belongs.
    Parent(Parent),
    /// How large it is, in words.
    Size(String),
    /// When it was founded.
    Founded(Date),
    /// Its address on the web.
    Website(String),
    /// An e-mail address.
    Email(String),
    /// A telephone number.
    Phone(String),
    /// A postal address.
    Address(String),
    /// A zone where it settled.
    Zone(Zone),
    /// A place in a list of large groups.
    Ranking(Ranking),
    /// A note.
    Note(String),
}

/// Where a value comes from.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum FactSource {
    /// An officer entered it.
    Officer,
    /// A row of a list that was imported.
    Import {
        /// The import.
        import: Uuid,
        /// The row as the spreadsheet counts it, from 1.
        row: i64,
    },
}

/// A name of an organisation.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    /// The name.
    #[schema(example = "架空精机有限公司")]
    text: String,
    /// BCP 47 tag, with the script where a language has several.
    #[schema(example = "zh-Hans")]
    language: Option<String>,
    /// What the name is to the organisation.
    kind: NameKind,
    /// How it is read: kana, pinyin.
    reading: Option<String>,
}

/// A number in a register.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Number {
    /// The register.
    scheme: String,
    /// The number as its register writes it.
    value: String,
    /// Whether it passes the check of its scheme.
    verdict: NumberVerdict,
}

/// A number in a register, to be checked.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenNumber {
    /// `cn-uscc`, `jp-corporate-number`, `lei`, `th-juristic`, `tw-ubn`, or any other word for a register.
    #[schema(example = "jp-corporate-number")]
    scheme: String,
    /// The number; what spreadsheets and keyboards do to numbers is mended.
    #[schema(example = "1180301018771")]
    value: String,
}

/// An industry by a classification.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Industry {
    /// `isic-4`, `gbt-4754-2017`, `jsic-14`, or any other classification with its revision; `words` for none.
    #[schema(example = "isic-4")]
    scheme: String,
    /// The code in it, or the words.
    #[schema(example = "C29")]
    code: String,
}

/// To whom an organisation belongs.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Parent {
    /// The other organisation.
    organisation: Uuid,
    /// How.
    how: BelongsAs,
}

/// A zone where an organisation settled.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Zone {
    /// The name of the zone.
    #[schema(example = "架空高新技术产业开发区")]
    name: String,
    /// Where the zone is, in words.
    place: Option<String>,
    /// Since when.
    since: Option<Date>,
}

/// A place in a list of large groups.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ranking {
    /// The name of the list.
    #[schema(example = "Fortune Global 500")]
    list: String,
    /// The year of its edition.
    #[schema(example = 2024)]
    year: i16,
    /// The place in it, from 1.
    rank: i32,
    /// Where it was read: an address or the name of a paper.
    source: Option<String>,
}

/// What is said of an organisation. A field that is given stands for all values that officers and lists gave of it; fields that
/// are left out stay as they are. An empty list, or `null`, takes the values away. What announcements tell stays.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OrganisationFacts {
    /// Its names.
    names: Option<Vec<Name>>,
    /// Its numbers in registers.
    identifiers: Option<Vec<WrittenNumber>>,
    /// Its places, in words.
    places: Option<Vec<String>>,
    /// Its industries.
    industries: Option<Vec<Industry>>,
    /// Its addresses on the web.
    websites: Option<Vec<String>>,
    /// Its e-mail addresses.
    emails: Option<Vec<String>>,
    /// Its telephone numbers.
    phones: Option<Vec<String>>,
    /// Its postal addresses.
    addresses: Option<Vec<String>>,
    /// Zones where it settled.
    zones: Option<Vec<Zone>>,
    /// Places in lists of large groups.
    rankings: Option<Vec<Ranking>>,
    /// Notes.
    notes: Option<Vec<String>>,
    /// What kind of organisation.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<OrganisationKind>)]
    kind: Option<Option<OrganisationKind>>,
    /// Its country/region: ISO 3166-1, two letters.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, example = "JP")]
    country: Option<Option<String>>,
    /// To whom it belongs.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Parent>)]
    parent: Option<Option<Parent>>,
    /// How large it is, in words.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    size: Option<Option<String>>,
    /// When it was founded.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Date>)]
    founded: Option<Option<Date>>,
}

/// The texts of a field, and the kind of value that each becomes.
type Texts = (FactField, Option<Vec<String>>, fn(String) -> record::Fact);

/// A field that is there, though it be `null`.
pub(super) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

impl From<OrganisationFacts> for FactChange {
    fn from(said: OrganisationFacts) -> Self {
        use record::Fact as Kept;
        let mut change = Self::default();
        if let Some(names) = said.names {
            change = change.say(FactField::Name, names.into_iter().map(|name| Kept::Name(name.into())));
        }
        if let Some(numbers) = said.identifiers {
            change = change.say(FactField::Identifier, numbers.into_iter().map(|one| Kept::Identifier(one.into())));
        }
        if let Some(industries) = said.industries {
            change = change.say(FactField::Industry, industries.into_iter().map(|one| Kept::Industry(one.into())));
        }
        if let Some(zones) = said.zones {
            change = change.say(FactField::Zone, zones.into_iter().map(|one| Kept::Zone(one.into())));
        }
        if let Some(rankings) = said.rankings {
            change = change.say(FactField::Ranking, rankings.into_iter().map(|one| Kept::Ranking(one.into())));
        }
        let texts: [Texts; 6] = [
            (FactField::Place, said.places, Kept::Place),
            (FactField::Website, said.websites, Kept::Website),
            (FactField::Email, said.emails, Kept::Email),
            (FactField::Phone, said.phones, Kept::Phone),
            (FactField::Address, said.addresses, Kept::Address),
            (FactField::Note, said.notes, Kept::Note),
        ];
        for (field, values, kept) in texts {
            if let Some(values) = values {
                change = change.say(field, values.into_iter().map(kept));
            }
        }
        let singles: [(FactField, Option<Option<Kept>>); 5] = [
            (FactField::Kind, said.kind.map(|kind| kind.map(|kind| Kept::Kind(kind.0)))),
            (FactField::Country, said.country.map(|code| code.map(Kept::Country))),
            (FactField::Parent, said.parent.map(|parent| parent.map(|parent| Kept::Parent(parent.into())))),
            (FactField::Size, said.size.map(|size| size.map(Kept::Size))),
            (FactField::Founded, said.founded.map(|date| date.map(|date| Kept::Founded(date.0)))),
        ];
        for (field, value) in singles {
            if let Some(value) = value {
                change = change.say(field, value);
            }
        }
        change
    }
}

impl From<Name> for record::OrganisationName {
    fn from(Name { text, language, kind, reading }: Name) -> Self {
        Self { text, language, kind: kind.0, reading }
    }
}

impl From<record::OrganisationName> for Name {
    fn from(kept: record::OrganisationName) -> Self {
        let record::OrganisationName { text, language, kind, reading } = kept;
        Self { text, language, kind: kind.into(), reading }
    }
}

impl From<WrittenNumber> for record::OrganisationNumber {
    fn from(WrittenNumber { scheme, value }: WrittenNumber) -> Self {
        Self { scheme, value, verdict: record::NumberVerdict::Unchecked }
    }
}

impl From<Industry> for record::IndustryCode {
    fn from(Industry { scheme, code }: Industry) -> Self {
        Self { scheme, code }
    }
}

impl From<Zone> for record::Settlement {
    fn from(Zone { name, place, since }: Zone) -> Self {
        Self { name, place, since: since.map(|date| date.0) }
    }
}

impl From<Ranking> for record::Ranking {
    fn from(Ranking { list, year, rank, source }: Ranking) -> Self {
        Self { list, year, rank, source }
    }
}

impl From<Parent> for record::Belonging {
    fn from(Parent { organisation, how }: Parent) -> Self {
        Self { organisation: OrganisationId(organisation), how: how.0 }
    }
}

impl From<record::FactSource> for FactSource {
    fn from(source: record::FactSource) -> Self {
        match source {
            record::FactSource::Officer => Self::Officer,
            record::FactSource::Import { import, row, .. } => Self::Import { import: import.0, row },
        }
    }
}

impl From<record::KeptFact> for KeptFact {
    fn from(kept: record::KeptFact) -> Self {
        Self { fact: kept.fact.into(), source: kept.source.into(), added: kept.added.into() }
    }
}

impl From<record::Fact> for Fact {
    fn from(fact: record::Fact) -> Self {
        use record::Fact as Kept;
        match fact {
            Kept::Name(name) => Self::Name(name.into()),
            Kept::Kind(kind) => Self::Kind(kind.into()),
            Kept::Country(code) => Self::Country(code),
            Kept::Place(text) => Self::Place(text),
            Kept::Identifier(record::OrganisationNumber { scheme, value, verdict }) => {
                Self::Identifier(Number { scheme, value, verdict: verdict.into() })
            }
            Kept::Industry(record::IndustryCode { scheme, code }) => Self::Industry(Industry { scheme, code }),
            Kept::Parent(record::Belonging { organisation, how }) => {
                Self::Parent(Parent { organisation: organisation.0, how: how.into() })
            }
            Kept::Size(text) => Self::Size(text),
            Kept::Founded(date) => Self::Founded(date.into()),
            Kept::Website(text) => Self::Website(text),
            Kept::Email(text) => Self::Email(text),
            Kept::Phone(text) => Self::Phone(text),
            Kept::Address(text) => Self::Address(text),
            Kept::Zone(record::Settlement { name, place, since }) => {
                Self::Zone(Zone { name, place, since: since.map(Date::from) })
            }
            Kept::Ranking(record::Ranking { list, year, rank, source }) => {
                Self::Ranking(Ranking { list, year, rank, source })
            }
            Kept::Note(text) => Self::Note(text),
        }
    }
}
