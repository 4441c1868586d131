//! Every part of the pages with its states, on one page, in the reader's language. All content is invented.

mod samples;

use crate::{
    lang::code::{Coded, key},
    pages::layout::{Layout, Nav},
    ui::{
        Ctx, Icon, Tone, badge, chart, check, control,
        control::Button,
        dialog, figure, list, message,
        section::{Columns, columns, headlines, note, section},
        table::{self, Cell, Column, Row},
        time,
    },
};
use maud::{Markup, html};
use samesky_model::{
    reading::{MoneyClass, Qualifier, Verdict},
    record::{AnnouncementState, ClaimState, Counting, FigureState, FileOutcome, ImportState, Stage},
};

/// The page.
#[must_use]
pub fn page(ctx: &Ctx) -> Markup {
    let ctx = &samples::framed(ctx);
    let body = html! {
        (headlines(ctx.lang, &samples::headline_figures(ctx)))
        (note(&ctx.t("not-added")))
        div.stack {
            (columns(Columns::Wide, &checks(ctx), &charts(ctx)))
            (tables(ctx))
            (columns(Columns::Even, &numbers(ctx), &review(ctx)))
            (section("c-forms", &ctx.t("components-forms"), &note(&ctx.t("components-forms-note")), &samples::forms(ctx)))
            (columns(Columns::Even, &buttons(ctx), &messages(ctx)))
            (columns(Columns::Even, &badges(ctx), &states(ctx)))
            (columns(Columns::Even, &lists(ctx), &happened(ctx)))
            (colours(ctx))
        }
    };
    Layout::new(ctx, ctx.t("components-title"))
        .nav(Nav::Components)
        .by(html! { (ctx.t("components-by")) })
        .actions(control::print(&ctx.t("do-print")))
        .render(&body)
}

fn plain(ctx: &Ctx, id: &str, title: &str, body: &Markup) -> Markup {
    section(id, &ctx.t(title), &html! {}, body)
}

fn checks(ctx: &Ctx) -> Markup {
    let counts =
        [(Verdict::Contradicted, 1), (Verdict::Unknown, 1), (Verdict::Consistent, 1), (Verdict::Reconciled, 2)];
    let rows = samples::checks(ctx);
    let body = html! { @for row in &rows { (check::check_row(ctx.lang, row)) } };
    section("c-checks", &ctx.t("components-checks"), &badge::tally(ctx.lang, &counts), &body)
}

fn charts(ctx: &Ctx) -> Markup {
    let title = ctx.t("sample-chart");
    let body = html! {
        figure { (chart::columns(&title, &samples::points())) }
        details.behind { summary { (ctx.t("show-table")) } (chart::bars(&title, &samples::bars(ctx))) }
    };
    section("c-charts", &ctx.t("components-charts"), &note(&title), &body)
}

fn tables(ctx: &Ctx) -> Markup {
    let body = html! {
        (list::tabs(&ctx.t("column-stage"), &samples::tabs(ctx)))
        (table::table(ctx.lang, &ctx.t("sample-projects"), &samples::project_columns(ctx), &samples::project_rows(ctx)))
        (list::pager(ctx.lang, (1, 3, 64), |page| format!("?page={page}")))
    };
    plain(ctx, "c-tables", "components-tables", &body)
}

fn numbers(ctx: &Ctx) -> Markup {
    let heads =
        [Column::new(ctx.t("column-what")), Column::number(ctx.t("column-value")), Column::new(ctx.t("column-source"))];
    plain(
        ctx,
        "c-numbers",
        "components-numbers",
        &table::dense(ctx.lang, &ctx.t("components-numbers"), &heads, &samples::numbers(ctx)),
    )
}

fn review(ctx: &Ctx) -> Markup {
    let body = html! { div.demo { (samples::paper(ctx)) (samples::claims(ctx)) (samples::keys(ctx)) } };
    let aside = html! { span.note { (ctx.t_with("review-progress", &[("done", 1.into()), ("total", 3.into())])) } };
    section("c-review", &ctx.t("components-review"), &aside, &body)
}

fn buttons(ctx: &Ctx) -> Markup {
    let views = [
        ("?view=a", "column-organisation", true),
        ("?view=b", "column-event", false),
        ("?view=c", "column-project", false),
    ]
    .map(|(href, label, chosen)| (href.to_owned(), ctx.t(label), chosen));
    let body = html! {
        div.demo {
            div.row {
                (control::submit(Button::Primary, None, &ctx.t("do-save")))
                (control::link(Button::Plain, "#c-buttons", None, &ctx.t("do-cancel")))
                (control::submit(Button::Danger, None, &ctx.t("sample-withdraw")))
                (control::link(Button::Quiet, "#c-buttons", None, &ctx.t("do-clear")))
            }
            div.row {
                (control::unavailable(&ctx.t("sample-unavailable")))
                button.btn type="button" aria-busy="true" { (crate::ui::icon(Icon::Spin)) (ctx.t("working")) }
                (control::link(Button::Small, "#c-buttons", Some(Icon::Download), &ctx.t_with("do-download", &[("format", "XLSX".into())])))
                (control::submit_sign(("do", "close"), Icon::Close, &ctx.t("do-close")))
            }
            div.row { (control::switch(&ctx.t("column-kind"), &views)) }
        }
    };
    plain(ctx, "c-buttons", "components-buttons", &body)
}

