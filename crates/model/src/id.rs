//! Identifiers of records. They are UUIDs (version 7 when made by the app), so an address never counts records.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { Uuid::parse_str(text).map(Self) }
        }

        impl From<Uuid> for $name { fn from(id: Uuid) -> Self { Self(id) } }
    )+};
}

id! {
    /// A team, owner of records.
    TeamId,
    /// An announcement.
    AnnouncementId,
    /// A claim of an announcement, with the decision taken on it.
    ClaimId,
    /// One import of one or more files.
    ImportId,
    /// An event of the ledger.
    EventId,
    /// An organisation of the ledger.
    OrganisationId,
    /// An import of a list of organisations.
    OrganisationImportId,
    /// A merge of organisations, or a split of one.
    OrganisationMergeId,
    /// A saved view of a list.
    SavedViewId,
    /// A list of organisations on its way in.
    ListJobId,
    /// A person of an organisation.
    PersonId,
    /// A project of the ledger.
    ProjectId,
    /// A figure of the ledger: one measure of one thing, with all entries that speak of it.
    FigureId,
    /// An append-only entry of the ledger.
    EntryId,
    /// A check kept with its verdict.
    CheckId,
    /// An audit record.
    AuditId,
    /// An account.
    AccountId,
    /// A browser that an account is signed in with.
    SignInId,
    /// A one-time link.
    TicketId,
    /// A token for programs.
    ApiTokenId,
    /// A step of signing in that is under way.
    StepId,
    /// A passkey.
    PasskeyId,
    /// A file beside a record.
    AttachmentId,
    /// The address under which a record is published.
    PublicationId,
    /// One edition of what is published there.
    EditionId,
}
