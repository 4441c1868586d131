//! Names and identifiers of organisations: normalise, compare, explain, find candidates.
pub mod identifier;