fn messages(ctx: &Ctx) -> Markup {
    let open = || Some(html! { a href="#c-messages" { (ctx.t("do-open")) } });
    let body = html! {
        (message::notice(Tone::Info, &ctx.t("sample-waiting"), open()))
        (message::notice(Tone::Ok, &ctx.t("sample-saved"), None))
        (message::notice(Tone::Warn, &ctx.t("sample-changed"), open()))
        (message::notice(Tone::Bad, &ctx.t("sample-refused"), open()))
        (message::toast(Tone::Ok, &ctx.t("sample-accepted"), Some(html! { a href="#c-messages" { (ctx.t("do-undo")) } })))
    };
    plain(ctx, "c-messages", "components-messages", &body)
}

fn badges(ctx: &Ctx) -> Markup {
    let rows: Vec<Row> = [
        coded(ctx, Verdict::ALL, |value| badge::verdict(ctx.lang, value)),
        coded(ctx, &MoneyClass::ALL[..6], |value| badge::money(ctx.lang, value)),
        coded(ctx, Qualifier::ALL, |value| badge::qualifier(ctx.lang, value)),
    ]
    .concat();
    plain(ctx, "c-badges", "components-badges", &coded_table(ctx, "components-badges", &rows))
}

fn states(ctx: &Ctx) -> Markup {
    let (lang, row) = (ctx.lang, |markup: Vec<Markup>| html! { p.row { @for part in markup { (part) } } });
    let body = html! {
        div.demo {
            (coded_table(ctx, "components-stages", &coded(ctx, Stage::ALL, |value| badge::stage(lang, value))))
            (row(AnnouncementState::ALL.iter().map(|value| badge::announcement_state(lang, *value)).collect()))
            (row(ClaimState::ALL.iter().map(|value| badge::claim_state(lang, *value)).collect()))
            (row(ImportState::ALL.iter().map(|value| badge::import_state(lang, *value)).collect()))
            (row(FileOutcome::ALL.iter().map(|value| badge::file_outcome(lang, *value)).collect()))
            (row(FigureState::ALL.iter().map(|value| badge::figure_state(lang, *value)).collect()))
            (row(Counting::ALL.iter().map(|value| badge::counting(lang, *value)).collect()))
            (row(["zh-Hans", "ja", "en", "th", "ko"].iter().map(|tag| badge::text_language(lang, Some(tag))).collect()))
        }
    };
    plain(ctx, "c-states", "components-states", &body)
}

fn coded<C: Coded>(_: &Ctx, values: &[C], shown: impl Fn(C) -> Markup) -> Vec<Row> {
    values
        .iter()
        .map(|value| Row::new(vec![Cell::title(html! { code { (key(*value)) } }), Cell::new(shown(*value))]))
        .collect()
}

fn coded_table(ctx: &Ctx, caption: &str, rows: &[Row]) -> Markup {
    let heads = [Column::new(ctx.t("column-code")), Column::new(ctx.t("column-name"))];
    table::dense(ctx.lang, &ctx.t(caption), &heads, rows)
}

fn lists(ctx: &Ctx) -> Markup {
    let add = control::link(Button::Plain, "#c-lists", Some(Icon::Plus), &ctx.t("sample-add"));
    let answers = html! {
        div class="row end" {
            (control::link(Button::Plain, "#c-lists", None, &ctx.t("sample-keep")))
            (control::submit(Button::Danger, Some(Icon::Undo), &ctx.t("sample-withdraw")))
        }
    };
    let body = html! {
        div.demo {
            (list::stepper(&samples::steps(ctx)))
            (list::empty(&ctx.t("sample-empty"), &ctx.t("sample-empty-text"), Some(add)))
            (list::progress(ctx.lang, &ctx.t("sample-reading"), &ctx.t("sample-reading-now"), (128, 207)))
            (dialog::question("c-question", &ctx.t("sample-question"), &ctx.t("sample-question-text"), &answers))
        }
    };
    plain(ctx, "c-lists", "components-lists", &body)
}

fn happened(ctx: &Ctx) -> Markup {
    let when = |text: &str| text.parse().map(|at| time::moment(ctx, at)).unwrap_or_else(|_| figure::dash());
    let rows = [
        (when("2023-08-31T09:30:00Z"), html! { (ctx.t("sample-happened-1")) }),
        (when("2023-08-30T01:12:00Z"), html! { (ctx.t("sample-happened-2")) }),
    ];
    plain(ctx, "c-history", "components-history", &list::timeline(&rows))
}

fn colours(ctx: &Ctx) -> Markup {
    const NAMES: [&str; 16] = [
        "ground",
        "sunk",
        "hover",
        "ink",
        "ink-2",
        "line",
        "line-2",
        "blue",
        "blue-fill",
        "blue-wash",
        "bar",
        "warm",
        "warm-wash",
        "ok",
        "warn",
        "bad",
    ];
    let body = html! {
        ul.swatches {
            @for name in NAMES {
                li { svg aria-hidden="true" { rect class={ "sw-" (name) } width="100%" height="100%" {} } code { "--" (name) } }
            }
        }
    };
    section("c-colour", &ctx.t("components-colour"), &note(&ctx.t("components-colour-note")), &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn components_page_renders_in_each_language_without_a_bare_key() {
        for lang in Lang::ALL {
            let page = page(&Ctx::new(*lang, "/components")).0;
            assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{lang}");
            assert!(page.contains(&crate::lang::tr(*lang, "sample-empty-text", &[])), "{lang}");
            assert!(!page.contains(" style="), "a style attribute would be refused by the policy");
            for key in ["components-", "sample-", "column-", "unit-", "nav-"] {
                assert!(!page.contains(&format!(">{key}")), "{lang}: a key beginning with {key} is shown");
            }
        }
    }
}
