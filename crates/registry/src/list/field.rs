//! What a column may hold.

use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A name: its language (BCP 47; none: told by each cell) and what it is to the organisation (`legal`, `short`, `former`, `brand`).
    Name {
        /// The language.
        language: Option<String>,
        /// The kind.
        kind: String,
    },
    /// How the name is read.
    Reading,
    /// A number in a register; without a scheme it is told by each number.
    Identifier(Option<String>),
    /// An industry in a classification; `words` for none.
    Industry(String),
    /// What kind of organisation.
    Kind,
    /// Its country/region.
    Country,
    /// A place.
    Place,
    /// A postal address.
    Address,
    /// To whom it belongs, by a number or a name; `how` it belongs there: `branch` or `affiliate`.
    Parent {
        /// The word.
        how: String,
    },
    /// How large it is.
    Size,
    /// When it was founded.
    Founded,
    /// Its address on the web.
    Website,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A zone where it settled.
    Zone,
    /// A place in a list of large groups, as `LIST YEAR: PLACE`.
    Ranking,
    /// A note.
    Note,
    /// Nothing that is taken.
    Skip,
}

/// A word that is no field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "{0:?} is no field; expected name.LANGUAGE.KIND, reading, identifier.SCHEME, industry.CLASSIFICATION, kind, country, place, \
     address, parent.branch, parent.affiliate, size, founded, website, email, phone, zone, ranking, note or skip"
)]
pub struct FieldError(pub String);

const KINDS: [&str; 4] = ["legal", "short", "former", "brand"];

impl Field {
    /// Whether several columns of it may stand beside one another.
    #[must_use]
    pub const fn may_repeat(&self) -> bool {
        !matches!(self, Self::Country | Self::Kind | Self::Size | Self::Founded | Self::Reading | Self::Parent { .. })
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name { language, kind } => write!(f, "name.{}.{kind}", language.as_deref().unwrap_or("*")),
            Self::Identifier(scheme) => write!(f, "identifier.{}", scheme.as_deref().unwrap_or("*")),
            Self::Industry(scheme) => write!(f, "industry.{scheme}"),
            Self::Reading => f.write_str("reading"),
            Self::Kind => f.write_str("kind"),
            Self::Country => f.write_str("country"),
            Self::Place => f.write_str("place"),
            Self::Address => f.write_str("address"),
            Self::Parent { how } => write!(f, "parent.{how}"),
            Self::Size => f.write_str("size"),
            Self::Founded => f.write_str("founded"),
            Self::Website => f.write_str("website"),
            Self::Email => f.write_str("email"),
            Self::Phone => f.write_str("phone"),
            Self::Zone => f.write_str("zone"),
            Self::Ranking => f.write_str("ranking"),
            Self::Note => f.write_str("note"),
            Self::Skip => f.write_str("skip"),
        }
    }
}

impl FromStr for Field {
    type Err = FieldError;

    fn from_str(word: &str) -> Result<Self, FieldError> {
        let wrong = || FieldError(word.to_owned());
        let told = |text: &str| (text != "*").then(|| text.to_owned());
        let parts: Vec<&str> = word.trim().split('.').collect();
        Ok(match parts.as_slice() {
            ["name"] => Self::Name { language: None, kind: "legal".to_owned() },
            ["name", language] if !language.is_empty() => {
                Self::Name { language: told(language), kind: "legal".to_owned() }
            }
            ["name", language, kind] if KINDS.contains(kind) && !language.is_empty() => {
                Self::Name { language: told(language), kind: (*kind).to_owned() }
            }
            ["identifier"] => Self::Identifier(None),
            ["identifier", scheme] if !scheme.is_empty() => Self::Identifier(told(scheme)),
            ["industry"] => Self::Industry("words".to_owned()),
            ["industry", scheme] if !scheme.is_empty() => Self::Industry((*scheme).to_owned()),
            ["reading"] => Self::Reading,
            ["kind"] => Self::Kind,
            ["country"] => Self::Country,
            ["place"] => Self::Place,
            ["address"] => Self::Address,
            ["parent"] => Self::Parent { how: "affiliate".to_owned() },
            ["parent", how @ ("branch" | "affiliate")] => Self::Parent { how: (*how).to_owned() },
            ["size"] => Self::Size,
            ["founded"] => Self::Founded,
            ["website"] => Self::Website,
            ["email"] => Self::Email,
            ["phone"] => Self::Phone,
            ["zone"] => Self::Zone,
            ["ranking"] => Self::Ranking,
            ["note"] => Self::Note,
            ["skip" | ""] => Self::Skip,
            _ => return Err(wrong()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn field_is_written_as_it_is_read() {
        for word in [
            "name.zh-Hans.legal",
            "name.*.short",
            "identifier.cn-uscc",
            "identifier.*",
            "industry.isic-4",
            "country",
            "parent.branch",
            "skip",
        ] {
            assert_eq!(word.parse::<Field>().expect("a field").to_string(), word);
        }
        for word in ["name.zh-Hans.nick", "nation", "name..legal", "a.b.c.d"] {
            assert!(word.parse::<Field>().is_err(), "{word}");
        }
    }
}
