//! How much each line speaks for being the article.

use super::lines::{Kind, Line, Page};
use super::names::Purpose;
use super::words::{is_foot, is_machinery, is_others, is_prose, is_published};
use crate::wide::units;

/// A line's weight, and whether it is left out of the text wherever it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Above nothing: words of an article, about one for each Latin letter. Below: what stands around one.
    pub(crate) value: i64,
    /// Links, machinery, other articles.
    pub(crate) around: bool,
}

/// No single paragraph outweighs a page.
const MOST: usize = 400;

/// Weights of all lines.
pub(crate) fn weights(page: &Page) -> Vec<Weight> {
    let around = lines_around(page);
    page.lines.iter().zip(around).map(|(line, around)| weight(line, around)).collect()
}

fn weight(line: &Line, around: bool) -> Weight {
    let length = units(&line.text);
    let value = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    if around || is_others(&line.text) || is_foot(&line.text) {
        return Weight { value: -30 - value(length.min(MOST)) / 4, around: true };
    }
    if is_machinery(&line.text) {
        return Weight { value: -15, around: true };
    }
    if is_linked(line) {
        return Weight { value: -8 - value(length.min(MOST)) / 4, around: line.kind != Kind::Paragraph };
    }
    let value = match line.kind {
        _ if is_published(&line.text) => -4,
        Kind::Row => 0,
        _ if is_prose(&line.text) => value(length.min(MOST)),
        Kind::Heading(_) => -2,
        Kind::Paragraph => -2,
        _ if line.linked == 0 && line.text.chars().any(|c| c.is_ascii_digit()) => -1,
        Kind::Item | Kind::Plain => -6,
    };
    Weight { value, around: false }
}

/// Whether most of a line is links.
pub(crate) fn is_linked(line: &Line) -> bool {
    line.linked * 2 > line.text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Lines inside areas that are named as standing around an article. A name is not believed of an area that holds much
/// of the page's prose, as when the page as a whole has a class for its side bar; nor inside an area that the page calls
/// an article is a `header` or the like anything but a part of it.
fn lines_around(page: &Page) -> Vec<bool> {
    let prose: Vec<usize> = page.lines.iter().map(|line| prose_of(line)).collect();
    let all: usize = prose.iter().sum();
    let mut around = vec![false; page.lines.len()];
    let areas = page.areas.iter().filter(|area| area.purpose == Purpose::Around);
    for area in areas {
        let inside = area.lines.clone();
        if prose.get(inside.clone()).is_some_and(|lines| lines.iter().sum::<usize>() * 5 <= all * 2) {
            around.get_mut(inside).into_iter().flatten().for_each(|line| *line = true);
        }
    }
    around
}

fn prose_of(line: &Line) -> usize {
    if is_prose(&line.text) && !is_linked(line) && !is_foot(&line.text) { units(&line.text) } else { 0 }
}
