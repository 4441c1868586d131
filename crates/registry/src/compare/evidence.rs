//! What a verdict rests on, as codes with arguments; in English for programs and logs.

use std::fmt;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceCode {
    /// The same number in one register. `a` the scheme, `b` the number.
    SameIdentifier,
    /// Two numbers of one register. `a` and `b` the numbers.
    OtherIdentifier,
    /// A number that its scheme does not allow. `a` the number, `b` why.
    BadIdentifier,
    /// A number that had to be mended. `a` as written, `b` as it should be.
    RepairedIdentifier,
    /// The same name, letter by letter, but for the writing. `a` and `b` the names.
    SameName,
    /// Both are names of a known organisation. `a` its title.
    KnownOrganisation,
    /// Two known organisations. `a` and `b` their titles.
    KnownApart,
    /// The name may mean several known organisations. `a` the name.
    Ambiguous,
    /// Both are of a known group. `a` the group.
    SameGroup,
    /// The names are called by the same word. `a` the word.
    SameCore,
    /// One core is the other read aloud. `a` and `b` the cores.
    SameReading,
    /// The cores are translations or other names of one another. `a` and `b`.
    SameMeaning,
    /// The cores differ. `a` and `b`.
    OtherCore,
    /// The cores differ by little. `a` and `b`.
    NearCore,
    /// The core is carried by many. `a` the word.
    CommonCore,
    /// The same place. `a` the place.
    SamePlace,
    /// Two places. `a` and `b`.
    OtherPlace,
    /// A place on one side only. `a` the place.
    OnePlace,
    /// The same place, at another position in the name. `a` the place.
    PlaceMoved,
    /// The same trades. `a` the trades.
    SameTrade,
    /// Trades differ. `a` and `b`.
    OtherTrade,
    /// One name has a further word for a trade. `a` the words.
    MoreTrade,
    /// Another legal form. `a` and `b` the forms.
    OtherForm,
    /// A form on one side only. `a` the form.
    OneForm,
    /// 株式会社 in front on one side, behind on the other.
    FormMoved,
    /// One is a group or holding company. `a` and `b`.
    OtherTier,
    /// One is a branch. `a` which.
    OneBranch,
    /// Two branches. `a` and `b` which.
    OtherBranch,
    /// A public body and a company.
    OtherKind,
    /// A short name that says too little. `a` the name.
    ShortName,
    /// Accents differ.
    OtherAccents,
    /// No name to compare.
    NoName,
}

impl EvidenceCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::SameIdentifier,
        Self::OtherIdentifier,
        Self::BadIdentifier,
        Self::RepairedIdentifier,
        Self::SameName,
        Self::KnownOrganisation,
        Self::KnownApart,
        Self::Ambiguous,
        Self::SameGroup,
        Self::SameCore,
        Self::SameReading,
        Self::SameMeaning,
        Self::OtherCore,
        Self::NearCore,
        Self::CommonCore,
        Self::SamePlace,
        Self::OtherPlace,
        Self::OnePlace,
        Self::PlaceMoved,
        Self::SameTrade,
        Self::OtherTrade,
        Self::MoreTrade,
        Self::OtherForm,
        Self::OneForm,
        Self::FormMoved,
        Self::OtherTier,
        Self::OneBranch,
        Self::OtherBranch,
        Self::OtherKind,
        Self::ShortName,
        Self::OtherAccents,
        Self::NoName,
    ];

    /// The word that stands for it outside of the program.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SameIdentifier => "same-identifier",
            Self::OtherIdentifier => "other-identifier",
            Self::BadIdentifier => "bad-identifier",
            Self::RepairedIdentifier => "repaired-identifier",
            Self::SameName => "same-name",
            Self::KnownOrganisation => "known-organisation",
            Self::KnownApart => "known-apart",
            Self::Ambiguous => "ambiguous",
            Self::SameGroup => "same-group",
            Self::SameCore => "same-core",
            Self::SameReading => "same-reading",
            Self::SameMeaning => "same-meaning",
            Self::OtherCore => "other-core",
            Self::NearCore => "near-core",
            Self::CommonCore => "common-core",
            Self::SamePlace => "same-place",
            Self::OtherPlace => "other-place",
            Self::OnePlace => "one-place",
            Self::PlaceMoved => "place-moved",
            Self::SameTrade => "same-trade",
            Self::OtherTrade => "other-trade",
            Self::MoreTrade => "more-trade",
            Self::OtherForm => "other-form",
            Self::OneForm => "one-form",
            Self::FormMoved => "form-moved",
            Self::OtherTier => "other-tier",
            Self::OneBranch => "one-branch",
            Self::OtherBranch => "other-branch",
            Self::OtherKind => "other-kind",
            Self::ShortName => "short-name",
            Self::OtherAccents => "other-accents",
            Self::NoName => "no-name",
        }
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What was found.
    pub code: EvidenceCode,
    /// The first argument, empty where the code has none.
    pub a: String,
    /// The second argument, empty where the code has none.
    pub b: String,
}

