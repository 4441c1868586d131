//! The real binary, real files, real databases.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stderr, missing_docs)]

mod audit;
mod backup;
mod bad_input;
mod bad_place;
mod demo;
mod formats;
mod http;
mod import;
mod killed;
mod lists;
mod made;
mod operation;
mod person;
mod read;
mod seeds;
mod serve;
mod server;
mod several;
mod stream;
mod support;
mod table;
mod timetable;
