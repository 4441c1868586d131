//! The JSON API on a real app, on SQLite and on PostgreSQL where it is there.
#![allow(missing_docs)]

mod announcements;
mod claims;
mod ledger;
mod merging;
mod openapi;
mod organisation_lists;
mod organisations;
mod paging;
mod people;
mod problems;
mod quick;
mod reading;
mod support;
