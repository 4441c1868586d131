//! People of organisations: whom officers speak to. Each value with its source; nothing of it leaves the team.

use super::{FactSource, Stamp};
use crate::code::code_list;
use crate::date::PartialDate;
use crate::id::{OrganisationId, PersonId, TeamId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

code_list! {
    /// What a value says of a person.
    PersonField {
        /// The name as its bearer writes it.
        NativeName = "native_name",
        /// How that is read: kana, pinyin.
        Reading = "reading",
        /// The name in another language or script.
        OtherName = "other_name",
        /// A post.
        Post = "post",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// Another way to reach them.
        Contact = "contact",
        /// A language they speak.
        Language = "language",
        /// A note.
        Note = "note",
    }
}

impl PersonField {
    /// Whether a person has one value of it at most.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(self, Self::NativeName | Self::Reading)
    }
}

/// Words in a language: a name, a title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InLanguage {
    /// The words.
    pub text: String,
    /// BCP 47 tag, with the script where a language has several.
    pub language: Option<String>,
}

/// What somebody is or was at an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// What the post is called, in one language or several.
    pub titles: Vec<InLanguage>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
    /// Whether they have it now, as far as is known.
    pub current: bool,
}

/// Another way to reach somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactWay {
    /// What it is: `WeChat`, `LINE`, a fax.
    pub kind: String,
    /// The number or name there.
    pub value: String,
}

/// One thing that is said of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum PersonFact {
    /// The name as its bearer writes it.
    NativeName(InLanguage),
    /// How that is read.
    Reading(String),
    /// The name in another language or script.
    OtherName(InLanguage),
    /// A post.
    Post(Post),
    /// An e-mail address.
    Email(String),
    /// A telephone number.
    Phone(String),
    /// Another way to reach them.
    Contact(ContactWay),
    /// A language they speak: BCP 47.
    Language(String),
    /// A note.
    Note(String),
}

impl PersonFact {
    /// What it speaks of.
    #[must_use]
    pub const fn field(&self) -> PersonField {
        match self {
            Self::NativeName(_) => PersonField::NativeName,
            Self::Reading(_) => PersonField::Reading,
            Self::OtherName(_) => PersonField::OtherName,
            Self::Post(_) => PersonField::Post,
            Self::Email(_) => PersonField::Email,
            Self::Phone(_) => PersonField::Phone,
            Self::Contact(_) => PersonField::Contact,
            Self::Language(_) => PersonField::Language,
            Self::Note(_) => PersonField::Note,
        }
    }

    /// Under which what is held on somebody is found: their e-mail address in small letters.
    #[must_use]
    pub fn lookup(&self) -> Option<String> {
        match self {
            Self::Email(address) => Some(address.to_lowercase()),
            _ => None,
        }
    }
}

/// A value of a person, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptPersonFact {
    /// What is said.
    #[serde(flatten)]
    pub fact: PersonFact,
    /// By whom or what.
    #[serde(flatten)]
    pub source: FactSource,
    /// Who added it, and when.
    pub added: Stamp,
}

/// A person of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their identifier.
    pub id: PersonId,
    /// The team that keeps them.
    pub team: TeamId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Counts the changes.
    pub version: i64,
    /// Who entered them, and when.
    pub created: Stamp,
    /// Who removed them, and when. They can be brought back until they are erased.
    pub removed: Option<Stamp>,
}

/// A person of an organisation who was erased. It names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonErasure {
    /// The person.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
}
