//! Characters to lines.

use super::glyphs::{Glyph, PageGlyphs};
use crate::wide::is_wide;

/// A line with its place; lengths as in [`Glyph`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) left: i64,
    pub(crate) right: i64,
    pub(crate) y: i64,
    /// The size of its first character.
    pub(crate) size: i64,
}

/// Puts a page's characters into lines, in the order of the file. Small kana above other characters (ruby) stays out.
pub(crate) fn read(page: &PageGlyphs) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for glyph in page.glyphs.iter().filter(|glyph| !glyph.text.is_empty()) {
        match lines.last_mut() {
            Some(line) if goes_on(line, glyph) => line.push(glyph),
            _ => lines.push(Line::begin(glyph)),
        }
    }
    lines.iter_mut().for_each(|line| line.text = line.text.trim().to_owned());
    lines.retain(|line| !line.text.is_empty());
    without_ruby(lines)
}

/// The page's own marks go: numbers at its top or foot, and lines that stand on three pages or more at one height. A page
/// of one line keeps it.
pub(crate) fn drop_page_marks(pages: &mut [Vec<Line>]) {
    let edges: Vec<(String, i64)> = pages.iter().flat_map(|page| edge_lines(page)).collect();
    let repeated =
        |line: &Line| edges.iter().filter(|(text, y)| *text == line.text && *y == line.y / 1000).count() >= 3;
    for page in pages.iter_mut().filter(|page| page.len() > 1) {
        let last = page.len().saturating_sub(1);
        let mut at = 0;
        page.retain(|line| {
            let is_edge = at == 0 || at == last;
            at += 1;
            !(is_edge && (is_page_number(&line.text) || repeated(line)))
        });
    }
}

impl Line {
    fn begin(glyph: &Glyph) -> Self {
        let mut line = Self { text: String::new(), left: glyph.x, right: glyph.x, y: glyph.y, size: glyph.size };
        line.push(glyph);
        line
    }

    fn push(&mut self, glyph: &Glyph) {
        let gap = glyph.x - self.right;
        let (before, next) = (self.text.chars().next_back(), glyph.text.chars().next());
        if let (Some(before), Some(next)) = (before, next)
            && !before.is_whitespace()
            && !next.is_whitespace()
        {
            let tight = is_wide(before) && is_wide(next);
            if gap > self.size * 2 {
                self.text.push('\t');
            } else if gap > self.size * if tight { 8 } else { 2 } / 10 {
                self.text.push(' ');
            }
        }
        self.text.push_str(&glyph.text);
        if self.text.trim().is_empty() {
            self.text.clear();
            self.left = glyph.x + glyph.width;
        }
        self.right = self.right.max(glyph.x + glyph.width);
    }
}

/// A character goes on a line if it stands at about its height and not before its end.
fn goes_on(line: &Line, glyph: &Glyph) -> bool {
    (glyph.y - line.y).abs() * 2 < line.size.max(glyph.size) && glyph.x + line.size >= line.right
}

fn without_ruby(lines: Vec<Line>) -> Vec<Line> {
    let sizes: Vec<i64> = lines.iter().map(|line| line.size).collect();
    let is_small = |at: usize, size: i64| {
        let near = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().filter_map(|at| sizes.get(at));
        near.max().is_some_and(|larger| size * 10 <= larger * 6)
    };
    let is_kana = |line: &Line| line.text.chars().all(|c| matches!(c, '\u{3040}'..='\u{30FF}' | ' ' | '\t'));
    let kept =
        lines.iter().enumerate().map(|(at, line)| !(is_kana(line) && is_small(at, line.size))).collect::<Vec<_>>();
    lines.into_iter().zip(kept).filter_map(|(line, kept)| kept.then_some(line)).collect()
}

fn edge_lines(page: &[Line]) -> Vec<(String, i64)> {
    let mut edges: Vec<(String, i64)> =
        [page.first(), page.last()].into_iter().flatten().map(|line| (line.text.clone(), line.y / 1000)).collect();
    edges.dedup();
    edges
}

/// `3`, `- 3 -`, `3 / 5`, `第3页`, `第 3 页 共 5 页`, `Page 3 of 5`, `หน้า 3`.
fn is_page_number(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| !c.is_ascii_digit() && c.is_alphabetic()).collect();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let known = ["", "第页", "第页共页", "共页第页", "Page", "Pageof", "page", "pageof", "ページ", "頁", "页", "หนา"];
    (1..=6).contains(&digits)
        && text.chars().count() <= 20
        && known.contains(&letters.as_str())
        && !text.contains(['.', ',', '%'])
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn is_page_number_knows_the_four_languages() {
        for text in ["3", "- 12 -", "3 / 5", "第3页", "第 3 页 共 5 页", "Page 3 of 5", "3 ページ"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["3亿元", "35.6", "第3条", "Page", "12%", "2020年"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
