//! Events, organisations, projects, the history, the search and the settings, asked for without a network.

mod ask;
mod joining;
mod lists;
mod looking;
mod settings;
#[path = "../world/mod.rs"]
#[expect(dead_code, reason = "shared with other tests, which use the rest")]
mod world;
