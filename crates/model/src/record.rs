//! What a team keeps.
