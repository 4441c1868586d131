//! What a team keeps: announcements, imports, claims with their decisions, the ledger, checks and the audit.
//!
//! Every record names its team. Times are instants (UTC); whoever shows them chooses the zone. Derived records
//! ([`Figure`], [`CheckRecord`]) can be made again from the others at any moment; everything else is input and stays.

mod account;
mod announcement;
mod attachment;
mod audit;
mod claim;
mod import;
mod ledger;
mod list_job;
mod organisation;
mod organisation_import;
mod organisation_merge;
mod person;
mod saved_view;
mod sharing;
mod sign_in;
mod team;

pub use account::{
    Account, AccountState, ApiToken, Attempt, Erasure, Membership, Origin, Role, SignIn, Ticket, TicketKind, TokenScope,
};
pub use announcement::{Announcement, AnnouncementState, AnnouncementText, SourceFormat};
pub use attachment::{Attachment, AttachmentKind};
pub use audit::{Actor, ActorKind, AuditHead, AuditLink, AuditRecord, RecordKind};
pub use claim::{Claim, ClaimDecision, ClaimKind, ClaimRecord, ClaimState};
pub use import::{FileOutcome, Import, ImportFile, ImportSource, ImportState};
pub use ledger::{
    CheckRecord, CheckTerm, Counting, EntryKind, EventRecord, Facet, FacetKind, Figure, FigureEntry, FigureState,
    OrganisationRecord, ProjectRecord, RecordState, Stage, WrittenName,
};
pub use list_job::{
    EvidenceNote, ListColumn, ListJob, ListJobRow, ListLayout, ListPreviewRow, ListSaid, ListState, RowCandidate,
};
pub use organisation::{
    Belonging, BelongsAs, Fact, FactField, FactSource, IndustryCode, KeptFact, NameKind, NumberVerdict,
    OrganisationName, OrganisationNumber, Ranking, Settlement,
};
pub use organisation_import::{
    ListMessage, OrganisationImport, OrganisationImportRow, RemovedFact, RowOutcome, RowTotals,
};
pub use organisation_merge::{
    BeforeMerge, MergeKind, Moved, MovedRow, OrganisationChoice, OrganisationMerge, OrganisationPair, PairAnswer,
    PairVerdict,
};
pub use person::{ContactWay, InLanguage, KeptPersonFact, Person, PersonErasure, PersonFact, PersonField, Post};
pub use saved_view::SavedView;
pub use sharing::{
    Content, Edition, EditionState, Facts, PublicFigure, PublicName, PublicQuote, PublicSource, Publication, RecordRef,
    Scope, Share, Shareable,
};
pub use sign_in::{Passkey, Step, StepKind};
pub use team::{Team, TeamKind, TeamNames};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The account's name as it was then.
    pub by: String,
    /// The instant.
    pub at: Timestamp,
}
