//! Thai.
use super::ctx::{Ctx, Outcome};
pub(super) fn read(_ctx: &Ctx<'_>, i: usize) -> Outcome { Outcome::Skip(i + 1) }
