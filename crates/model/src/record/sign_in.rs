//! Signing in beyond the password.

use crate::code::code_list;
use crate::id::{AccountId, PasskeyId, StepId};
use jiff::Timestamp;
use serde::Serialize;

code_list! {
    /// What a step of signing in waits for.
    StepKind {
        /// The code that follows the password.
        Code = "code",
        /// A new passkey.
        NewPasskey = "new_passkey",
        /// A passkey to sign in with.
        Passkey = "passkey",
        /// Coming back from another service.
        Service = "service",
    }
}

/// A step of signing in that is under way. Its secret is the browser's; only a hash of it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its identifier, which opens nothing.
    pub id: StepId,
    /// What it waits for.
    pub kind: StepKind,
    /// Whose, where that is known already.
    pub account: Option<AccountId>,
    /// What the answer is compared with, or where to go on.
    pub data: String,
    /// How often an answer was wrong.
    pub tries: i64,
    /// When it ends by itself.
    pub ends_at: Timestamp,
}

/// The public half of a key that an account signs in with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Passkey {
    /// Its identifier here, which opens nothing.
    pub id: PasskeyId,
    /// Whose.
    pub account: AccountId,
    /// What its device calls it (base64url).
    pub credential: String,
    /// The public key: its algorithm (COSE) and its bytes (base64url), with a colon between.
    pub public_key: String,
    /// What its owner calls it, 1 to 80 characters.
    pub name: String,
    /// How often its device says it was used; 0 where the device does not count.
    pub uses: i64,
    /// When it was made known.
    pub created_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}
