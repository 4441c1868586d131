//! The list of announcements.

use super::frame::Answer;
use super::layout::{Layout, Nav};
use super::query::{address, filled, word};
use super::sharing::{scope_field, shared_by};
use crate::state::{Officer, WebState};
use crate::ui::check::{CheckRow, arithmetic};
use crate::ui::control::Button;
use crate::ui::form::{Choice, Field};
use crate::ui::list::Tab;
use crate::ui::table::{Cell, Column, Mark, Order, Row};
use crate::ui::{Ctx, Icon, badge, control, figure, list, table, time};
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use maud::{Markup, html};
use samesky_app::announcements::{AnnouncementFilter, AnnouncementRow, AnnouncementSort, AnnouncementTally};
use samesky_app::{Page, PageOf};
use samesky_model::reading::Verdict;
use samesky_model::record::AnnouncementState;
use serde::Deserialize;

/// The routes of the list.
pub fn router() -> Router<WebState> {
    Router::new().route("/announcements", get(show))
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
struct Asked {
    state: Option<String>,
    q: Option<String>,
    language: Option<String>,
    verdict: Option<String>,
    from: Option<String>,
    import: Option<String>,
    scope: Option<String>,
    sort: Option<String>,
    after: Option<String>,
}

async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx, Query(asked): Query<Asked>) -> Answer<Markup> {
    let session = state.session(&officer);
    let page = Page { after: filled(asked.after.as_ref()), limit: 50 };
    let rows = state.app().announcements(&session, &asked.filter(), &page).await?;
    let tally = state.app().announcement_tally(&session).await?;
    Ok(page_of(&ctx, &asked, &rows, tally))
}

impl Asked {
    fn filter(&self) -> AnnouncementFilter {
        let (sort, descending) = match self.sort.as_deref() {
            Some("published") => (AnnouncementSort::Published, true),
            Some("title") => (AnnouncementSort::Title, false),
            _ => (AnnouncementSort::Imported, true),
        };
        AnnouncementFilter {
            state: word(self.state.as_ref()),
            language: filled(self.language.as_ref()),
            text_contains: filled(self.q.as_ref()),
            verdict: word(self.verdict.as_ref()),
            published_from: word(self.from.as_ref()),
            import: word(self.import.as_ref()),
            scope: word(self.scope.as_ref()).unwrap_or_default(),
            sort,
            descending,
            ..AnnouncementFilter::default()
        }
    }

    fn is_filtered(&self) -> bool {
        [&self.q, &self.language, &self.verdict, &self.from, &self.import, &self.scope]
            .into_iter()
            .any(|value| filled(value.as_ref()).is_some())
    }

