//! The audit: who changed what, when and why.

use super::{Origin, Stamp};
use crate::code::code_list;
use crate::id::{AccountId, ApiTokenId, AuditId, TeamId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

code_list! {
    /// What kind of record was changed.
    RecordKind {
        /// A team.
        Team = "team",
        /// An import.
        Import = "import",
        /// An announcement.
        Announcement = "announcement",
        /// A claim.
        Claim = "claim",
        /// An event.
        Event = "event",
        /// An organisation.
        Organisation = "organisation",
        /// An import of a list of organisations.
        OrganisationImport = "organisation_import",
        /// A saved view of a list.
        SavedView = "saved_view",
        /// A list of organisations on its way in.
        ListJob = "list_job",
        /// A person of an organisation.
        Person = "person",
        /// A project.
        Project = "project",
        /// A figure entry.
        Entry = "entry",
        /// An account.
        Account = "account",
        /// The role of an account on a team.
        Membership = "membership",
        /// A one-time link.
        Ticket = "ticket",
        /// A token for programs.
        Token = "token",
    }
}

code_list! {
    /// What kind of somebody made a change.
    ActorKind {
        /// Somebody who signed in.
        Account = "account",
        /// A program on behalf of an account.
        Token = "token",
        /// Whoever sat at the machine: the command line, and the pages while there was no account.
        Local = "local",
        /// Samesky itself.
        Program = "program",
        /// It was not kept: changes of before the audit knew.
        Unknown = "unknown",
    }
}

/// Who made a change, beside the name that was shown. Identifiers say nothing of a person once the account is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Actor {
    /// What kind of somebody.
    pub kind: ActorKind,
    /// The account, or the one on whose behalf a token works.
    pub account: Option<AccountId>,
    /// The token.
    pub token: Option<ApiTokenId>,
}

impl Actor {
    /// Somebody of whom no account is known.
    #[must_use]
    pub const fn without_account(kind: ActorKind) -> Self {
        Self { kind, account: None, token: None }
    }

    /// Somebody with this account.
    #[must_use]
    pub const fn account(id: AccountId) -> Self {
        Self { kind: ActorKind::Account, account: Some(id), token: None }
    }
}

/// The place of a change in the chain of its team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditLink {
    /// Its number within the team, from 1.
    pub sequence: i64,
    /// The digest of the change before it; 64 zeros for the first.
    pub previous: String,
    /// Its own digest: SHA-256, hexadecimal.
    pub digest: String,
}

/// The end of a team's chain. Kept elsewhere, it shows later that nothing before it was changed or cut off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditHead {
    /// The team.
    pub team: TeamId,
    /// The number of its latest change; 0 without any.
    pub sequence: i64,
    /// The digest of it; 64 zeros without any.
    pub digest: String,
}

/// One change. Audit records are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditRecord {
    /// Its identifier, in the order of time.
    pub id: AuditId,
    /// The owner of the changed record.
    pub team: TeamId,
    /// Who and when.
    pub stamp: Stamp,
    /// Which account, or what else, stands behind the name.
    pub actor: Actor,
    /// From where.
    pub origin: Origin,
    /// What was done: `import.finish`, `claim.accept`, `claim.undo`, `event.join`, …
    pub action: String,
    /// What kind of record.
    pub record_kind: RecordKind,
    /// Which record.
    pub record: Uuid,
    /// The record before, where it was there.
    pub before: Option<serde_json::Value>,
    /// The record after, where it still is.
    pub after: Option<serde_json::Value>,
    /// Why, where asked.
    pub why: Option<String>,
    /// Its place in the chain; a change that is being made has none yet.
    pub link: Option<AuditLink>,
}
