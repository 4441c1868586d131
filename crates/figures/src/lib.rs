//! Claims and entries to checks, events told twice, figures with provenance, and projects signed twice.
//!
//! Pure functions over the types of the model. No input or output, no clock, no random source; every result is the same
//! whatever the order of what goes in. Amounts are exact decimals. Amounts of different units are never added, and
//! amounts of different classes only inside one check, which then says so.
//!
//! The rules are written down in `docs/figures.md`.

mod arithmetic;
mod checks;
mod events;
mod groups;
mod interval;
mod measure;
mod name;
mod prose;
mod resigned;
mod tiers;

pub use arithmetic::{Arithmetic, Operand, Relation, arithmetic, arithmetic_of};
pub use checks::{Claims, check};
pub use events::{EventFacts, EventMatch, Evidence, SameEvent, same_event};
pub use groups::{AcrossCheck, EntryFacts, Group, across, group, mark_resigned};
pub use interval::{ABOUT_PERCENT, Agreement, Measured, agreement, same_number};
pub use name::{name_key, name_similarity_permille};
pub use resigned::{ProjectFacts, Resigning, resigned};
pub use tiers::{TierSummary, tiers};