    /// The same question with some answers changed; the cursor is dropped.
    fn with(&self, changes: &[(&str, &str)]) -> String {
        let value = |name: &str, own: &Option<String>| {
            let changed = changes.iter().find(|(changed, _)| *changed == name).map(|(_, value)| (*value).to_owned());
            changed.or_else(|| own.clone()).unwrap_or_default()
        };
        let all = [
            ("state", value("state", &self.state)),
            ("q", value("q", &self.q)),
            ("language", value("language", &self.language)),
            ("verdict", value("verdict", &self.verdict)),
            ("from", value("from", &self.from)),
            ("import", value("import", &self.import)),
            ("scope", value("scope", &self.scope)),
            ("sort", value("sort", &self.sort)),
            ("after", value("after", &None)),
        ];
        address("/announcements", &all.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

fn page_of(ctx: &Ctx, asked: &Asked, rows: &PageOf<AnnouncementRow>, tally: AnnouncementTally) -> Markup {
    let body = html! {
        (list::tabs(&ctx.t("column-status"), &tabs(ctx, asked, tally)))
        (filters(ctx, asked))
        @if rows.items.is_empty() { (nothing(ctx, asked)) } @else { (table_of(ctx, asked, rows)) }
    };
    Layout::new(ctx, ctx.t("nav-announcements"))
        .nav(Nav::Announcements)
        .by(html! { (ctx.t("announcements-by")) })
        .actions(control::link(Button::Primary, "/imports", Some(Icon::Plus), &ctx.t("announcements-add")))
        .landscape()
        .render(&body)
}

fn tabs(ctx: &Ctx, asked: &Asked, tally: AnnouncementTally) -> Vec<Tab> {
    let chosen: Option<AnnouncementState> = word(asked.state.as_ref());
    let count = |count: i64| u64::try_from(count).unwrap_or_default();
    let tab = |state: Option<AnnouncementState>, label: String, number: i64| Tab {
        href: asked.with(&[("state", state.map_or("", AnnouncementState::as_str))]),
        label,
        count: asked.scope.as_deref().is_none_or(str::is_empty).then_some(count(number)),
        current: chosen == state,
    };
    let all = tally.new + tally.in_review + tally.reviewed;
    vec![
        tab(None, ctx.t("show-all"), all),
        tab(Some(AnnouncementState::New), ctx.name(AnnouncementState::New), tally.new),
        tab(Some(AnnouncementState::InReview), ctx.name(AnnouncementState::InReview), tally.in_review),
        tab(Some(AnnouncementState::Reviewed), ctx.name(AnnouncementState::Reviewed), tally.reviewed),
    ]
}

fn filters(ctx: &Ctx, asked: &Asked) -> Markup {
    let any = || Choice::new("", ctx.t("show-all"));
    let languages: Vec<_> = std::iter::once(any())
        .chain(crate::lang::Lang::ALL.iter().map(|lang| Choice::new(lang.as_str(), lang.endonym())))
        .collect();
    let verdicts: Vec<_> = std::iter::once(any())
        .chain(Verdict::ALL.iter().map(|verdict| Choice::new(verdict.as_str(), ctx.name(*verdict))))
        .collect();
    let labels =
        ["announcements-words", "column-language", "column-checks", "announcements-from"].map(|key| ctx.t(key));
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        form.filters action="/announcements" {
            @if let Some(state) = &asked.state { input type="hidden" name="state" value=(state); }
            @if let Some(import) = &asked.import { input type="hidden" name="import" value=(import); }
            (Field::new("q", &labels[0]).value(&value(&asked.q)).grow().search())
            (Field::new("language", &labels[1]).value(&value(&asked.language)).select(&languages))
            (Field::new("verdict", &labels[2]).value(&value(&asked.verdict)).select(&verdicts))
            (Field::new("from", &labels[3]).value(&value(&asked.from)).date())
            (scope_field(ctx, asked.scope.as_ref()))
            (control::submit(Button::Plain, None, &ctx.t("do-filter")))
            @if asked.is_filtered() { (control::link(Button::Quiet, "/announcements", None, &ctx.t("do-clear"))) }
        }
    }
}

fn nothing(ctx: &Ctx, asked: &Asked) -> Markup {
    if asked.is_filtered() || asked.state.is_some() {
        return list::empty(&ctx.t("nothing-found"), &ctx.t("nothing-found-hint"), None);
    }
    let action = control::link(Button::Primary, "/imports", Some(Icon::Plus), &ctx.t("announcements-add"));
    list::empty(&ctx.t("announcements-empty"), &ctx.t("announcements-empty-hint"), Some(action))
}

fn table_of(ctx: &Ctx, asked: &Asked, rows: &PageOf<AnnouncementRow>) -> Markup {
    let sorted = |key: &str, name: &str, order: Order| {
        let current = asked.sort.as_deref().unwrap_or("imported") == name;
        Column::new(ctx.t(key)).sorted(asked.with(&[("sort", name)]), current.then_some(order))
    };
    let columns = [
        Column::new(ctx.t("column-status")),
        sorted("column-title", "title", Order::Ascending),
        Column::new(ctx.t("column-language")),
        Column::new(ctx.t("column-publisher")),
        sorted("column-published", "published", Order::Descending),
        Column::number(ctx.t("column-claims")),
        Column::new(ctx.t("column-checks")),
        sorted("announcements-imported", "imported", Order::Descending),
    ];
    let body: Vec<_> = rows.items.iter().map(|row| row_of(ctx, row)).collect();
    let caption = ctx.t_with("announcements-count", &[("count", rows.total.into())]);
    let to = |cursor: &Option<String>| cursor.as_deref().map(|cursor| asked.with(&[("after", cursor)]));
    html! {
        (table::table(ctx.lang, &caption, &columns, &body))
        (list::pager_cursor(ctx.lang, &caption, to(&rows.previous).as_deref(), to(&rows.next).as_deref()))
    }
}

fn row_of(ctx: &Ctx, row: &AnnouncementRow) -> Row {
    let announcement = &row.announcement;
    let tag = announcement.language.as_deref();
    let title = announcement.title.clone().or_else(|| announcement.file_name.clone());
    let bad = row.worst_check.as_ref().is_some_and(|check| check.verdict == Verdict::Contradicted);
    let cells = vec![
        Cell::new(badge::announcement_state(ctx.lang, announcement.state)),
        Cell::title(html! {
            a.title href={ "/announcements/" (announcement.id) } lang=[tag] {
                (title.unwrap_or_else(|| ctx.t("review-untitled")))
            }
            (shared_by(ctx, row.owner.as_ref()))
        }),
        Cell::new(badge::text_language(ctx.lang, tag)),
        Cell::new(match &announcement.publisher {
            Some(publisher) => html! { bdi { (publisher) } },
            None => figure::not_stated(ctx.lang),
        }),
        Cell::new(match &announcement.published {
            Some(published) => time::day(ctx.lang, published.date),
            None => figure::not_stated(ctx.lang),
        }),
        Cell::new(html! {
            (announcement.claims)
            @if announcement.pending > 0 && announcement.pending < announcement.claims {
                br; span class="xs mute" { (ctx.t_with("announcements-pending", &[("count", announcement.pending.into())])) }
            }
        }),
        Cell::wide(worst(ctx, row)),
        Cell::new(time::moment(ctx, announcement.imported.at)),
    ];
    Row::new(cells).mark(if bad { Mark::Bad } else { Mark::None })
}

fn worst(ctx: &Ctx, row: &AnnouncementRow) -> Markup {
    html! {
        @match &row.worst_check {
            None => (figure::dash()),
            Some(check) => {
                (badge::verdict(ctx.lang, check.verdict))
                @if !check.parts.is_empty() && check.verdict != Verdict::Unknown {
                    br; span class="sum xs" { (arithmetic(ctx.lang, &CheckRow::of(check, |_| None))) }
                }
            },
        }
    }
}
