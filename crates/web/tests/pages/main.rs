//! Every page, asked for without a network: whether it answers, in each language, and what it never says.

mod hostile;
mod links;
mod page;
mod unknown;
mod visit;
mod walk;
#[path = "../world/mod.rs"]
mod world;
