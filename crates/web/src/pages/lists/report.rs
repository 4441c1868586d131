//! What would come of each row of a list, with the doubtful ones to be decided and the button that keeps all of it.

use super::{address, messages, start};
use crate::lang::register::register;
use crate::lang::registry;
use crate::pages::frame::Answer;
use crate::pages::query::{address as asked_address, filled, word};
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::form::tick;
use crate::ui::list::{Tab, pager, tabs};
use crate::ui::message::notice;
use crate::ui::section::section;
use crate::ui::table::{Cell, Column, Mark, Row, table};
use crate::ui::{Ctx, Icon, Tone, badge, list};
use maud::{Markup, html};
use samesky_app::Session;
use samesky_app::access::Action;
use samesky_app::organisations::list::RowOutcome;
use samesky_app::organisations::list::job::{ListJob, ListJobRow, RowCandidate, RowFilter, RowsOfList};
use samesky_model::record::RowTotals;
use serde::Deserialize;

/// Rows of a page.
const SIZE: u64 = 50;

/// The questions as they stand in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    outcome: Option<String>,
    page: Option<String>,
    show: Option<String>,
}

impl Asked {
    /// Whether the columns are asked for once more.
    pub(super) fn wants_columns(&self) -> bool {
        self.show.as_deref() == Some("columns")
    }

    fn page(&self) -> u64 {
        self.page.as_ref().and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 1_000_000)
    }

    fn undecided(&self) -> bool {
        self.show.as_deref() == Some("undecided")
    }
}

pub(super) async fn page(
    state: &WebState,
    session: &Session,
    ctx: &Ctx,
    job: &ListJob,
    asked: &Asked,
) -> Answer<Markup> {
    let filter = RowFilter { outcome: word(asked.outcome.as_ref()), undecided: asked.undecided() };
    let skip = (asked.page() - 1) * SIZE;
    let found = state.app().list_job_rows(session, job.id, filter, (0, skip, SIZE)).await?;
    let may = session.can(Action::Write);
    Ok(html! {
        (summary(ctx, job, &found))
        @if may { (keep(ctx, job, &found)) }
        (section("report", &ctx.t("lists-report"), &downloads(job), &html! {
            (outcomes(ctx, job, asked, &found))
            @if found.items.is_empty() {
                (list::empty(&ctx.t("nothing-found"), &ctx.t("nothing-found-hint"), None))
            } @else {
                (rows(ctx, job, asked, &found, may))
            }
        }))
    })
}

fn summary(ctx: &Ctx, job: &ListJob, found: &RowsOfList) -> Markup {
    let RowTotals { new, updated, refused, .. } = job.totals;
    let text = if refused > 0 {
        ctx.t_with("lists-has-refused", &[("count", refused.into())])
    } else if found.undecided > 0 {
        ctx.t_with("lists-has-doubtful", &[("count", found.undecided.into())])
    } else if new + updated + job.totals.doubtful == 0 {
        ctx.t("lists-nothing-new")
    } else {
        ctx.t("lists-all-clear")
    };
    let tone = if refused > 0 {
        Tone::Bad
    } else if found.undecided > 0 {
        Tone::Warn
    } else {
        Tone::Info
    };
    html! {
        (notice(tone, &format!("{} {text}", ctx.t_with("lists-dry", &[("totals", start::totals(ctx, job.totals).into())])), None))
        @if !job.layout.messages.is_empty() { div.note { (messages::shown(ctx, &job.layout.messages)) } }
    }
}

fn keep(ctx: &Ctx, job: &ListJob, found: &RowsOfList) -> Markup {
    let RowTotals { new, updated, doubtful, refused, .. } = job.totals;
    let decided = doubtful - i64::try_from(found.undecided).unwrap_or(doubtful);
    let something = new + updated + decided > 0;
    html! {
        form class="stack no-print" method="post" action={ (address(job.id)) "/keep" } {
            @if refused > 0 && something { (tick("skip_refused", "yes", &ctx.t("lists-skip-refused"), false)) }
            div.row {
                @if something { (control::submit(Button::Primary, Some(Icon::Ok), &ctx.t("lists-keep"))) }
                (control::link(Button::Plain, &format!("{}?show=columns", address(job.id)), Some(Icon::Table), &ctx.t("lists-columns-again")))
            }
        }
    }
}

fn downloads(job: &ListJob) -> Markup {
    html! {
        @for kind in ["csv", "xlsx"] {
            (control::link(Button::Small, &format!("{}/report.{kind}", address(job.id)), Some(Icon::Download), &kind.to_uppercase()))
            " "
        }
    }
}

