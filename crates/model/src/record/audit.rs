//! The audit: who changed what, when and why.

use super::Stamp;
use crate::code::code_list;
use crate::id::{AuditId, TeamId};
use serde::Serialize;
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

/// One change. Audit records are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuditRecord {
    /// Its identifier, in the order of time.
    pub id: AuditId,
    /// The owner of the changed record.
    pub team: TeamId,
    /// Who and when.
    pub stamp: Stamp,
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
}
