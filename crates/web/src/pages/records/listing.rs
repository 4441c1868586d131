//! What every list of records has: the end of its filter, its table with the pages of it, and what stands there instead.

use crate::lang::code::Coded;
use crate::ui::control::{self, Button};
use crate::ui::form::Choice;
use crate::ui::table::{Column, Row, table};
use crate::ui::{Ctx, list};
use maud::{Markup, html};
use samesky_app::PageOf;

/// The buttons at the end of a filter: ask, and ask for everything again.
pub(in crate::pages) fn buttons(ctx: &Ctx, address: &str, filtered: bool) -> Markup {
    html! {
        (control::submit(Button::Plain, None, &ctx.t("do-filter")))
        @if filtered { (control::link(Button::Quiet, address, None, &ctx.t("do-clear"))) }
    }
}

/// Every value of a code list for a filter, and first the choice that asks for all.
pub(in crate::pages) fn any_of<C: Coded + std::fmt::Display>(ctx: &Ctx, all: &[C]) -> Vec<Choice> {
    any(ctx, all.iter().map(|value| Choice::new(value.to_string(), ctx.name(*value))))
}

/// The same for choices of any other kind.
pub(in crate::pages) fn any(ctx: &Ctx, choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", ctx.t("show-all"))).chain(choices).collect()
}

/// A list without a row: nothing fits the filter, or nothing is there yet.
pub(in crate::pages) fn nothing(
    ctx: &Ctx,
    filtered: bool,
    (title, hint): (&str, &str),
    action: Option<Markup>,
) -> Markup {
    if filtered {
        return list::empty(&ctx.t("nothing-found"), &ctx.t("nothing-found-hint"), None);
    }
    list::empty(&ctx.t(title), &ctx.t(hint), action)
}

/// The same for what comes from announcements.
pub(in crate::pages) fn no_records(ctx: &Ctx, filtered: bool, title: &str) -> Markup {
    let action = control::link(Button::Primary, "/announcements", None, &ctx.t("nav-announcements"));
    nothing(ctx, filtered, (title, "records-empty-hint"), Some(action))
}

/// The rows of this page, with ways to the pages before and after it; `at` gives the address of a cursor.
pub(in crate::pages) fn table_of<T>(
    ctx: &Ctx,
    caption: &str,
    columns: &[Column],
    found: &PageOf<T>,
    row: impl Fn(&T) -> Row,
    at: impl Fn(&str) -> String,
) -> Markup {
    let rows: Vec<_> = found.items.iter().map(row).collect();
    let caption = ctx.t_with(caption, &[("count", found.total.into())]);
    let to = |cursor: &Option<String>| cursor.as_deref().map(&at);
    html! {
        (table(ctx.lang, &caption, columns, &rows))
        (list::pager_cursor(ctx.lang, &caption, to(&found.previous).as_deref(), to(&found.next).as_deref()))
    }
}
