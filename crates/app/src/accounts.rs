//! Accounts: how somebody becomes known, proves it, and loses it again.
//!
//! As long as there is no account, whoever sits at the machine works without one (docs/decisions/0008). A one-time link
//! makes the first, the owner; every other begins with an invitation. Secrets leave a use case once, as what it returns;
//! the store has their hashes only, the audit neither.

mod demo;
mod door;
mod first;
mod forgotten;
mod guests;
mod invitations;
mod members;
mod one_time;
#[cfg(feature = "passkeys")]
mod passkeys;
mod password;
mod person;
mod profile;
mod recovery;
mod reset;
mod second;
mod secret;
#[cfg(feature = "oidc")]
mod service;
mod sign_in;
#[cfg(any(feature = "passkeys", feature = "oidc"))]
mod signature;
mod step;
mod teams;
mod throttle;
mod tokens;
#[cfg(feature = "passkeys")]
mod webauthn;

pub use door::Presented;
pub use guests::Guests;
pub use invitations::{Invitation, Invited, NewInvitation};
pub use members::Member;
#[cfg(feature = "passkeys")]
pub use passkeys::{NewPasskey, Page, Question};
pub use password::{LONGEST as PASSWORD_LONGEST, SHORTEST as PASSWORD_SHORTEST};
pub use person::{NewPerson, Person};
pub use profile::Profile;
pub use second::{Offer, SecondFactor};
pub use secret::Secret;
#[cfg(feature = "oidc")]
pub use service::{Service, ServiceAnswer, ServiceError, ServiceSettings};
pub use sign_in::SignedIn;
pub use step::Entered;
pub use teams::NewTeam;
pub use tokens::{MadeToken, NewToken};
#[cfg(feature = "passkeys")]
pub use webauthn::Assertion;

pub(crate) use members::keeps_an_owner;
pub(crate) use throttle::subject;

use jiff::{SignedDuration, Timestamp};

/// A moment after another; the end of time where there is none.
fn after(moment: Timestamp, hours: i64) -> Timestamp {
    moment.checked_add(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MAX)
}

/// A moment before another; the beginning of time where there is none.
fn before(moment: Timestamp, minutes: i64) -> Timestamp {
    moment.checked_sub(SignedDuration::from_mins(minutes)).unwrap_or(Timestamp::MIN)
}
