//! What the interface says and how it writes numbers and dates, in the reader's language.
//!
//! Messages live in `translations/<language>/*.ftl` (Fluent). Code calls [`tr`]; a test holds every language to the same
//! keys and the same variables, and every key written in the source to an existing message.

pub mod choose;
pub mod code;
pub mod error;
pub mod format;
pub mod list;
mod messages;
pub mod place;
pub mod register;
pub mod registry;
pub mod remark;

pub use messages::{Arg, has, tr};
pub use samesky_model::language::Language as Lang;

#[cfg(test)]
mod tests;
