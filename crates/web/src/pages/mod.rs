//! Pages: one file each, markup in, markup out.

pub mod components;
pub mod layout;
