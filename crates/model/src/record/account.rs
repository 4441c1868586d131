//! Who works with the records: accounts, what they may do on which team, and what they sign in with.
//!
//! An account stands outside all teams; a [`Membership`] gives it a role on one. Nothing here holds a secret: of a
//! password, a session, a link or a token only a hash is kept, and only the store's callers that compare it ask for it.

use super::Stamp;
use crate::code::code_list;
use crate::id::{AccountId, ApiTokenId, OrganisationId, SignInId, TeamId, TicketId};
use crate::language::Language;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

code_list! {
    /// What an account may do on a team. The table in `crates/app/src/access/permissions.rs` says what.
    Role {
        /// Runs the team: its members, its name, the teams below it.
        Owner = "owner",
        /// Brings in, decides and corrects.
        Officer = "officer",
        /// Looks.
        Viewer = "viewer",
        /// Belongs to one organisation, outside all teams.
        Guest = "guest",
    }
}

code_list! {
    /// Whether an account can sign in.
    AccountState {
        /// It can.
        Active = "active",
        /// It belongs to no team any more.
        Closed = "closed",
    }
}

/// A person who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its identifier.
    pub id: AccountId,
    /// The name that stands behind changes, 1 to 80 characters.
    pub name: String,
    /// The address that it signs in with; no two accounts have the same, in whatever case it is written.
    pub email: String,
    /// The language of its pages; `None` is that of its browser.
    pub language: Option<Language>,
    /// The IANA time zone of its pages; `None` is that of the server.
    pub time_zone: Option<String>,
    /// Whether it can sign in.
    pub state: AccountState,
    /// The organisation that a guest belongs to.
    pub organisation: Option<OrganisationId>,
    /// How often it was changed.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
}

/// The role of an account on a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The team.
    pub team: TeamId,
    /// The account.
    pub account: AccountId,
    /// What it may do there.
    pub role: Role,
    /// How often it was changed.
    pub version: i64,
    /// Who took the account in, and when.
    pub joined: Stamp,
}

/// Where a request came from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// The network address, where it is known.
    pub address: Option<String>,
    /// What the program calls itself, cut off after 200 characters.
    pub agent: Option<String>,
}

/// A browser that an account is signed in with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignIn {
    /// Its identifier, which opens nothing.
    pub id: SignInId,
    /// Whose it is.
    pub account: AccountId,
    /// The team whose records are shown; `None` for an account outside all teams.
    pub team: Option<TeamId>,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last used, to a few minutes.
    pub seen_at: Timestamp,
    /// When it ends by itself.
    pub ends_at: Timestamp,
    /// Where it was made.
    pub origin: Origin,
}

code_list! {
    /// What a one-time link is for.
    TicketKind {
        /// Making the first account, the owner.
        Owner = "owner",
        /// Becoming a member of a team.
        Invitation = "invitation",
        /// Setting a new password.
        Reset = "reset",
    }
}

/// A one-time link. It is handed over once; only a hash of its secret is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ticket {
    /// Its identifier, which opens nothing.
    pub id: TicketId,
    /// What it is for.
    pub kind: TicketKind,
    /// The team that the invited are to be members of.
    pub team: Option<TeamId>,
    /// The role that they are to have there.
    pub role: Option<Role>,
    /// The address of the invited.
    pub email: Option<String>,
    /// The account whose password is to be set.
    pub account: Option<AccountId>,
    /// The organisation that an invited guest is to belong to.
    pub organisation: Option<OrganisationId>,
    /// Who made it, and when.
    pub made: Stamp,
    /// When it ends by itself.
    pub ends_at: Timestamp,
    /// When it was used or taken back.
    pub spent_at: Option<Timestamp>,
}

code_list! {
    /// How far a token reaches: never farther than its account.
    TokenScope {
        /// It looks.
        Read = "read",
        /// It changes records too.
        Write = "write",
    }
}

/// What a program signs in with on behalf of an account, on one team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApiToken {
    /// Its identifier, which opens nothing.
    pub id: ApiTokenId,
    /// On whose behalf.
    pub account: AccountId,
    /// The team whose records are meant.
    pub team: TeamId,
    /// What its owner calls it.
    pub name: String,
    /// How far it reaches.
    pub scope: TokenScope,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to a few minutes.
    pub seen_at: Option<Timestamp>,
    /// When it ends by itself, where it does.
    pub ends_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

/// Somebody tried to sign in. Kept for a while, so that guessing can be slowed down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// A hash of the address that was tried, whether or not there is such an account.
    pub subject: String,
    /// The network address it came from.
    pub address: String,
    /// When.
    pub at: Timestamp,
    /// Whether it was the right password.
    pub succeeded: bool,
}

/// Somebody was forgotten: what is left of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The account.
    pub account: AccountId,
    /// The number that it is called by since, from 1; it never changes and is never given again.
    pub number: i64,
    /// When.
    pub at: Timestamp,
}
