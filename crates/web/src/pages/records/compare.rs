//! Figures on which sources differ: one column for each announcement, no value chosen.

use crate::pages::figures::parts::{address, class, period, published, quoted, what, words};
use crate::ui::figure::{self, source_link};
use crate::ui::{Ctx, Icon, Tone, badge, message::notice, section as sections, table};
use maud::{Markup, html};
use samesky_app::figures::{EntryRow, FigureRow};
use samesky_model::record::Announcement;

pub(super) fn section(ctx: &Ctx, rows: &[&FigureRow]) -> Markup {
    let tellers = tellers(rows);
    let count = badge::badge(
        badge::Look::Bad,
        Icon::Unequal,
        &ctx.t_with("records-differ-count", &[("count", rows.len().into())]),
    );
    let title = ctx.t("records-differ");
    let body = html! {
        (notice(Tone::Warn, &ctx.t("records-none-chosen"), None))
        (table::scroll(&title, &html! {
            table class="t fold compare" {
                caption.sr { (title) }
                thead { tr {
                    th scope="col" { (ctx.t("column-what")) }
                    @for teller in &tellers { th scope="col" { (head(ctx, teller)) } }
                } }
                tbody { @for row in rows { (body_row(ctx, row, &tellers)) } }
            }
        }))
    };
    sections::section("differ", &title, &count, &body)
}

/// The announcements that speak of any of the figures, each once, earliest published first.
fn tellers<'a>(rows: &[&'a FigureRow]) -> Vec<&'a Announcement> {
    let mut found: Vec<&Announcement> = Vec::new();
    for entry in rows.iter().flat_map(|row| &row.entries) {
        if !found.iter().any(|known| known.id == entry.announcement.id) {
            found.push(&entry.announcement);
        }
    }
    found.sort_by_key(|one| (one.published.as_ref().map(|known| known.date.to_string()), one.imported.at));
    found
}

fn head(ctx: &Ctx, teller: &Announcement) -> Markup {
    html! {
        a href={ "/announcements/" (teller.id) } {
            @match &teller.publisher {
                Some(publisher) => bdi lang=[teller.language.as_deref()] { (publisher) },
                None => (ctx.t("figures-publisher-not-stated")),
            }
        }
        span class="mute block" { (published(ctx, teller)) }
    }
}

fn body_row(ctx: &Ctx, row: &FigureRow, tellers: &[&Announcement]) -> Markup {
    html! {
        tr.bad {
            th scope="row" {
                a.title href=(address(&row.figure)) { (what(ctx, row)) }
                span class="chips" { (class(ctx, row.figure.money_class)) span class="xs mute" { (period(ctx, &row.figure)) } }
            }
            @for teller in tellers { (cell(ctx, row, teller)) }
        }
    }
}

fn cell(ctx: &Ctx, row: &FigureRow, teller: &Announcement) -> Markup {
    let told: Vec<&EntryRow> = row.entries.iter().filter(|entry| entry.announcement.id == teller.id).collect();
    let label = teller.publisher.clone().unwrap_or_else(|| ctx.t("figures-publisher-not-stated"));
    html! {
        td.wide data-l=(label) {
            @if told.is_empty() { (figure::not_stated(ctx.lang)) }
            @for entry in told {
                span.block {
                    b { (source_link(&words(&entry.entry), &figure::claimed_value(ctx.lang, &entry.entry.figure))) }
                    span class="xs mute block" { (quoted(ctx, &entry.entry.figure, teller.language.as_deref())) }
                }
            }
        }
    }
}
