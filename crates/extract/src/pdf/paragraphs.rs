//! Lines to paragraphs.

use super::lines::Line;
use crate::wide::{ends_sentence, is_wide, joins_tightly};

/// Puts lines together into paragraphs; gives the headline too, where the first paragraph is set larger than most.
pub(crate) fn read(pages: &[Vec<Line>]) -> (Vec<String>, Option<String>) {
    let mut paragraphs: Vec<(String, i64)> = Vec::new();
    let mut before: Option<&Line> = None;
    for page in pages {
        let frame = Frame::of(page);
        for (at, line) in page.iter().enumerate() {
            match (before, paragraphs.last_mut()) {
                (Some(last), Some((text, _))) if frame.continues(last, line, at == 0) => append(text, &line.text),
                _ => paragraphs.push((line.text.clone(), line.size)),
            }
            before = Some(line);
        }
    }
    let usual = usual_size(pages.iter().flatten());
    let title = paragraphs.first().filter(|(text, size)| is_larger(*size, usual) && text.chars().count() <= 200);
    let title = title.map(|(text, _)| text.clone());
    (paragraphs.into_iter().map(|(text, _)| text).collect(), title)
}

/// What is usual on a page: margins, and the distance from line to line.
struct Frame {
    left: i64,
    right: i64,
    step: i64,
}

impl Frame {
    /// Of the lines set in the page's usual size: heads and feet reach further.
    fn of(page: &[Line]) -> Self {
        let usual = usual_size(page.iter());
        let lines = || page.iter().filter(|line| line.size / 500 * 500 == usual);
        let left = lines().map(|line| line.left).min().unwrap_or_default();
        let right = lines().map(|line| line.right).max().unwrap_or_default();
        let mut steps: Vec<i64> = page.windows(2).filter_map(step).filter(|step| *step > 0).collect();
        steps.sort_unstable();
        // The lower quartile: space between paragraphs is wider than between their lines.
        Self { left, right, step: steps.get(steps.len() / 4).copied().unwrap_or(i64::MAX / 4) }
    }

    /// Whether a line goes on the paragraph of the line before it: of one size, at the usual distance, not indented, and
    /// the line before it was full, so that its first word had no room there. A sentence that ends with its page or with a
    /// short line ends its paragraph.
    fn continues(&self, before: &Line, line: &Line, new_page: bool) -> bool {
        let step = line.y - before.y;
        let same_size = (line.size - before.size).abs() * 20 <= before.size * 3;
        let near = new_page || (step > 0 && step * 10 <= self.step * 13);
        let indented = line.left - self.left > line.size * 8 / 10 && line.left > before.left;
        let room = self.right - before.right;
        let ended = ends_sentence(&before.text) && (new_page || before.right - before.left < line.size * 15);
        same_size && near && !ended && !indented && !line.text.contains('\t') && room < first_word(line)
    }
}

fn step(pair: &[Line]) -> Option<i64> {
    match pair {
        [first, second] => Some(second.y - first.y),
        _ => None,
    }
}

/// The width that the first word of a line needs; two characters where scripts have no spaces, for what may not begin a
/// line.
fn first_word(line: &Line) -> i64 {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).max(1);
    let all = count(line.text.chars().count());
    if line.text.starts_with(is_wide) || line.text.chars().take(20).any(is_wide) {
        return line.size * 5 / 2;
    }
    let word = count(line.text.chars().take_while(|c| !c.is_whitespace()).count());
    ((line.right - line.left) / all * word + line.size).max(line.size * 2)
}

/// Joins without a space where the script has none; a hyphen that parts a word at the line's end goes.
fn append(paragraph: &mut String, line: &str) {
    let (Some(before), Some(next)) = (paragraph.chars().next_back(), line.chars().next()) else { return };
    let parts_word =
        before == '-' && next.is_lowercase() && paragraph.chars().rev().nth(1).is_some_and(char::is_lowercase);
    if parts_word {
        paragraph.pop();
    } else if !joins_tightly(before, next) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// The size in which most characters are set.
fn usual_size<'a>(lines: impl Iterator<Item = &'a Line>) -> i64 {
    let mut sizes: Vec<(i64, usize)> = Vec::new();
    for line in lines {
        let length = line.text.chars().count();
        match sizes.iter_mut().find(|(size, _)| *size == line.size / 500) {
            Some((_, count)) => *count += length,
            None => sizes.push((line.size / 500, length)),
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(1, |(size, _)| size * 500)
}

fn is_larger(size: i64, usual: i64) -> bool {
    size * 100 >= usual * 115
}
