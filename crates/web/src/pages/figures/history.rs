//! Everything that was ever entered for a figure. Nothing is taken out; what was replaced is struck and stays.

use super::parts::words;
use crate::ui::{Ctx, badge, figure, list, section as sections, time};
use maud::{Markup, html};
use samesky_app::figures::FigureView;
use samesky_model::id::EntryId;
use samesky_model::record::{EntryKind, FigureEntry};
use std::collections::HashSet;

pub(super) fn section(ctx: &Ctx, view: &FigureView) -> Markup {
    let replaced: HashSet<EntryId> = view.history.iter().filter_map(|entry| entry.replaces).collect();
    let rows: Vec<(Markup, Markup)> = view
        .history
        .iter()
        .rev()
        .map(|entry| (time::moment(ctx, entry.entered.at), told(ctx, view, entry, replaced.contains(&entry.id))))
        .collect();
    sections::section(
        "history",
        &ctx.t("nav-history"),
        &sections::note(&ctx.t("figures-history-note")),
        &list::timeline(&rows),
    )
}

fn told(ctx: &Ctx, view: &FigureView, entry: &FigureEntry, replaced: bool) -> Markup {
    let claim = &entry.figure;
    let value = figure::claimed_value(ctx.lang, claim);
    let struck = replaced || entry.kind == EntryKind::Withdrawal;
    let announcement = view.row.entries.iter().map(|row| &row.announcement).find(|one| one.id == entry.announcement);
    html! {
        b { (ctx.name(entry.kind)) } " "
        a.src href=(words(entry)) { @if struck { s { (value) } } @else { (value) } } " "
        (badge::qualifier(ctx.lang, claim.qualifier)) " "
        (badge::money(ctx.lang, claim.money_class))
        @if replaced { " " span class="xs mute" { (ctx.t("figures-replaced")) } }
        div class="xs mute" {
            (ctx.who(&entry.entered.by))
            @if let Some(publisher) = announcement.and_then(|one| one.publisher.as_deref()) { " · " bdi { (publisher) } }
            @if let Some(why) = &entry.why { " · " (ctx.t_with("figures-because", &[("why", why.into())])) }
        }
    }
}

/// Who entered it, and when.
pub(super) fn entered(ctx: &Ctx, entry: &FigureEntry) -> Markup {
    html! {
        (ctx.name(entry.kind)) " · " (ctx.who(&entry.entered.by)) " · " (time::moment(ctx, entry.entered.at))
        @if let Some(why) = &entry.why { " · " (ctx.t_with("figures-because", &[("why", why.into())])) }
    }
}
