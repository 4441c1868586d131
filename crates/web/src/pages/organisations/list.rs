//! The list of organisations: looked for as one types, narrowed, sorted.

use super::asked::Asked;
pub(super) use super::asked::LIST;
use super::columns::{self, Shown};
use super::{across, bulk, quick, views};
use crate::lang::place::place;
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::records::{listing, state};
use crate::pages::sharing::{scope_field, scope_note};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::table::{Cell, Column, Row, table};
use crate::ui::{Ctx, Icon, list};
use axum::extract::{Query, State};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::organisations::FactField;
use samesky_app::organisations::find::{FoundOrganisation, FoundOrganisations, OrganisationChoices, OrganisationSort};
use samesky_app::organisations::views::SavedView;
use samesky_model::reading::OrganisationKind;

/// Organisations on a page.
const SIZE: usize = 50;

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    cookies: CookieJar,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let (session, question) = (state.session(&officer), asked.question(ctx.lang));
    let found = state.app().find_organisations(&session, &question, asked.after.as_deref(), SIZE).await?;
    let may_write = session.can(Action::Write);
    let (quick, across) = (quick::folded(&ctx, &session), across::action(&ctx, &session));
    let page = Page { ctx: &ctx, asked: &asked, columns: columns::chosen(&cookies), may_write, quick, across };
    if asked.part.as_deref() == Some("found") {
        return Ok(page.found(&found));
    }
    let choices = state.app().organisation_choices(&session, question.scope).await?;
    let views = state.app().saved_views(&session).await?;
    let waiting = crate::pages::lists::not_findable(&ctx, state.app().organisations_waiting(&session).await?);
    Ok(page.whole(&found, &choices, &views, &waiting))
}

/// What a page is made with.
struct Page<'a> {
    ctx: &'a Ctx,
    asked: &'a Asked,
    columns: Vec<Shown>,
    may_write: bool,
    /// The form by which one is added.
    quick: Markup,
    /// The way to organisations of several teams.
    across: Markup,
}

