//! The store on SQLite and on PostgreSQL. Every test runs on both.

#![allow(clippy::cloned_ref_to_slice_refs)] // equality with a list of one reads better

mod accounts;
mod announcements;
mod attachments;
mod audit_chain;
mod backup;
mod claims;
mod concurrency;
mod crash;
mod figures;
mod imports_and_audit;
mod ledger;
mod lists;
mod opening;
mod organisation_facts;
mod people;
mod released;
mod scene;
mod sharing;
