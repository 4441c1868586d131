//! The columns of the list of organisations, as its reader has chosen them. The choice stands in a cookie.

use super::asked::LIST;
use crate::choice::back;
use crate::lang::format::group;
use crate::lang::place::place;
use crate::lang::register::classification;
use crate::pages::records::names;
use crate::pages::sharing::shared_by;
use crate::ui::control::{self, Button};
use crate::ui::form::tick;
use crate::ui::table::{Cell, Column};
use crate::ui::{Ctx, badge, time};
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use maud::{Markup, html};
use samesky_app::organisations::find::FoundOrganisation;
use samesky_app::organisations::{Fact, FactField};

const COOKIE: &str = "organisation-columns";

/// A column beside the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Kind,
    Country,
    Place,
    Industry,
    Identifier,
    Size,
    Announcements,
    Since,
}

impl Shown {
    const ALL: [Self; 8] = [
        Self::Kind,
        Self::Country,
        Self::Place,
        Self::Industry,
        Self::Identifier,
        Self::Size,
        Self::Announcements,
        Self::Since,
    ];
    const USUAL: [Self; 5] = [Self::Kind, Self::Country, Self::Place, Self::Announcements, Self::Since];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Country => "country",
            Self::Place => "place",
            Self::Industry => "industry",
            Self::Identifier => "identifier",
            Self::Size => "size",
            Self::Announcements => "announcements",
            Self::Since => "since",
        }
    }

    fn label(self, ctx: &Ctx) -> String {
        match self {
            Self::Kind => ctx.t("column-kind"),
            Self::Country => ctx.name(FactField::Country),
            Self::Place => ctx.name(FactField::Place),
            Self::Industry => ctx.name(FactField::Industry),
            Self::Identifier => ctx.name(FactField::Identifier),
            Self::Size => ctx.name(FactField::Size),
            Self::Announcements => ctx.t("records-sources"),
            Self::Since => ctx.t("records-since"),
        }
    }

    fn column(self, ctx: &Ctx) -> Column {
        match self {
            Self::Announcements => Column::number(self.label(ctx)),
            _ => Column::new(self.label(ctx)),
        }
    }

    fn cell(self, ctx: &Ctx, row: &FoundOrganisation) -> Cell {
        let one = &row.organisation;
        match self {
            Self::Kind => Cell::new(html! { span.nw { (ctx.name(one.kind)) } }),
            Self::Country => Cell::new(html! { @if let Some(code) = &one.country { (place(ctx.lang, code)) } }),
            Self::Place => several(row, |fact| match fact {
                Fact::Place(place) => Some(html! { bdi { (place) } }),
                _ => None,
            }),
            Self::Industry => several(row, |fact| match fact {
                Fact::Industry(one) => Some(
                    html! { bdi { (one.code) } " " span class="xs mute" { (classification(ctx.lang, &one.scheme)) } },
                ),
                _ => None,
            }),
            Self::Identifier => several(row, |fact| match fact {
                Fact::Identifier(one) => Some(html! { code.nw { (one.value) } }),
                _ => None,
            }),
            Self::Size => several(row, |fact| match fact {
                Fact::Size(size) => Some(html! { bdi { (size) } }),
                _ => None,
            }),
            Self::Announcements => Cell::new(html! { (group(&row.sources.to_string())) }),
            Self::Since => Cell::new(html! { @if row.owner.is_none() { (time::moment(ctx, one.created.at)) } }),
        }
    }
}

/// The first values of a field.
fn several(row: &FoundOrganisation, value: impl Fn(&Fact) -> Option<Markup>) -> Cell {
    let facts = row.facts.iter().map(|kept| &kept.fact).chain(&row.told);
    let values: Vec<Markup> = facts.filter_map(value).collect();
    Cell::new(html! {
        @for value in values.iter().take(3) { span.block { (value) } }
        @if values.len() > 3 { span class="xs mute" { "+" (values.len() - 3) } }
    })
}

/// The columns that a reader has chosen, in the order of the table.
pub(super) fn chosen(cookies: &CookieJar) -> Vec<Shown> {
    match cookies.get(COOKIE) {
        Some(cookie) => of_words(cookie.value().split('.')),
        None => Shown::USUAL.to_vec(),
    }
}

/// Columns by their words; others are passed over.
pub(super) fn of_words<'a>(words: impl Iterator<Item = &'a str>) -> Vec<Shown> {
    let words: Vec<&str> = words.collect();
    Shown::ALL.into_iter().filter(|column| words.contains(&column.as_str())).collect()
}

/// The words of columns.
pub(super) fn words(columns: &[Shown]) -> Vec<String> {
    columns.iter().map(|column| column.as_str().to_owned()).collect()
}

/// The heads of the table.
pub(super) fn heads(ctx: &Ctx, columns: &[Shown]) -> Vec<Column> {
    std::iter::once(Column::new(ctx.t("column-name"))).chain(columns.iter().map(|one| one.column(ctx))).collect()
}

/// The cells of an organisation.
pub(super) fn cells(ctx: &Ctx, columns: &[Shown], row: &FoundOrganisation) -> Vec<Cell> {
    let one = &row.organisation;
    let name = Cell::title(html! {
        (names::linked(ctx, &format!("{LIST}/{}", one.id), &one.names, &ctx.t("records-no-name")))
        (badge::record_state(ctx.lang, one.state))
        (shared_by(ctx, row.owner.as_ref()))
    });
    std::iter::once(name).chain(columns.iter().map(|column| column.cell(ctx, row))).collect()
}

/// The form by which columns are chosen, in a menu.
pub(super) fn chooser(ctx: &Ctx, columns: &[Shown]) -> Markup {
    html! {
        details class="menu choose" {
            summary class="btn small" { (ctx.t("find-columns")) }
            form class="stack" method="post" action="/organisations/columns" {
                input type="hidden" name="back" value=(ctx.here);
                @for column in Shown::ALL {
                    (tick("column", column.as_str(), &column.label(ctx), columns.contains(&column)))
                }
                (control::submit(Button::Plain, None, &ctx.t("do-save")))
            }
        }
    }
}

/// Keeps the choice and goes back.
pub(super) async fn choose(Form(typed): Form<Vec<(String, String)>>) -> Response {
    let columns = of_words(typed.iter().filter(|(name, _)| name == "column").map(|(_, value)| value.as_str()));
    let asked = typed.iter().find(|(name, _)| name == "back").map_or(LIST, |(_, value)| value);
    (CookieJar::new().add(cookie(&columns)), Redirect::to(&back(Some(asked)))).into_response()
}

/// The cookie that remembers columns.
pub(super) fn cookie(columns: &[Shown]) -> Cookie<'static> {
    let mut cookie = Cookie::new(COOKIE, words(columns).join("."));
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.make_permanent();
    cookie
}

/// The address of the form is no page: it leads to the list.
pub(super) async fn back_to_list() -> Redirect {
    Redirect::to(LIST)
}
