//! Events, organisations, projects, the history, the search and the settings, asked for without a network.

mod ask;
mod foreign;
mod joining;
mod list_import;
mod lists;
mod looking;
mod merging;
mod people;
mod placing;
mod quick;
mod refused;
mod settings;
mod undoing;
mod values;
#[path = "../world/mod.rs"]
mod world;
