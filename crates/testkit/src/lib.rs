//! What tests need and the product does not have: databases that are thrown away, a clock that stands still until told,
//! identifiers that are the same at every run, and records of invented content.

mod cluster;
mod database;
mod mail_server;
pub mod sample;
mod source;

pub use database::{TestDatabase, databases};
pub use mail_server::{Letter, MailServer, Manner};
pub use source::{Ids, SteppingClock};
