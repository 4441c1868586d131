//! How much each line speaks for being the article.

use super::lines::{Kind, Line, Page};
use super::names::Purpose;
use super::words::{is_foot, is_machinery, is_others, is_prose, is_published};
use crate::wide::{ends_sentence, units};

/// A line's weight, and whether it is left out of the text wherever it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Above nothing: words of an article, about one for each Latin letter. Below: what stands around one.
    pub(crate) value: i64,
    /// Links, machinery, other articles.
    pub(crate) around: bool,
    /// It is left out because the element around it says what it is for.
    pub(crate) boxed: bool,
}

/// No single paragraph outweighs a page.
const MOST: usize = 400;

/// Weights of all lines.
pub(crate) fn weights(page: &Page) -> Vec<Weight> {
    let around = lines_around(page);
    let marked = lines_marked(page);
    let any_marked = marked.contains(&true);
    let lines = page.lines.iter().zip(around).zip(marked);
    lines.map(|((line, around), marked)| weight(line, around).seen(marked || !any_marked)).collect()
}

impl Weight {
    /// Where a page marks an article, what stands outside counts half.
    const fn seen(mut self, inside: bool) -> Self {
        if !inside && self.value > 1 {
            self.value /= 2;
        }
        self
    }
}

fn lines_marked(page: &Page) -> Vec<bool> {
    let mut marked = vec![false; page.lines.len()];
    for area in page.areas.iter().filter(|area| area.purpose == Purpose::Article) {
        marked.get_mut(area.lines.clone()).into_iter().flatten().for_each(|line| *line = true);
    }
    marked
}

fn weight(line: &Line, boxed: bool) -> Weight {
    let length = units(&line.text).min(MOST);
    let value = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let out = |value: i64, around: bool| Weight { value, around, boxed };
    if boxed || is_others(&line.text) || is_foot(&line.text) {
        return out(-30 - value(length) / 4, true);
    }
    if is_machinery(&line.text) {
        return out(-15, true);
    }
    if is_linked(line) {
        return out(-8 - value(length) / 4, line.kind != Kind::Paragraph || is_only_link(line));
    }
    out(value_of_words(line, value(length)), false)
}

fn value_of_words(line: &Line, length: i64) -> i64 {
    match line.kind {
        _ if is_published(&line.text) => -4,
        Kind::Row => 0,
        _ if is_prose(&line.text) => length,
        Kind::Heading(_) | Kind::Paragraph => -2,
        _ if line.linked == 0 && line.text.chars().any(|c| c.is_ascii_digit()) => -1,
        Kind::Item | Kind::Plain => -6,
    }
}

/// Whether most of a line is links. A sentence with words of its own between its links is none.
pub(crate) fn is_linked(line: &Line) -> bool {
    let all = line.text.chars().filter(|c| !c.is_whitespace()).count();
    let is_sentence =
        line.kind == Kind::Paragraph && ends_sentence(&line.text) && all.saturating_sub(line.linked) >= 16;
    line.linked * 2 > all && !is_sentence
}

/// A paragraph that is one link leads to another article.
fn is_only_link(line: &Line) -> bool {
    line.linked * 10 >= line.text.chars().filter(|c| !c.is_whitespace()).count() * 9
}

/// Lines inside areas that are named as standing around an article. A name is not believed of an area that holds most of
/// the page's prose, as when the page as a whole has a class for its side bar.
fn lines_around(page: &Page) -> Vec<bool> {
    let prose: Vec<usize> = page.lines.iter().map(prose_of).collect();
    let all: usize = prose.iter().sum();
    let mut around = vec![false; page.lines.len()];
    let areas = page.areas.iter().filter(|area| area.purpose == Purpose::Around);
    for area in areas {
        let inside = area.lines.clone();
        if prose.get(inside.clone()).is_some_and(|lines| lines.iter().sum::<usize>() * 10 <= all * 7) {
            around.get_mut(inside).into_iter().flatten().for_each(|line| *line = true);
        }
    }
    around
}

fn prose_of(line: &Line) -> usize {
    if is_prose(&line.text) && !is_linked(line) && !is_foot(&line.text) { units(&line.text) } else { 0 }
}
