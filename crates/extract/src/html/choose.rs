//! Which lines are the article, its headline, and the lines of date and source beside it.

use super::lines::{Kind, Page};
use super::names::Purpose;
use super::weigh::{Weight, is_linked, weights};
use super::words::{is_others, is_prose, is_published, is_today};
use crate::wide::units;
use std::ops::Range;

/// What was chosen, as numbers of lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    headline: Option<usize>,
    before: Vec<usize>,
    body: Vec<usize>,
    after: Vec<usize>,
    /// The title from the page's head, where no line of the page is the headline.
    stated: Option<String>,
}

/// A run of this weight is an article; below it the page is a list, a form or empty.
const ENOUGH: i64 = 60;
/// All that stands between two parts of one article weighs at most this much against joining them.
const WIDEST_GAP: i64 = 150;
/// So many lines that are no prose part two articles.
const LONGEST_GAP: usize = 15;
/// How far from the article its date and source lines are looked for.
const NEAR: usize = 8;

/// Chooses. `titles` are the titles that the page's head states, the most trustworthy first.
pub(crate) fn choose(page: &Page, titles: &[String]) -> Choice {
    let weights = weights(page);
    let stated = titles.first().cloned();
    let run = heaviest_run(&weights).map(|run| fitted(page, &weights, run));
    let Some(run) = run.or_else(|| only_article(page, &weights)) else {
        return Choice { stated, ..Choice::default() };
    };
    let headline = headline(page, &weights, &run, titles);
    let start = headline.map_or(run.start, |line| run.start.max(line + 1));
    let (before, start) = lines_before(page, &weights, headline, start, run.end);
    let (body, after) = lines_of(page, &weights, start, run.end);
    Choice { stated: stated.filter(|_| headline.is_none()), headline, before, body, after }
}

impl Choice {
    /// Whether an article was found.
    pub(crate) const fn is_article(&self) -> bool {
        !self.body.is_empty()
    }

    /// The text, and where in it the article stands, in code points. Without an article it is the page's lines.
    pub(crate) fn write(&self, page: &Page) -> (String, Option<(usize, usize)>) {
        if !self.is_article() {
            return (whole(page), None);
        }
        let line = |number: &usize| page.lines.get(*number).map_or("", |line| line.text.as_str());
        let top = self.headline.iter().map(line).chain(self.stated.as_deref()).chain(self.before.iter().map(line));
        let (top, body): (Vec<&str>, Vec<&str>) = (top.collect(), self.body.iter().map(line).collect());
        let length = |lines: &[&str]| lines.iter().map(|line| line.chars().count() + 1).sum::<usize>();
        let (start, end) = (length(&top), length(&top) + length(&body) - 1);
        let all: Vec<&str> = top.into_iter().chain(body).chain(self.after.iter().map(line)).collect();
        (all.join("\n"), Some((start, end)))
    }

    /// The headline as it stands on the page.
    pub(crate) fn title(&self, page: &Page) -> Option<String> {
        self.headline.and_then(|line| page.lines.get(line)).map(|line| line.text.clone())
    }
}

/// All lines but those in boxes that say of themselves that they stand around something; all there are where nothing
/// else is.
fn whole(page: &Page) -> String {
    let weights = weights(page);
    let kept = |boxed: bool| -> Vec<&str> {
        let lines = page.lines.iter().zip(&weights);
        lines.filter(|(_, weight)| boxed || !weight.boxed).map(|(line, _)| line.text.as_str()).collect()
    };
    let lines = kept(false);
    if lines.is_empty() { kept(true).join("\n") } else { lines.join("\n") }
}

/// The consecutive lines whose weights add up to most, with the weight of gaps bounded.
fn heaviest_run(weights: &[Weight]) -> Option<Range<usize>> {
    let (mut best, mut best_sum) = (None, ENOUGH - 1);
    let (mut start, mut sum, mut gap, mut gap_lines) = (0, 0_i64, 0_i64, 0_usize);
    for (at, weight) in weights.iter().enumerate() {
        if weight.value > 0 {
            if sum <= 0 || gap_lines > LONGEST_GAP {
                (start, sum) = (at, 0);
            }
            (gap, gap_lines) = (0, 0);
            sum += weight.value;
        } else if weight.value < 0 {
            let applied = weight.value.max(gap - WIDEST_GAP);
            gap -= applied;
            gap_lines += 1;
            sum += applied;
        }
        if sum > best_sum {
            (best, best_sum) = (Some(start..at + 1), sum);
        }
    }
    best
}

