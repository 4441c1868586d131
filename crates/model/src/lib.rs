//! The nouns of Samesky: identifiers, languages, numbers, dates, spans, claims, figures and records.
//!
//! This crate holds no verbs and does no I/O: it reads no clock, no random source and no file. Every other crate of the
//! house may import it and it imports none of them.
//!
//! Two families of types live here. *Claims* ([`reading`]) are what an announcement states, as a reader found it, with
//! the places in the text where it stands. *Records* ([`record`]) are what a team keeps: the announcement itself, the
//! decisions taken on its claims, and the ledger that accepted claims become.

mod code;
pub mod date;
pub mod explanation;
pub mod id;
pub mod language;
pub mod reading;
pub mod record;
pub mod remark;
pub mod span;

pub use code::UnknownCode;
pub use rust_decimal::Decimal;