fn outcomes(ctx: &Ctx, job: &ListJob, asked: &Asked, found: &RowsOfList) -> Markup {
    let of = job.totals;
    let counts = [
        (RowOutcome::New, of.new),
        (RowOutcome::Updated, of.updated),
        (RowOutcome::Unchanged, of.unchanged),
        (RowOutcome::Doubtful, of.doubtful),
        (RowOutcome::Refused, of.refused),
    ];
    let count = |count: i64| u64::try_from(count).ok();
    let here = filled(asked.outcome.as_ref());
    let all = Tab {
        href: address(job.id),
        label: ctx.t("show-all"),
        count: count(counts.iter().map(|(_, count)| count).sum()),
        current: here.is_none() && !asked.undecided(),
    };
    let one = |(outcome, number): &(RowOutcome, i64)| Tab {
        href: asked_address(&address(job.id), &[("outcome", outcome.as_str())]),
        label: ctx.name(*outcome),
        count: count(*number),
        current: here.as_deref() == Some(outcome.as_str()),
    };
    let open = Tab {
        href: asked_address(&address(job.id), &[("show", "undecided")]),
        label: ctx.t("lists-undecided"),
        count: Some(found.undecided),
        current: asked.undecided(),
    };
    let shown = counts.iter().filter(|(_, number)| *number > 0).map(one);
    let open = Some(open).filter(|_| of.doubtful > 0);
    let shown: Vec<Tab> = std::iter::once(all).chain(shown).chain(open).collect();
    html! {
        (tabs(&ctx.t("lists-report"), &shown))
        p.on-paper { @for tab in &shown { span { (tab.label) " " (tab.count.unwrap_or_default()) } } }
    }
}

fn at(job: &ListJob, asked: &Asked, page: u64) -> String {
    let own = |value: &Option<String>| value.clone().unwrap_or_default();
    let (outcome, show, page) = (own(&asked.outcome), own(&asked.show), page.to_string());
    let page = if page == "1" { "" } else { page.as_str() };
    asked_address(&address(job.id), &[("outcome", &outcome), ("show", &show), ("page", page)])
}

fn rows(ctx: &Ctx, job: &ListJob, asked: &Asked, found: &RowsOfList, may: bool) -> Markup {
    let columns = [
        Column::number(ctx.t("lists-row")),
        Column::new(ctx.t("import-outcome")),
        Column::new(ctx.t("column-organisation")),
        Column::new(ctx.t("import-remarks")),
        Column::new(ctx.t("lists-decision")),
    ];
    let open = may && found.items.iter().any(|row| row.outcome == RowOutcome::Doubtful);
    let columns = if open { &columns[..] } else { &columns[..4] };
    let caption = ctx.t_with("lists-rows", &[("count", found.total.into())]);
    let lines: Vec<Row> = found.items.iter().map(|row| line(ctx, row, open)).collect();
    let shown = html! {
        (table(ctx.lang, &caption, columns, &lines))
        (pager(ctx.lang, (asked.page(), SIZE, found.total), |page| at(job, asked, page)))
    };
    if !open {
        return shown;
    }
    html! {
        form method="post" action={ (address(job.id)) "/decide" } {
            input type="hidden" name="back" value=(at(job, asked, asked.page()));
            (shown)
            div.row { (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("lists-decide"))) }
        }
    }
}

fn line(ctx: &Ctx, row: &ListJobRow, open: bool) -> Row {
    let mut cells = vec![
        Cell::new(html! { (row.row) }),
        Cell::new(badge::row_outcome(ctx.lang, row.outcome)),
        Cell::title(html! {
            @let name = row.name.clone().unwrap_or_default();
            @match row.organisation {
                Some(id) => a href={ "/organisations/" (id) } { bdi { (name) } },
                None => bdi { (name) },
            }
            @for (scheme, number) in &row.identifiers { span class="xs mute block" { (register(ctx.lang, scheme)) " " code { (number) } } }
        }),
        Cell::wide(messages::shown(ctx, &row.messages)),
    ];
    if open {
        cells.push(Cell::wide(html! { @if row.outcome == RowOutcome::Doubtful { (decision(ctx, row)) } }));
    }
    let mark = if row.outcome == RowOutcome::Refused { Mark::Bad } else { Mark::None };
    Row::new(cells).mark(mark).id(format!("row-{}", row.row))
}

/// The choices of a doubtful row: the likeliest first, each with what speaks for it.
fn decision(ctx: &Ctx, row: &ListJobRow) -> Markup {
    let name = format!("row-{}", row.row);
    let chosen = row.choice.as_deref().unwrap_or_default();
    let one = |value: &str, said: Markup| {
        html! {
            label.tick { input type="radio" name=(name) value=(value) checked[value == chosen]; span { (said) } }
        }
    };
    html! {
        fieldset {
            legend.sr { (ctx.t_with("lists-decision-of", &[("row", row.row.into())])) }
            @for candidate in &row.candidates {
                @if let Some(value) = value_of(candidate) { (one(&value, said(ctx, candidate))) }
            }
            (one("new", html! { (ctx.t("lists-choice-new")) }))
            (one("skip", html! { (ctx.t("lists-choice-skip")) }))
            (one("", html! { (ctx.t("lists-choice-open")) }))
        }
    }
}

fn value_of(candidate: &RowCandidate) -> Option<String> {
    let row = candidate.row.map(|row| format!("row:{row}"));
    candidate.organisation.map(|id| id.to_string()).or(row)
}

fn said(ctx: &Ctx, candidate: &RowCandidate) -> Markup {
    let score = format!("{}.{} %", candidate.score / 10, candidate.score % 10);
    html! {
        @match (candidate.organisation, candidate.row) {
            (Some(id), _) => a href={ "/organisations/" (id) } { bdi { (candidate.name) } },
            (None, Some(row)) => (ctx.t_with("lists-choice-row", &[("row", row.into()), ("name", candidate.name.as_str().into())])),
            (None, None) => bdi { (candidate.name) },
        }
        " " span class="xs mute" { (score) }
        span class="xs mute block" { (registry::reasons(ctx.lang, &candidate.evidence)) }
    }
}
