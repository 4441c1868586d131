//! The columns of a list over its first rows: guessed, shown, corrected.

use super::{address, fields, messages};
use crate::lang;
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::message::notice;
use crate::ui::section::section;
use crate::ui::table::scroll;
use crate::ui::{Ctx, Icon, Tone};
use maud::{Markup, html};
use samesky_app::Session;
use samesky_app::access::Action;
use samesky_app::organisations::list::job::{ListColumn, ListJob, ListPreviewRow};

pub(super) fn page(ctx: &Ctx, session: &Session, job: &ListJob) -> Markup {
    let layout = &job.layout;
    let may = session.can(Action::Write);
    html! {
        @for one in &job.problems { (notice(Tone::Bad, &lang::remark::remark(ctx.lang, one), None)) }
        @if !layout.messages.is_empty() { div.note { (messages::shown(ctx, &layout.messages)) } }
        form.stack method="post" action={ (address(job.id)) "/map" } {
            (sheet_and_head(ctx, job))
            (section("columns", &ctx.t("lists-columns"), &html! {}, &html! {
                p.note { (ctx.t_with("lists-columns-note", &[("count", layout.below.into())])) }
                (columns(ctx, job, may))
            }))
            @if may {
                div.row {
                    (control::submit_as(Button::Primary, ("step", "compare"), Some(Icon::Scale), &ctx.t("lists-compare")))
                    (control::submit_as(Button::Plain, ("step", "read"), Some(Icon::Undo), &ctx.t("lists-read-again")))
                }
            }
        }
    }
}

fn sheet_and_head(ctx: &Ctx, job: &ListJob) -> Markup {
    let layout = &job.layout;
    let (sheet, head, hint) = (ctx.t("lists-sheet"), ctx.t("lists-head"), ctx.t("lists-head-hint"));
    let sheets: Vec<Choice> = layout.sheets.iter().map(|name| Choice::new(name.clone(), name.clone())).collect();
    let rows: Vec<String> = layout.header_rows.iter().map(u32::to_string).collect();
    let rows = if rows.is_empty() { "0".to_owned() } else { rows.join(", ") };
    html! {
        div.grid {
            @if sheets.len() > 1 { (Field::new("sheet", &sheet).value(&layout.sheet).select(&sheets)) }
            (Field::new("header_rows", &head).hint(&hint).value(&rows).text())
        }
    }
}

fn columns(ctx: &Ctx, job: &ListJob, may: bool) -> Markup {
    let layout = &job.layout;
    let caption = ctx.t("lists-columns");
    scroll(
        &caption,
        &html! {
            table class="t dense lists-columns" {
                caption.sr { (caption) }
                thead {
                    tr {
                        th scope="col" { (ctx.t("lists-row")) }
                        @for column in &layout.columns { th scope="col" { (head(ctx, column, may)) } }
                    }
                }
                tbody { @for row in &layout.rows { (preview(ctx, row, &layout.header_rows)) } }
            }
        },
    )
}

fn head(ctx: &Ctx, column: &ListColumn, may: bool) -> Markup {
    let id = format!("column-{}", column.letters);
    html! {
        label for=(id) {
            code { (column.letters) } " " bdi { (column.head) }
            @if column.hidden { " " span class="xs mute" { (ctx.t("lists-hidden")) } }
        }
        div.field {
            select id=(id) name=(id) disabled[!may] {
                @for choice in fields::choices(ctx, &column.field) {
                    option value=(choice.value) selected[choice.value == column.field] { (choice.label) }
                }
            }
        }
    }
}

fn preview(ctx: &Ctx, row: &ListPreviewRow, head: &[u32]) -> Markup {
    let class = head.contains(&row.row).then_some("sub");
    html! {
        tr class=[class] {
            th scope="row" { (row.row) @if row.hidden { " " span class="xs mute" { (ctx.t("lists-hidden")) } } }
            @for cell in &row.cells { td { bdi { (cell) } } }
        }
    }
}
