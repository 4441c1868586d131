//! The overview, the figures with their words and files, and the checks, on a real app over SQLite.
#![allow(missing_docs)]

mod correction;
mod export;
mod pages;
mod seed;
mod support;
