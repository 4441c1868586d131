//! The people of an organisation on its page, for its own team.

use super::words::{current_posts, main_name, other_names, reading};
use crate::ui::section::{note, section};
use crate::ui::table::{Cell, Column, Mark, Row, dense};
use crate::ui::{Ctx, Icon, badge, figure, icon};
use maud::{Markup, html};
use samesky_app::people::{PersonFact, PersonView};
use samesky_model::id::OrganisationId;

/// The people in a table; for who may change them with the way to enter one.
pub(in crate::pages) fn section_of(ctx: &Ctx, id: OrganisationId, people: &[PersonView], writes: bool) -> Markup {
    let shown: Vec<&PersonView> = people.iter().filter(|one| writes || one.person.removed.is_none()).collect();
    let ways = html! {
        div class="row no-print" {
            @if people.iter().any(|one| one.person.removed.is_none()) {
                a class="btn small" href={ "/organisations/" (id) "/people.vcf" } download { (icon(Icon::Download)) (ctx.t("people-cards")) }
            }
            @if writes {
                a class="btn small" href={ "/organisations/" (id) "/people/new" } { (icon(Icon::Plus)) (ctx.t("people-add")) }
            }
        }
    };
    let columns =
        ["column-name", "people-posts", "people-reach", "people-languages"].map(|key| Column::new(ctx.t(key)));
    let rows: Vec<_> = shown.iter().map(|one| row(ctx, one)).collect();
    let title = ctx.t("people-title");
    let body = html! {
        @if rows.is_empty() { (note(&ctx.t("people-none"))) }
        @else { (dense(ctx.lang, &title, &columns, &rows)) (note(&ctx.t("people-own-team"))) }
    };
    html! { @if writes || !rows.is_empty() { (section("people", &title, &ways, &body)) } }
}

fn row(ctx: &Ctx, one: &PersonView) -> Row {
    let removed = one.person.removed.is_some();
    let name = main_name(ctx, &one.values);
    let row = Row::new(vec![
        Cell::title(html! {
            span.names {
                bdi { a.title href={ "/people/" (one.person.id) } lang=[name.language.as_deref()] { (name.text) } }
                @if let Some(reading) = reading(&one.values) { span { (reading) } }
                @for other in other_names(&name, &one.values) { span lang=[other.language.as_deref()] { (other.text) } }
            }
            @if removed { " " (badge::badge(badge::Look::Line, Icon::Undo, &ctx.t("people-removed"))) }
        }),
        Cell::new(html! {
            @let posts = current_posts(&one.values);
            @if posts.is_empty() { (figure::dash()) }
            @for post in posts { span.block { @for (at, title) in post.titles.iter().enumerate() {
                @if at > 0 { " · " }
                bdi lang=[title.language.as_deref()] { (title.text) }
            } } }
        }),
        Cell::wide(ways(one)),
        Cell::new(languages(ctx, one)),
    ]);
    if removed { row.mark(Mark::Void) } else { row }
}

fn ways(one: &PersonView) -> Markup {
    html! {
        @for kept in &one.values {
            @match &kept.fact {
                PersonFact::Email(address) => span.block { a href={ "mailto:" (address) } { bdi { (address) } } },
                PersonFact::Phone(number) => span.block { bdi { (number) } },
                PersonFact::Contact(way) => span.block { span.mute { bdi { (way.kind) } } " " bdi { (way.value) } },
                _ => {}
            }
        }
    }
}

fn languages(ctx: &Ctx, one: &PersonView) -> Markup {
    let spoken: Vec<String> = one
        .values
        .iter()
        .filter_map(|kept| match &kept.fact {
            PersonFact::Language(tag) => Some(super::words::language(ctx, tag)),
            _ => None,
        })
        .collect();
    html! { @if spoken.is_empty() { (figure::dash()) } @else { bdi { (crate::lang::format::list(ctx.lang, &spoken)) } } }
}
