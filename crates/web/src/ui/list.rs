//! What stands around lists: tabs, pages, emptiness, progress, facts, history.

use super::{Icon, icon};
use crate::lang::{Lang, format::group, tr};
use maud::{Markup, html};

/// One tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// How many are behind it.
    pub count: Option<u64>,
    /// Whether it is open.
    pub current: bool,
}

/// Tabs, each an address of its own.
#[must_use]
pub fn tabs(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav.tabs aria-label=(label) {
            @for tab in tabs {
                a href=(tab.href) aria-current=[tab.current.then_some("page")] {
                    (tab.label)
                    @if let Some(count) = tab.count { " " span.c { (group(&count.to_string())) } }
                }
            }
        }
    }
}

/// The pages of a list of `total` rows, `size` to a page, of which `page` (from 1) is shown. `href` gives a page's address.
#[must_use]
pub fn pager(lang: Lang, (page, size, total): (u64, u64, u64), href: impl Fn(u64) -> String) -> Markup {
    let size = size.max(1);
    let last = total.div_ceil(size).max(1);
    let page = page.clamp(1, last);
    let from = if total == 0 { 0 } else { (page - 1) * size + 1 };
    let to = (page * size).min(total);
    html! {
        div.pages {
            span { (tr(lang, "pager-range", &[("from", from.into()), ("to", to.into()), ("total", total.into())])) }
            @if last > 1 {
                nav aria-label=(tr(lang, "pager-label", &[])) { ul { (page_links(lang, page, last, &href)) } }
            }
        }
    }
}

fn page_links(lang: Lang, page: u64, last: u64, href: &dyn Fn(u64) -> String) -> Markup {
    html! {
        @if page > 1 { li { (turn(&href(page - 1), "prev", Icon::Previous, &tr(lang, "pager-previous", &[]))) } }
        @for number in shown_pages(page, last) {
            @match number {
                Some(number) if number == page => li { span aria-current="page" { (number) } },
                Some(number) => li {
                    a href=(href(number)) aria-label=(tr(lang, "pager-page", &[("page", number.into())])) { (number) }
                },
                None => li.gap aria-hidden="true" { "…" },
            }
        }
        @if page < last { li { (turn(&href(page + 1), "next", Icon::Next, &tr(lang, "pager-next", &[]))) } }
    }
}

fn turn(href: &str, rel: &str, sign: Icon, label: &str) -> Markup {
    html! { a href=(href) rel=(rel) aria-label=(label) { (icon(sign)) } }
}

/// The first, the last, and those around the shown one; a gap is `None`.
fn shown_pages(page: u64, last: u64) -> Vec<Option<u64>> {
    let mut shown: Vec<u64> = [1, page.saturating_sub(1), page, page + 1, last].to_vec();
    shown.retain(|number| (1..=last).contains(number));
    shown.sort_unstable();
    shown.dedup();
    let mut out = Vec::new();
    for (place, number) in shown.iter().enumerate() {
        match place.checked_sub(1).and_then(|before| shown.get(before)) {
            Some(before) if before + 2 == *number => out.push(Some(before + 1)),
            Some(before) if before + 2 < *number => out.push(None),
            _ => {}
        }
        out.push(Some(*number));
    }
    out
}

/// Older and newer, for lists that are read by a cursor.
#[must_use]
pub fn pager_cursor(lang: Lang, count: &str, previous: Option<&str>, next: Option<&str>) -> Markup {
    html! {
        div.pages {
            span { (count) }
            nav aria-label=(tr(lang, "pager-label", &[])) {
                ul {
                    @if let Some(href) = previous { li { (turn(href, "prev", Icon::Previous, &tr(lang, "pager-previous", &[]))) } }
                    @if let Some(href) = next { li { (turn(href, "next", Icon::Next, &tr(lang, "pager-next", &[]))) } }
                }
            }
        }
    }
}

/// An empty place: what would be here, and what to do next.
#[must_use]
pub fn empty(title: &str, text: &str, action: Option<Markup>) -> Markup {
    html! {
        div.empty {
            h3 { (title) }
            p { (text) }
            @if let Some(action) = action { (action) }
        }
    }
}

/// How far something has come, with what is happening now.
#[must_use]
pub fn progress(lang: Lang, label: &str, now: &str, (done, total): (u64, u64)) -> Markup {
    let said = tr(lang, "progress-of", &[("done", done.into()), ("total", total.into())]);
    html! {
        div.progress {
            p.row { span { (label) } span class="mute xs" { (said) @if !now.is_empty() { " · " (now) } } }
            progress max=(total.max(1)) value=(done) aria-label=(label) { (said) }
        }
    }
}

/// Facts of one thing: name and value.
#[must_use]
pub fn facts(rows: &[(String, Markup)]) -> Markup {
    html! {
        dl.facts { @for (name, value) in rows { dt { (name) } dd { (value) } } }
    }
}

/// What happened, newest first: (when, what).
#[must_use]
pub fn timeline(rows: &[(Markup, Markup)]) -> Markup {
    html! {
        ol.time {
            @for (place, (when, what)) in rows.iter().enumerate() {
                li class=[(place == 0).then_some("now")] { div.when { (when) } (what) }
            }
        }
    }
}

/// Where a step of a way stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Behind.
    Done,
    /// Here.
    Now,
    /// Ahead.
    Ahead,
}

/// The steps of a way, as in an import: each with what is said of it.
#[must_use]
pub fn stepper(steps: &[(Step, String, Markup)]) -> Markup {
    html! {
        ol.stepper {
            @for (step, label, said) in steps {
                @match step {
                    Step::Done => li.done { (label) small { (said) } },
                    Step::Now => li.now aria-current="step" { (label) small { (said) } },
                    Step::Ahead => li { (label) small { (said) } },
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_pages_gaps_stand_for_two_or_more() {
        let shown = |page, last| -> String {
            shown_pages(page, last)
                .iter()
                .map(|page| page.map_or("…".to_owned(), |page| page.to_string()) + " ")
                .collect()
        };
        assert_eq!(shown(1, 1), "1 ");
        assert_eq!(shown(1, 9), "1 2 … 9 ");
        assert_eq!(shown(3, 9), "1 2 3 4 … 9 ");
        assert_eq!(shown(5, 9), "1 … 4 5 6 … 9 ");
        assert_eq!(shown(7, 9), "1 … 6 7 8 9 ");
    }

    #[test]
    fn pager_page_out_of_range_shows_the_last() {
        let made = pager(Lang::En, (99, 50, 120), |page| format!("?page={page}")).0;
        assert!(made.contains("101–120 of 120"), "{made}");
    }
}
