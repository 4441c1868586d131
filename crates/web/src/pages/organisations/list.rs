//! The list of organisations.

use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::{address, filled, word};
use crate::pages::records::{listing, names, state};
use crate::pages::sharing::{scope_field, shared_by};
use crate::state::{Officer, WebState};
use crate::ui::control::{self};
use crate::ui::form::Field;
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, badge, time};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::ledger::OrganisationFilter;
use samesky_app::lists::OrganisationRow;
use samesky_app::{Page, PageOf};
use samesky_model::reading::OrganisationKind;
use serde::Deserialize;

/// The address of the list.
pub(super) const LIST: &str = "/organisations";

/// The questions as they stand in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    q: Option<String>,
    kind: Option<String>,
    state: Option<String>,
    scope: Option<String>,
    after: Option<String>,
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let page = Page { after: filled(asked.after.as_ref()), limit: 50 };
    let found = state.app().organisation_rows(&state.session(&officer), &asked.filter(), &page).await?;
    Ok(page_of(&ctx, &asked, &found))
}

impl Asked {
    fn filter(&self) -> OrganisationFilter {
        OrganisationFilter {
            text_contains: filled(self.q.as_ref()),
            kind: word(self.kind.as_ref()),
            state: state::asked(self.state.as_ref()),
            scope: word(self.scope.as_ref()).unwrap_or_default(),
        }
    }

    fn is_filtered(&self) -> bool {
        [&self.q, &self.kind, &self.state, &self.scope].into_iter().any(|one| filled(one.as_ref()).is_some())
    }

    fn at(&self, cursor: &str) -> String {
        let own = |value: &Option<String>| value.clone().unwrap_or_default();
        let all = [
            ("q", own(&self.q)),
            ("kind", own(&self.kind)),
            ("state", own(&self.state)),
            ("scope", own(&self.scope)),
            ("after", cursor.to_owned()),
        ];
        address(LIST, &all.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

fn page_of(ctx: &Ctx, asked: &Asked, found: &PageOf<OrganisationRow>) -> Markup {
    let body = html! {
        (filters(ctx, asked))
        @if found.items.is_empty() { (listing::no_records(ctx, asked.is_filtered(), "organisations-empty")) } @else { (table_of(ctx, asked, found)) }
    };
    Layout::new(ctx, ctx.t("nav-organisations"))
        .nav(Nav::Organisations)
        .by(html! { (ctx.t("organisations-by")) })
        .actions(control::print(&ctx.t("do-print")))
        .render(&body)
}

fn filters(ctx: &Ctx, asked: &Asked) -> Markup {
    let kinds = listing::any_of(ctx, OrganisationKind::ALL);
    let labels = ["organisations-words", "column-kind"].map(|key| ctx.t(key));
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        form.filters action=(LIST) {
            (Field::new("q", &labels[0]).value(&value(&asked.q)).grow().search())
            (Field::new("kind", &labels[1]).value(&value(&asked.kind)).select(&kinds))
            (state::field(ctx, asked.state.as_ref()))
            (scope_field(ctx, asked.scope.as_ref()))
            (listing::buttons(ctx, LIST, asked.is_filtered()))
        }
    }
}

fn table_of(ctx: &Ctx, asked: &Asked, found: &PageOf<OrganisationRow>) -> Markup {
    let columns = [
        Column::new(ctx.t("column-name")),
        Column::new(ctx.t("column-kind")),
        Column::number(ctx.t("records-sources")),
        Column::new(ctx.t("records-since")),
    ];
    listing::table_of(ctx, "organisations-count", &columns, found, |row| row_of(ctx, row), |cursor| asked.at(cursor))
}

fn row_of(ctx: &Ctx, row: &OrganisationRow) -> Row {
    let one = &row.organisation;
    Row::new(vec![
        Cell::title(html! {
            (names::linked(ctx, &format!("/organisations/{}", one.id), &one.names, &ctx.t("records-no-name")))
            (badge::record_state(ctx.lang, one.state))
            (shared_by(ctx, row.owner.as_ref()))
        }),
        Cell::new(html! { span.nw { (ctx.name(one.kind)) } }),
        Cell::new(html! { (row.sources) }),
        Cell::new(time::moment(ctx, one.created.at)),
    ])
}
