//! The announcements on which a record rests, each leading to the words.

use crate::pages::figures::parts::published;
use crate::ui::table::{Cell, Column, Row, table};
use crate::ui::{Ctx, badge, figure};
use maud::{Markup, html};
use samesky_app::ledger::SourceRow;
use samesky_model::record::{Announcement, ClaimRecord};

/// The words of a claim.
pub(in crate::pages) fn words(claim: &ClaimRecord) -> String {
    format!("/claims/{}", claim.id)
}

/// The announcement's title as a link to the words of the claim.
pub(in crate::pages) fn title(ctx: &Ctx, row: &SourceRow) -> Markup {
    html! {
        a.title href=(words(&row.claim)) lang=[row.announcement.language.as_deref()] { (called(ctx, &row.announcement)) }
    }
}

/// What an announcement is called.
pub(in crate::pages) fn called(ctx: &Ctx, announcement: &Announcement) -> String {
    let known = announcement.title.clone().or_else(|| announcement.file_name.clone());
    known.unwrap_or_else(|| ctx.t("review-untitled"))
}

/// The publisher as written.
pub(in crate::pages) fn publisher(ctx: &Ctx, announcement: &Announcement) -> Markup {
    html! {
        @match &announcement.publisher {
            Some(publisher) => bdi lang=[announcement.language.as_deref()] { (publisher) },
            None => (figure::not_stated(ctx.lang)),
        }
    }
}

/// The table of sources; `action` puts something at the end of each row.
pub(in crate::pages) fn table_of(
    ctx: &Ctx,
    rows: &[SourceRow],
    action: Option<&dyn Fn(&SourceRow) -> Markup>,
) -> Markup {
    let mut columns = vec![
        Column::new(ctx.t("column-title")),
        Column::new(ctx.t("column-publisher")),
        Column::new(ctx.t("column-published")),
        Column::new(ctx.t("column-language")),
        Column::new(ctx.t("column-status")),
    ];
    columns.extend(action.map(|_| Column::new(ctx.t("events-separate"))));
    let body: Vec<_> = rows.iter().map(|row| body_row(ctx, row, action)).collect();
    table(ctx.lang, &ctx.t_with("records-sources-count", &[("count", rows.len().into())]), &columns, &body)
}

fn body_row(ctx: &Ctx, row: &SourceRow, action: Option<&dyn Fn(&SourceRow) -> Markup>) -> Row {
    let SourceRow { claim, announcement } = row;
    let mut cells = vec![
        Cell::title(title(ctx, row)),
        Cell::new(publisher(ctx, announcement)),
        Cell::new(published(ctx, announcement)),
        Cell::new(badge::text_language(ctx.lang, announcement.language.as_deref())),
        Cell::new(badge::claim_state(ctx.lang, claim.state)),
    ];
    cells.extend(action.map(|action| Cell::wide(action(row))));
    Row::new(cells)
}
