//! The store: the only SQL of Samesky. SQLite and PostgreSQL stand behind one query layer.
//!
//! One module per noun; each holds the rows of that noun and every query on them. Reads take any [`Db`]; writes take
//! a [`Tx`], which is the only way to write. Every function on owned records takes the team that may see them.

pub mod account;
mod amount;
pub mod announcement;
pub mod api_token;
pub mod attachment;
pub mod attempt;
pub mod audit;
pub mod backup;
pub mod check;
pub mod claim;
mod column;
mod dialect;
pub mod entry;
pub mod erasure;
mod error;
mod error_codes;
pub mod event;
pub mod figure;
pub mod identity;
pub mod import;
pub mod list_job;
pub mod listing;
pub mod membership;
mod migration;
mod open;
pub mod organisation;
pub mod organisation_import;
mod page;
pub mod passkey;
pub mod person;
pub mod project;
pub mod publication;
mod rows;
pub mod saved_view;
pub mod share;
pub mod sight;
pub mod sign_in;
pub mod sign_in_rule;
pub mod sign_in_step;
mod store;
pub mod team;
pub mod ticket;

pub use error::StoreError;
pub use open::OpenOptions;
pub use page::{Page, PageOf};
pub use sight::Sight;
pub use store::{Db, Snapshot, Store, Tx};
