//! The names of the code lists' values.

use super::{Lang, tr};
use samesky_model::reading::{
    DateBasis, EventType, Flow, Measure, Mode, MoneyClass, OrganisationKind, OrganiserRole, Qualifier, QuantityKind,
    Rule, Status, Verdict,
};
use samesky_model::record::{
    AnnouncementState, AttachmentKind, BelongsAs, ClaimKind, ClaimState, Counting, EditionState, EntryKind, FacetKind,
    FactField, FigureState, FileOutcome, ImportSource, ImportState, ListState, NameKind, NumberVerdict, PersonField,
    RecordKind, RecordState, Role, RowOutcome, Scope, Shareable, SourceFormat, Stage, TeamKind, TokenScope,
};

/// A value of a code list whose name is the message `<LIST>-<word>`.
pub trait Coded: Copy + 'static {
    /// The prefix of the list's messages.
    const LIST: &'static str;
    /// Every value, in the order of the list.
    const VALUES: &'static [Self];
    /// The word that stands for the value outside of the program.
    fn word(self) -> &'static str;
}

/// The name of a code list's value in the reader's language.
///
/// ```
/// use samesky_model::reading::MoneyClass;
/// use samesky_web::lang::{Lang, code::name};
/// assert_eq!(name(Lang::Ja, MoneyClass::Planned), "計画総投資");
/// ```
#[must_use]
pub fn name<C: Coded>(lang: Lang, value: C) -> String {
    tr(lang, &key(value), &[])
}

/// The key of a code list's value.
#[must_use]
pub fn key<C: Coded>(value: C) -> String {
    format!("{}-{}", C::LIST, value.word())
}

/// Names the messages of a code list.
#[macro_export]
macro_rules! coded {
    ($($list:literal => $name:ty),+ $(,)?) => {$(
        impl $crate::lang::code::Coded for $name {
            const LIST: &'static str = $list;
            const VALUES: &'static [Self] = Self::ALL;
            fn word(self) -> &'static str { self.as_str() }
        }
    )+};
}

coded! {
    "measure" => Measure,
    "money" => MoneyClass,
    "qualifier" => Qualifier,
    "status" => Status,
    "flow" => Flow,
    "event-type" => EventType,
    "mode" => Mode,
    "date-basis" => DateBasis,
    "role" => OrganiserRole,
    "organisation-kind" => OrganisationKind,
    "fact" => FactField,
    "person" => PersonField,
    "name-kind" => NameKind,
    "number-verdict" => NumberVerdict,
    "belongs-as" => BelongsAs,
    "rule" => Rule,
    "verdict" => Verdict,
    "quantity" => QuantityKind,
    "stage" => Stage,
    "announcement-state" => AnnouncementState,
    "source-format" => SourceFormat,
    "claim-kind" => ClaimKind,
    "claim-state" => ClaimState,
    "import-source" => ImportSource,
    "import-state" => ImportState,
    "list-state" => ListState,
    "row-outcome" => RowOutcome,
    "file-outcome" => FileOutcome,
    "record-state" => RecordState,
    "record-kind" => RecordKind,
    "attachment-kind" => AttachmentKind,
    "entry-kind" => EntryKind,
    "figure-state" => FigureState,
    "counting" => Counting,
    "facet" => FacetKind,
    "team-kind" => TeamKind,
    "team-role" => Role,
    "token-scope" => TokenScope,
    "scope" => Scope,
    "edition-state" => EditionState,
    "shareable" => Shareable,
}