/// The run made to fit an element: the smallest that the page calls an article and that holds nearly all of the run;
/// otherwise the smallest that holds all of it, if not much else; otherwise the run with the tables that follow it.
fn fitted(page: &Page, weights: &[Weight], run: Range<usize>) -> Range<usize> {
    let worth = |lines: Range<usize>| -> i64 {
        weights.get(lines).unwrap_or_default().iter().map(|weight| weight.value.max(0)).sum()
    };
    let all = worth(run.clone());
    let shared = |lines: &Range<usize>| {
        let shared = run.start.max(lines.start)..run.end.min(lines.end);
        if shared.start < shared.end { worth(shared) } else { 0 }
    };
    let smallest = |purpose: Purpose, percent: i64| {
        let areas = page.areas.iter().filter(|area| area.purpose == purpose).map(|area| area.lines.clone());
        areas.filter(|lines| shared(lines) * 100 >= all * percent).min_by_key(ExactSizeIterator::len)
    };
    let tight = |lines: &Range<usize>| {
        let more = lines.clone().filter(|line| !run.contains(line) && !weights.get(*line).is_none_or(|w| w.around));
        more.count() <= run.len() + 20 && worth(lines.clone()) * 3 <= all * 4
    };
    if let Some(area) = smallest(Purpose::Article, 55).or_else(|| smallest(Purpose::Unsaid, 100).filter(tight)) {
        return trimmed(page, weights, area);
    }
    let rows = page.lines.get(run.end..).unwrap_or_default().iter().take_while(|line| line.kind == Kind::Row);
    run.start..run.end + rows.count()
}

/// Without any prose: the smallest element that the page calls an article and that holds most of its words, as with a
/// list of projects.
fn only_article(page: &Page, weights: &[Weight]) -> Option<Range<usize>> {
    let words = |lines: Range<usize>| -> usize {
        let lines =
            page.lines.get(lines.clone()).unwrap_or_default().iter().zip(weights.get(lines).unwrap_or_default());
        lines.filter(|(_, weight)| !weight.around).map(|(line, _)| units(&line.text)).sum()
    };
    let all = words(0..page.lines.len());
    let areas = page.areas.iter().filter(|area| area.purpose == Purpose::Article).map(|area| area.lines.clone());
    let area = areas.filter(|lines| words(lines.clone()) * 2 > all).min_by_key(ExactSizeIterator::len)?;
    (all >= 60).then(|| trimmed(page, weights, area))
}

/// An area without what stands around the article inside it, and without all that follows a heading of other articles
/// (one in a box of its own parts nothing).
fn trimmed(page: &Page, weights: &[Weight], area: Range<usize>) -> Range<usize> {
    let seen = |line: usize| weights.get(area.start..line).unwrap_or_default().iter().any(|weight| weight.value > 0);
    let boxed = |line: usize| weights.get(line).is_some_and(|weight| weight.boxed);
    let is_others = |line: usize| page.lines.get(line).is_some_and(|line| is_others(&line.text));
    let others = |line: &usize| is_others(*line) && !boxed(*line) && seen(*line);
    let end = area.clone().find(others).unwrap_or(area.end);
    let kept = |line: &usize| weights.get(*line).is_some_and(|weight| !weight.around);
    let first = (area.start..end).find(kept).unwrap_or(area.start);
    let last = (area.start..end).rev().find(kept).unwrap_or(end.saturating_sub(1));
    first..last + 1
}

