//! Records that are looked for by words and ticked, to be compared side by side.

use crate::ui::Ctx;
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use crate::ui::section::note;
use maud::{Markup, html};
use samesky_app::organisations::find::FoundOrganisation;

/// The search of a page.
pub(super) struct Pick<'a> {
    /// The address that is asked, with the words as `q` and with what was ticked as `with`.
    pub(super) action: &'a str,
    /// The id of the field.
    pub(super) id: &'static str,
    /// What was typed.
    pub(super) words: &'a str,
}

impl Pick<'_> {
    pub(super) fn form(&self, ctx: &Ctx, hint: &str) -> Markup {
        let label = ctx.t("find-words");
        html! {
            form.filters action=(self.action) role="search" data-live="found" {
                (Field::new("q", &label).id(self.id).value(self.words).autocomplete("off").grow().search())
                (control::submit(Button::Plain, None, &ctx.t("merge-search")))
            }
            (note(&ctx.t(hint)))
        }
    }

    /// What was found, each to be ticked: several become one together.
    pub(super) fn results(
        &self,
        ctx: &Ctx,
        found: &[FoundOrganisation],
        choice: fn(&Ctx, &FoundOrganisation) -> Markup,
    ) -> Markup {
        let said = ctx.t_with("organisations-count", &[("count", found.len().into())]);
        html! {
            @if self.words.trim().is_empty() {} @else if found.is_empty() {
                div data-count=(ctx.t("nothing-found")) { (note(&ctx.t("nothing-found"))) }
            } @else {
                form method="get" action=(self.action) data-count=(said) {
                    @for one in found { (choice(ctx, one)) }
                    div.row { (control::submit(Button::Primary, None, &ctx.t("merge-compare"))) }
                }
            }
        }
    }
}
