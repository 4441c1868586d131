//! English.
use super::ctx::{Ctx, Outcome};
pub(super) fn read(_ctx: &Ctx<'_>, i: usize) -> Outcome { Outcome::Skip(i + 1) }
pub(super) fn word_end(_ctx: &Ctx<'_>, i: usize) -> usize { i + 1 }
