//! What several pages show of a figure: its value, its sources, what it belongs to.

use crate::lang::{Lang, format};
use crate::ui::figure::{self, source_link};
use crate::ui::{Ctx, Icon, badge, time};
use maud::{Markup, html};
use samesky_app::figures::{EntryRow, FigureRow};
use samesky_app::places::each_once;
use samesky_model::reading::{FigureClaim, MoneyClass, Qualifier};
use samesky_model::record::{Announcement, EventRecord, Figure, FigureEntry, ProjectRecord, WrittenName};

/// The address of a figure.
pub(in crate::pages) fn address(figure: &Figure) -> String {
    format!("/figures/{}", figure.id)
}

/// The name that a reader of the language understands best: the first in it, else the first there is.
pub(in crate::pages) fn best_name(lang: Lang, names: &[WrittenName]) -> Option<&WrittenName> {
    let own = |name: &&WrittenName| name.language.as_deref().and_then(Lang::from_tag) == Some(lang);
    names.iter().find(own).or_else(|| names.first())
}

/// A link with the event's name; where no source names it, its kind and its date.
pub(in crate::pages) fn event_link(ctx: &Ctx, event: &EventRecord) -> Markup {
    let written = best_name(ctx.lang, &event.names);
    html! {
        a href={ "/events/" (event.id) } lang=[written.and_then(|name| name.language.as_deref())] {
            @match written {
                Some(name) => (name.text),
                None => (unnamed_event(ctx, event)),
            }
        }
    }
}

