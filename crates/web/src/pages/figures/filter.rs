//! The filter above the list of figures.

use super::parts::{best_name, year_name};
use super::{industry, wanted::Wanted};
use crate::lang::code::Coded;
use crate::pages::sharing::scope_field;
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::{Ctx, Icon, icon};
use maud::{Markup, html};
use samesky_app::figures::{FigureFilter, FigureRow};
use samesky_app::places::of_key;
use samesky_model::reading::{Measure, MoneyClass, Status};
use samesky_model::record::{Counting, FacetKind, FigureState, Scope};

/// Units that are offered for filling in; any other can be written.
const UNITS: [&str; 9] = ["CNY", "JPY", "USD", "THB", "projects", "agreements", "companies", "people", "km2"];

pub(super) fn form(ctx: &Ctx, wanted: &Wanted, rows: &[FigureRow]) -> Markup {
    let filter = &wanted.filter;
    let year = filter.year.map(|year| year.to_string()).unwrap_or_default();
    let labels = ["column-unit", "facet-year", "figures-filter-text"].map(|key| ctx.t(key));
    let unit = Field::new("unit", &labels[0]).list("units").value(filter.unit.as_deref().unwrap_or_default());
    let text = Field::new("text", &labels[2]).value(filter.text_contains.as_deref().unwrap_or_default()).grow();
    let scope = (filter.scope != Scope::Own).then(|| filter.scope.to_string());
    html! {
        form.filters role="search" action=(super::wanted::LIST) {
            (select(ctx, "measure", "column-measure", Measure::ALL, filter.measure))
            (select(ctx, "money_class", "column-class", MoneyClass::ALL, filter.money_class))
            (unit.text())
            datalist id="units" { @for unit in UNITS { option value=(unit) {} } }
            (Field::new("year", &labels[1]).value(&year).number())
            (select(ctx, "status", "column-status", Status::ALL, filter.status))
            (select(ctx, "state", "figures-filter-state", FigureState::ALL, state(filter)))
            (select(ctx, "counting", "figures-column-counting", Counting::ALL, filter.counting))
            (text.search())
            (scope_field(ctx, scope.as_ref()))
            @for (name, value) in kept(wanted) { input type="hidden" name=(name) value=(value); }
            div.row {
                (control::submit(Button::Plain, Some(Icon::Search), &ctx.t("do-filter")))
                @if !wanted.filters().is_empty() {
                    (control::link(Button::Quiet, super::wanted::LIST, None, &ctx.t("do-clear")))
                }
            }
        }
        (chips(ctx, wanted, rows))
    }
}

/// “Only contested” is the same as the state.
const fn state(filter: &FigureFilter) -> Option<FigureState> {
    if filter.contested_only { Some(FigureState::Contested) } else { filter.state }
}

fn select<C: Coded + PartialEq>(ctx: &Ctx, name: &str, label: &str, all: &[C], chosen: Option<C>) -> Markup {
    let label = ctx.t(label);
    let every = Choice::new("", ctx.t("show-all"));
    let choices: Vec<Choice> =
        std::iter::once(every).chain(all.iter().map(|value| Choice::new(value.word(), ctx.name(*value)))).collect();
    Field::new(name, &label).value(chosen.map_or("", Coded::word)).select(&choices)
}

/// What the address asks for and the form has no field for: it stays when the form is sent.
fn kept(wanted: &Wanted) -> Vec<(&'static str, String)> {
    let without = ["event", "project", "organisation", "announcement", "facet", "facet_key"];
    let mut kept: Vec<_> = wanted.filters().into_iter().filter(|(name, _)| without.contains(name)).collect();
    kept.extend(wanted.order().into_iter().filter(|(_, value)| !value.is_empty()));
    kept
}

/// The records by which the list is narrowed, each with a way to drop it.
fn chips(ctx: &Ctx, wanted: &Wanted, rows: &[FigureRow]) -> Markup {
    let found = narrowed(ctx, &wanted.filter, rows);
    html! {
        @if !found.is_empty() {
            p class="chips narrowed" {
                @for (label, name, without) in &found {
                    span {
                        span.mute { (label) } " " b { (name) } " "
                        a href=(Wanted::of(without.clone()).sorted(wanted.sort).address())
                            aria-label=(ctx.t_with("figures-drop", &[("name", name.into())])) { (icon(Icon::Close)) }
                    }
                }
            }
        }
    }
}

fn narrowed(ctx: &Ctx, filter: &FigureFilter, rows: &[FigureRow]) -> Vec<(String, String, FigureFilter)> {
    let unnamed = || ctx.t("figures-this-one");
    let mut found = Vec::new();
    if filter.event.is_some() {
        let name = rows.iter().find_map(|row| best_name(ctx.lang, &row.event.as_ref()?.names));
        let name = name.map_or_else(unnamed, |name| name.text.clone());
        found.push((ctx.t("column-event"), name, FigureFilter { event: None, ..filter.clone() }));
    }
    if filter.project.is_some() {
        let name = rows.iter().find_map(|row| best_name(ctx.lang, &row.project.as_ref()?.names));
        let name = name.map_or_else(unnamed, |name| name.text.clone());
        found.push((ctx.t("column-project"), name, FigureFilter { project: None, ..filter.clone() }));
    }
    if filter.organisation.is_some() {
        let name = rows.iter().flat_map(|row| &row.entries).find_map(|entry| entry.entry.figure.organisation.clone());
        let without = FigureFilter { organisation: None, ..filter.clone() };
        found.push((ctx.t("column-organisation"), name.unwrap_or_else(unnamed), without));
    }
    if let Some(id) = filter.announcement {
        let entries = rows.iter().flat_map(|row| &row.entries).map(|entry| &entry.announcement);
        let name = entries.into_iter().find(|one| one.id == id).and_then(|one| one.title.clone());
        let without = FigureFilter { announcement: None, ..filter.clone() };
        found.push((ctx.t("source-announcement"), name.unwrap_or_else(unnamed), without));
    }
    if let Some((kind, key)) = &filter.facet {
        let without = FigureFilter { facet: None, ..filter.clone() };
        found.push((ctx.name(*kind), facet_name(ctx, (*kind, key), rows), without));
    }
    found
}

fn facet_name(ctx: &Ctx, (kind, key): (FacetKind, &str), rows: &[FigureRow]) -> String {
    let of_event = rows.iter().filter_map(|row| row.event.as_ref());
    let named = match kind {
        FacetKind::Industry => Some(industry::name(ctx.lang, key)),
        FacetKind::Year => key.parse().ok().map(|year| year_name(ctx.lang, year)),
        FacetKind::Zone => of_event.filter_map(|event| event.zone.clone()).next(),
        FacetKind::Event => {
            of_event.filter_map(|event| best_name(ctx.lang, &event.names)).map(|name| name.text.clone()).next()
        }
        FacetKind::Party => of_key(key, ctx.lang).map(ToOwned::to_owned),
    };
    named.unwrap_or_else(|| key.to_owned())
}