impl Page<'_> {
    fn whole(
        &self,
        found: &FoundOrganisations,
        choices: &OrganisationChoices,
        views: &[SavedView],
        waiting: &Markup,
    ) -> Markup {
        let ctx = self.ctx;
        let actions = html! {
            (columns::chooser(ctx, &self.columns))
            (control::link(Button::Small, super::duplicates::HERE, None, &ctx.t("duplicates-title")))
            (self.across)
            (control::link(Button::Plain, "/organisations/import", Some(Icon::Upload), &ctx.t("lists-title")))
            (control::print(&ctx.t("do-print")))
        };
        let body = html! {
            (waiting)
            (views::bar(ctx, self.asked, &self.columns, views, self.may_write))
            (self.quick)
            (self.filters(choices))
            p.sr role="status" aria-live="polite" data-said {}
            div #found { (self.found(found)) }
            @if self.may_write && !found.items.is_empty() {
                details { summary { (ctx.t("bulk-title")) } (bulk::form(ctx)) }
            }
        };
        Layout::new(ctx, ctx.t("nav-organisations"))
            .nav(Nav::Organisations)
            .by(html! { (ctx.t("organisations-by")) })
            .actions(actions)
            .script("find.js")
            .landscape()
            .render(&body)
    }

    fn filters(&self, choices: &OrganisationChoices) -> Markup {
        let (ctx, asked) = (self.ctx, self.asked);
        let value = |value: &Option<String>| value.clone().unwrap_or_default();
        let label = |field: FactField| ctx.name(field);
        let [words, sort, kind] = ["find-words", "find-sort", "column-kind"].map(|key| ctx.t(key));
        let [country, place, industry, size, zone] =
            [FactField::Country, FactField::Place, FactField::Industry, FactField::Size, FactField::Zone].map(label);
        let kinds = listing::any_of(ctx, OrganisationKind::ALL);
        html! {
            form.filters action=(LIST) role="search" data-live="found" {
                (Field::new("q", &words).id("find-organisations").value(&value(&asked.q)).autocomplete("off").grow().search())
                (Field::new("kind", &kind).value(&value(&asked.kind)).select(&kinds))
                (self.values("country", &country, &value(&asked.country), &choices.countries))
                @if !choices.places.is_empty() || asked.place.is_some() {
                    (Field::new("place", &place).value(&value(&asked.place)).list("places").text())
                    datalist #places { @for place in &choices.places { option value=(place) {} } }
                }
                (self.values("industry", &industry, &value(&asked.industry), &choices.industries))
                (self.values("size", &size, &value(&asked.size), &choices.sizes))
                (self.values("zone", &zone, &value(&asked.zone), &choices.zones))
                (state::field(ctx, asked.state.as_ref()))
                (scope_field(ctx, asked.scope.as_ref()))
                (Field::new("sort", &sort).value(asked.sort().as_str()).select(&self.sorts()))
                (listing::buttons(ctx, LIST, asked.is_filtered()))
            }
        }
    }

    /// A choice among the values that are there; nothing where there are none.
    fn values(&self, name: &str, label: &str, chosen: &str, values: &[String]) -> Markup {
        let known = values.iter().map(String::as_str);
        let all = known.chain(Some(chosen).filter(|one| !one.is_empty() && !values.iter().any(|value| value == one)));
        // A code of a country/region in words; other values are words already.
        let choices = listing::any(self.ctx, all.map(|value| Choice::new(value, place(self.ctx.lang, value))));
        html! { @if choices.len() > 1 { (Field::new(name, label).value(chosen).select(&choices)) } }
    }

    fn sorts(&self) -> Vec<Choice> {
        let label = |sort: OrganisationSort| self.ctx.t(&format!("find-sort-{}", sort.as_str()));
        OrganisationSort::ALL.iter().map(|sort| Choice::new(sort.as_str(), label(*sort))).collect()
    }

    /// What was found: the part of the page that follows the typing.
    fn found(&self, found: &FoundOrganisations) -> Markup {
        let (ctx, asked) = (self.ctx, self.asked);
        if found.items.is_empty() && found.next.is_none() {
            return html! { div data-count=(ctx.t("nothing-found")) {
                (listing::no_records(ctx, asked.is_filtered() || asked.after.is_some(), "organisations-empty"))
            } };
        }
        let count = self.count(found);
        let rows: Vec<_> = found.items.iter().map(|row| self.row(row)).collect();
        let next = found.next.as_deref().map(|cursor| asked.next(cursor));
        let previous = asked.previous();
        html! {
            div data-count=(count) {
                @if rows.is_empty() { p.note { (ctx.t("find-stopped")) } }
                @else { (table(ctx.lang, &count, &self.heads(), &rows)) }
                (list::pager_cursor(ctx.lang, &count, previous.as_deref(), next.as_deref()))
                @if asked.after.is_some() {
                    p { (control::link(Button::Quiet, &asked.first(), Some(Icon::Previous), &ctx.t("find-first"))) }
                }
                (scope_note(ctx, asked.question(ctx.lang).scope))
            }
        }
    }

    fn heads(&self) -> Vec<Column> {
        let box_of = self.may_write.then(|| Column::choice(self.ctx.t("bulk-chosen")));
        box_of.into_iter().chain(columns::heads(self.ctx, &self.columns)).collect()
    }

    /// A row; with a box before it where the reader may change the organisation.
    fn row(&self, row: &FoundOrganisation) -> Row {
        let mut cells = columns::cells(self.ctx, &self.columns, row);
        if self.may_write {
            let one = &row.organisation;
            let name = one.names.first().map_or_else(|| self.ctx.t("records-no-name"), |name| name.text.clone());
            let own = row.owner.is_none();
            let tick = html! { @if own { (bulk::tick(self.ctx, one.id, one.version, &name)) } };
            cells.insert(0, Cell::new(tick));
        }
        Row::new(cells)
    }

    fn count(&self, found: &FoundOrganisations) -> String {
        match found.total {
            Some(total) => {
                let total = i64::try_from(total).unwrap_or(i64::MAX);
                self.ctx.t_with("organisations-count", &[("count", total.into())])
            }
            None => self.ctx.t("find-many"),
        }
    }
}
