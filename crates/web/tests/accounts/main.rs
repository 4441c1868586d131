//! Accounts from outside: the pages on which one becomes somebody, and what each kind of somebody is answered at every
//! address.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

mod across;
mod attachments;
mod attacks;
mod browser_of;
mod cast;
mod demo;
mod leaks;
mod mailing;
mod matrix;
mod outgoing;
mod pages;
mod personal;
#[cfg(feature = "oidc")]
mod provider;
mod routes;
mod second_factor;
#[cfg(feature = "oidc")]
mod service;
mod strangers;
#[path = "../world/mod.rs"]
mod world;