/// What an event is called that no source names: its kind, its places, its date.
pub(in crate::pages) fn unnamed_event(ctx: &Ctx, event: &EventRecord) -> String {
    let places: Vec<String> = each_once(&event.places, ctx.lang).into_iter().map(|place| place.name).collect();
    let places = format::list(ctx.lang, &places);
    let date = event.date.map(|date| format::date(ctx.lang, date)).unwrap_or_default();
    let said = [ctx.name(event.kind), places, date];
    said.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A link with the project's name.
pub(in crate::pages) fn project_link(ctx: &Ctx, project: &ProjectRecord) -> Markup {
    let written = best_name(ctx.lang, &project.names);
    html! {
        a href={ "/projects/" (project.id) } lang=[written.and_then(|name| name.language.as_deref())] {
            @match written { Some(name) => (name.text), None => (ctx.t("figures-unnamed-project")) }
        }
    }
}

/// What the figure is of: the measure, and the words of the source.
pub(in crate::pages) fn what(ctx: &Ctx, row: &FigureRow) -> Markup {
    html! {
        (ctx.name(row.figure.measure))
        @if let Some(subject) = &row.figure.subject {
            " " span class="xs mute" lang=[language(row)] { bdi { (subject) } }
        }
    }
}

/// The language of the words of a figure: that of its first source.
pub(in crate::pages) fn language(row: &FigureRow) -> Option<&str> {
    row.entries.first().and_then(|entry| entry.announcement.language.as_deref())
}

/// The value in full, leading to the figure; of a contested one what each source says, leading to its words.
pub(in crate::pages) fn full_value(ctx: &Ctx, row: &FigureRow) -> Markup {
    let unit = row.figure.unit.as_deref();
    html! {
        @match row.figure.value {
            Some(value) => {
                (source_link(&address(&row.figure), &figure::figure_full(ctx.lang, value, unit)))
                @if let Some(said) = range_of(ctx, row) { span class="xs mute block" { (said) } }
            },
            None => {
                @for first in values(&row.entries).iter().filter_map(|side| side.first()) {
                    span.block { (source_link(&words(&first.entry), &figure::figure_full(ctx.lang, first.entry.figure.value, unit))) }
                }
            },
        }
        @if let Some(tier) = tier(ctx, row) { span class="qual block" { (tier) } }
    }
}

/// The size class that is counted, as the language writes it; as it was kept where no entry has it.
fn tier(ctx: &Ctx, row: &FigureRow) -> Option<String> {
    let counted = row.entries.iter().find_map(|entry| entry.entry.figure.tier.as_ref());
    let written = counted.map(|tier| format::qualified(ctx.lang, tier.value, Some(&tier.unit), Qualifier::Tier));
    written.or_else(|| row.figure.tier_label.clone())
}

/// The range that the most exact source states, where it states one.
fn range_of(ctx: &Ctx, row: &FigureRow) -> Option<Markup> {
    let claims = row.entries.iter().map(|entry| &entry.entry.figure);
    let stated = claims.into_iter().find(|claim| Some(claim.value) == row.figure.value)?;
    let (low, high) = (stated.low?, stated.high?);
    Some(figure::parts(&format::range(ctx.lang, low, high, stated.unit.as_deref())))
}

/// The address of the words on which an entry rests.
pub(in crate::pages) fn words(entry: &FigureEntry) -> String {
    format!("/claims/{}", entry.claim)
}

/// The money class, where there is one; a dash otherwise.
pub(in crate::pages) fn class(ctx: &Ctx, class: MoneyClass) -> Markup {
    if class == MoneyClass::None { figure::dash() } else { badge::money(ctx.lang, class) }
}

/// The period as the language writes it, else the year it is reported under.
pub(in crate::pages) fn period(ctx: &Ctx, figure: &Figure) -> Markup {
    html! {
        @match (&figure.period, figure.year) {
            (Some(period), _) => span.nw { (format::period(ctx.lang, period)) },
            (None, Some(year)) => span.nw { (year_name(ctx.lang, year)) },
            (None, None) => (figure::not_stated(ctx.lang)),
        }
    }
}

/// A year as the language counts it, with the Gregorian one beside a Buddhist one.
pub(in crate::pages) fn year_name(lang: Lang, year: i16) -> String {
    let date = format!("{year:04}").parse();
    date.map_or_else(|_| year.to_string(), |date| format::date_on_figure(lang, date))
}

/// Who published it and when, leading to the words of the claim.
pub(in crate::pages) fn source(ctx: &Ctx, row: &EntryRow) -> Markup {
    source_of(ctx, &row.announcement, &words(&row.entry))
}

/// Who published it and when, leading to the given place.
pub(in crate::pages) fn source_of(ctx: &Ctx, announcement: &Announcement, href: &str) -> Markup {
    figure::from(
        Icon::File,
        &html! {
            span {
                a href=(href) {
                    @match &announcement.publisher {
                        Some(publisher) => bdi lang=[announcement.language.as_deref()] { (publisher) },
                        None => (ctx.t("figures-publisher-not-stated")),
                    }
                }
                " " (published(ctx, announcement))
            }
        },
    )
}

/// When it was published.
pub(in crate::pages) fn published(ctx: &Ctx, announcement: &Announcement) -> Markup {
    html! {
        @match &announcement.published {
            Some(published) => (time::day_on_figure(ctx.lang, published.date)),
            None => span.nw { (ctx.t("figures-date-not-stated")) },
        }
    }
}

/// The quote with the marks of the language around it.
pub(in crate::pages) fn quoted(ctx: &Ctx, claim: &FigureClaim, tag: Option<&str>) -> Markup {
    html! { (ctx.t("figures-quote-open")) bdi lang=[tag] { (claim.quote) } (ctx.t("figures-quote-close")) }
}

/// What the sources say of a contested figure: a side for each value, with those who state it. Neither is chosen.
pub(in crate::pages) fn sides(ctx: &Ctx, entries: &[EntryRow]) -> Markup {
    html! {
        ul.sides {
            @for side in values(entries) {
                li {
                    @if let Some(first) = side.first() {
                        span.val { (source_link(&words(&first.entry), &figure::claimed_value(ctx.lang, &first.entry.figure))) }
                    }
                    @for row in side {
                        (source(ctx, row))
                        span class="xs mute" { (quoted(ctx, &row.entry.figure, row.announcement.language.as_deref())) }
                    }
                }
            }
        }
    }
}

/// The entries of each value together, in the order in which the values were entered.
fn values(entries: &[EntryRow]) -> Vec<Vec<&EntryRow>> {
    let value = |row: &EntryRow| {
        let claim = &row.entry.figure;
        (claim.value, claim.low, claim.high, claim.unit.clone(), claim.qualifier)
    };
    let mut sides: Vec<Vec<&EntryRow>> = Vec::new();
    for row in entries {
        match sides.iter_mut().find(|side| side.first().is_some_and(|first| value(first) == value(row))) {
            Some(side) => side.push(row),
            None => sides.push(vec![row]),
        }
    }
    sides
}