impl Evidence {
    pub(crate) fn new(code: EvidenceCode, a: impl Into<String>, b: impl Into<String>) -> Self {
        Self { code, a: a.into(), b: b.into() }
    }

    pub(crate) fn one(code: EvidenceCode, a: impl Into<String>) -> Self {
        Self::new(code, a, "")
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use EvidenceCode as Code;
        let (a, b) = (&self.a, &self.b);
        match self.code {
            Code::SameIdentifier => write!(f, "the same {a}: {b}"),
            Code::OtherIdentifier => write!(f, "two numbers of one register: {a}, {b}"),
            Code::BadIdentifier => write!(f, "the number {a} cannot be relied on: {b}"),
            Code::RepairedIdentifier => write!(f, "the number {a} was read as {b}"),
            Code::SameName => write!(f, "the same name but for the writing: {a}, {b}"),
            Code::KnownOrganisation => write!(f, "both are names of {a}"),
            Code::KnownApart => write!(f, "two known organisations: {a}, {b}"),
            Code::Ambiguous => write!(f, "{a} may mean more than one known organisation"),
            Code::SameGroup => write!(f, "both are of the group {a}"),
            Code::SameCore => write!(f, "called by the same word: {a}"),
            Code::SameReading => write!(f, "one is the other read aloud: {a}, {b}"),
            Code::SameMeaning => write!(f, "known as the same word in two languages: {a}, {b}"),
            Code::OtherCore => write!(f, "called by other words: {a}, {b}"),
            Code::NearCore => write!(f, "called by nearly the same word: {a}, {b}"),
            Code::CommonCore => write!(f, "many are called by this word: {a}"),
            Code::SamePlace => write!(f, "the same place: {a}"),
            Code::OtherPlace => write!(f, "other places: {a}, {b}"),
            Code::OnePlace => write!(f, "a place on one side only: {a}"),
            Code::PlaceMoved => write!(f, "the place stands elsewhere in the name: {a}"),
            Code::SameTrade => write!(f, "the same trade: {a}"),
            Code::OtherTrade => write!(f, "other trades: {a}, {b}"),
            Code::MoreTrade => write!(f, "further words on one side: {a}"),
            Code::OtherForm => write!(f, "other legal forms: {a}, {b}"),
            Code::OneForm => write!(f, "a legal form on one side only: {a}"),
            Code::FormMoved => write!(f, "the legal form stands before one name and behind the other"),
            Code::OtherTier => write!(f, "a group or holding company on one side: {a}, {b}"),
            Code::OneBranch => write!(f, "one is a branch or office: {a}"),
            Code::OtherBranch => write!(f, "two branches or offices: {a}, {b}"),
            Code::OtherKind => write!(f, "a public body and a company"),
            Code::ShortName => write!(f, "too short to tell: {a}"),
            Code::OtherAccents => write!(f, "the accents differ"),
            Code::NoName => write!(f, "no name to compare"),
        }
    }
}