/// The line that is the headline: above the article or at its beginning, part of the stated title or a heading.
fn headline(page: &Page, weights: &[Weight], run: &Range<usize>, titles: &[String]) -> Option<usize> {
    let is_prose = |line: &usize| weights.get(*line).is_some_and(|weight| weight.value > 0);
    let first_prose = run.clone().find(is_prose).unwrap_or(run.start);
    let candidates = || (0..=first_prose).rev().filter_map(|at| page.lines.get(at).map(|line| (at, line)));
    let matching = |title: &String| {
        candidates()
            .filter(|(_, line)| is_same_title(&line.text, title))
            .max_by_key(|(at, line)| (units(&line.text), line.kind == Kind::Heading(1), *at))
    };
    if let Some((at, _)) = titles.iter().find_map(matching) {
        return Some(at);
    }
    let near = run.start.saturating_sub(NEAR * 2);
    let usable =
        |at: usize, text: &str| at >= near && !is_published(text) && weights.get(at).is_some_and(|w| !w.around);
    let heading = |level: u8| {
        candidates().find(|(at, line)| line.kind == Kind::Heading(level) && usable(*at, &line.text)).map(|(at, _)| at)
    };
    (1..=3).find_map(heading).or_else(|| line_above(page, weights, first_prose))
}

/// The line right above the first prose, lines of date and source apart, if it is as long as a headline.
fn line_above(page: &Page, weights: &[Weight], first_prose: usize) -> Option<usize> {
    let text = |line: usize| page.lines.get(line).map_or("", |line| line.text.as_str());
    let near = first_prose.saturating_sub(4)..first_prose;
    let above = near.rev().find(|line| !is_published(text(*line)))?;
    let usable = weights.get(above).is_some_and(|weight| !weight.around) && !is_linked_at(page, above);
    (usable && (16..=160).contains(&units(text(above)))).then_some(above)
}

/// Whether a line is the title that the head states, which often goes on with the site's name.
fn is_same_title(line: &str, title: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let (line, title) = (bare(line), bare(title));
    units(&line) >= 8 && (title.starts_with(&line) || (title.contains(&line) && units(&line) * 2 >= units(&title)))
}

/// Lines of date and source between headline and article or shortly above the headline; and where the article begins.
fn lines_before(
    page: &Page,
    weights: &[Weight],
    headline: Option<usize>,
    start: usize,
    end: usize,
) -> (Vec<usize>, usize) {
    let text = |line: usize| page.lines.get(line).map_or("", |line| line.text.as_str());
    let kept = |line: &usize| weights.get(*line).is_some_and(|weight| weight.value > -30) && is_published(text(*line));
    let from = headline.map_or(start.saturating_sub(NEAR), |line| line + 1).max(start.saturating_sub(NEAR));
    let mut before: Vec<usize> = (from..start).filter(kept).collect();
    let lead = (start..end).take_while(|line| is_lead(page, weights, *line)).collect::<Vec<_>>();
    before.extend(lead.iter().filter(|line| kept(line)));
    if before.is_empty()
        && let Some(headline) = headline
    {
        let above = headline.saturating_sub(3)..headline;
        before.extend(above.filter(kept).filter(|line| !is_today(text(*line)) && !is_linked_at(page, *line)));
    }
    (before, start + lead.len())
}

/// Lines at the top of an article's area that are not the article yet.
fn is_lead(page: &Page, weights: &[Weight], line: usize) -> bool {
    let (Some(found), Some(weight)) = (page.lines.get(line), weights.get(line)) else { return false };
    weight.around || (is_published(&found.text) && !is_prose(&found.text)) || is_linked(found)
}

/// The article's lines, and the lines of source and editor at its end or shortly after it.
fn lines_of(page: &Page, weights: &[Weight], start: usize, end: usize) -> (Vec<usize>, Vec<usize>) {
    let text = |line: usize| page.lines.get(line).map_or("", |line| line.text.as_str());
    let kept = |line: &usize| weights.get(*line).is_some_and(|weight| !weight.around);
    let mut body: Vec<usize> = (start..end).filter(kept).collect();
    let tail = body.iter().rev().take_while(|line| is_published(text(**line))).count();
    let mut after = body.split_off(body.len() - tail);
    let near = (end..page.lines.len()).take(NEAR).take_while(|line| !is_others(text(*line)));
    after.extend(near.filter(kept).filter(|line| is_published(text(*line)) && !is_linked_at(page, *line)));
    (body, after)
}

fn is_linked_at(page: &Page, line: usize) -> bool {
    page.lines.get(line).is_some_and(is_linked)
}
