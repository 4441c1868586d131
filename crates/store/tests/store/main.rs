//! The store on SQLite and on PostgreSQL. Every test runs on both.

mod announcements;
mod claims;
mod concurrency;
mod crash;
mod figures;
mod imports_and_audit;
mod ledger;
mod lists;
mod opening;
mod scene;
