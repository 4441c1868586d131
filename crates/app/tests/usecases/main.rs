//! The use cases, on SQLite and on a real PostgreSQL.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

mod accounts;
mod across;
mod apart;
mod audit;
mod claims;
mod concurrent;
mod corrections;
mod counting;
mod events;
mod finding;
mod importing;
mod likeness;
mod list_again;
mod list_jobs;
mod lists;
mod mailing;
mod merging;
mod organisation_values;
mod organisations;
mod people;
mod personal;
mod quick;
mod reviewing;
mod second_factor;
mod sharing;
mod signing_in;
mod strangers;
mod world;
