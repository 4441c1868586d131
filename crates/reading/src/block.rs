//! The announcement itself told from what stands around it: navigation, lists of links, advertisements, footers.

mod language;
mod line;

pub(crate) use language::{main_language, of as language_of};
pub(crate) use line::{Line, LineKind};

use crate::lexicon::Mark;
use crate::text::Text;
use samesky_model::span::Block;
use std::ops::Range;

/// How many headlines in a row end the body.
const LIST_OF_HEADLINES: usize = 5;

/// The lines of a text with the stretch of lines that is the announcement's body.
pub(crate) struct Layout {
    pub(crate) lines: Vec<Line>,
    /// Lines of the body, by index; empty where there is none.
    pub(crate) body: Range<usize>,
}

impl Layout {
    /// Tells the body from the rest, by the lines alone.
    pub(crate) fn of(text: &Text<'_>, marks: &[Mark]) -> Self {
        let lines = line::lines(text, marks);
        let body = body(&lines);
        Self { lines, body }
    }

    /// Tells the body by blocks that were found before (HTML).
    pub(crate) fn given(text: &Text<'_>, marks: &[Mark], blocks: &[Block]) -> Self {
        let lines = line::lines(text, marks);
        let ordered = blocks.windows(2).all(|two| two[0].end <= two[1].start);
        let inside = |line: &Line| {
            let start = text.chars_before(line.bytes.start);
            let holds = |block: &Block| block.start <= start && start < block.end;
            let at = blocks.partition_point(|block| block.end <= start);
            if ordered { blocks.get(at).is_some_and(holds) } else { blocks.iter().take(1000).any(holds) }
        };
        let first = lines.iter().position(|line| inside(line) && line.kind != LineKind::Blank).unwrap_or(0);
        let last = lines.iter().rposition(inside).map_or(0, |last| last + 1);
        Self { lines, body: first..last.max(first) }
    }

    /// Where the last line of the body ends, or the title, if it stands behind.
    pub(crate) fn end(&self, title: Option<&Range<usize>>) -> usize {
        let last = self.body.end.checked_sub(1).and_then(|last| self.lines.get(last)).map_or(0, |line| line.bytes.end);
        last.max(title.map_or(0, |title| title.end))
    }

    /// Lines before the body.
    pub(crate) fn head(&self) -> &[Line] {
        self.lines.get(..self.body.start).unwrap_or_default()
    }

    /// Lines of the body that are the announcement's own.
    pub(crate) fn body_lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.get(self.body.clone()).unwrap_or_default().iter().filter(|line| line.kind.is_own())
    }

    /// The body's stretches: one for all neighbouring lines of one language.
    pub(crate) fn blocks(&self, text: &Text<'_>) -> Vec<Block> {
        let mut stretches: Vec<(Range<usize>, Option<&'static str>)> = Vec::new();
        let mut apart = true;
        for line in self.lines.get(self.body.clone()).unwrap_or_default() {
            if line.kind == LineKind::Blank {
                continue;
            }
            if !line.kind.is_own() {
                apart = true;
                continue;
            }
            let language = language_of(text.slice(&line.bytes), text.folded_slice(&line.bytes));
            match stretches.last_mut() {
                Some((bytes, of)) if !apart && (*of == language || language.is_none()) => bytes.end = line.bytes.end,
                _ => stretches.push((line.bytes.clone(), language)),
            }
            apart = false;
        }
        let block = |(bytes, language): &(Range<usize>, Option<&'static str>)| Block {
            start: text.chars_before(bytes.start),
            end: text.chars_before(bytes.end),
            language: language.map(str::to_owned),
        };
        stretches.iter().map(block).collect()
    }
}

/// From the line after the title (or the first paragraph) to the last paragraph before the tail.
fn body(lines: &[Line]) -> Range<usize> {
    let end_of_all = tail(lines);
    let own = lines.get(..end_of_all).unwrap_or_default();
    let Some(first) = own.iter().position(|line| line.kind == LineKind::Paragraph) else {
        return fallback(own);
    };
    let last = own.iter().rposition(|line| line.kind == LineKind::Paragraph).unwrap_or(first);
    let last = trailing(own, before_headlines(own, first, last));
    let subtitles = own[..first]
        .iter()
        .rev()
        .take_while(|line| matches!(line.kind, LineKind::Blank | LineKind::Short | LineKind::TailAbout));
    let start = first - subtitles.count();
    let start = start + own[start..first].iter().take_while(|line| line.kind == LineKind::Blank).count();
    // The first short line at the very top is the title, not a subtitle.
    let title_is_first = own[..start].iter().all(|line| line.kind == LineKind::Blank) && start < first;
    (if title_is_first { start + 1 } else { start })..last + 1
}

/// A few short lines right behind the last paragraph, before the footer, belong to it.
fn trailing(lines: &[Line], last: usize) -> usize {
    let rest: Vec<usize> = (last + 1..lines.len()).filter(|at| lines[*at].kind != LineKind::Blank).collect();
    let short = rest.iter().take_while(|at| lines[**at].kind == LineKind::Short).count();
    let long = rest[..short].iter().all(|at| lines[*at].chars >= 40 || lines[*at].labelled);
    let own = (short <= 2 && short == rest.len() || short < LIST_OF_HEADLINES && long)
        && rest[..short].iter().all(|at| lines[*at].chars >= 8);
    if own { rest[..short].last().copied().unwrap_or(last) } else { last }
}

/// Where no line is a paragraph: all lines of its own but the first.
fn fallback(lines: &[Line]) -> Range<usize> {
    let first = lines.iter().position(|line| line.kind.is_own()).unwrap_or(0);
    let others = lines.iter().skip(first + 1).any(|line| line.kind.is_own());
    if others { first + 1..lines.len() } else { first..lines.len() }
}

/// The line at which lists of other texts begin.
fn tail(lines: &[Line]) -> usize {
    let first = lines.iter().position(|line| line.kind == LineKind::Paragraph).unwrap_or(lines.len());
    let starts = |(at, line): (usize, &Line)| {
        (at > first && matches!(line.kind, LineKind::TailAlone | LineKind::TailAbout)).then_some(at)
    };
    let mut ends = lines.iter().enumerate().filter_map(starts);
    let after = long_after(lines);
    ends.find(|at| after[*at] < 3).unwrap_or(lines.len())
}

/// For every line, how many long paragraphs begin there or later.
fn long_after(lines: &[Line]) -> Vec<usize> {
    let mut after = vec![0; lines.len() + 1];
    for (at, line) in lines.iter().enumerate().rev() {
        after[at] = after[at + 1] + usize::from(line.kind == LineKind::Paragraph && line.chars >= 100);
    }
    after
}

/// Cuts where five or more headlines follow one another, when most paragraphs lie before.
fn before_headlines(lines: &[Line], first: usize, last: usize) -> usize {
    let after = long_after(lines);
    let (mut run, mut paragraphs, mut last_paragraph) = (0, 0, first);
    for (at, line) in lines.iter().enumerate().take(last + 1).skip(first) {
        match line.kind {
            LineKind::Paragraph => (run, paragraphs, last_paragraph) = (0, paragraphs + 1, at),
            LineKind::Short | LineKind::Time if !line.labelled => run += 1,
            _ => {}
        }
        if run >= LIST_OF_HEADLINES && after[at] * 2 < paragraphs {
            return last_paragraph;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::Layout;
    use crate::gazetteer::Gazetteer;
    use crate::text::Text;

    fn body_of(raw: &str) -> String {
        let text = Text::new(raw);
        let (marks, _) = Gazetteer::built_in().lexicon().marks(text.folded());
        let layout = Layout::of(&text, &marks);
        layout.body_lines().map(|line| text.slice(&line.bytes)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn body_of_a_page_leaves_out_what_stands_around_it() {
        let page = "首页 >> 新闻\n河口市推介会在大阪举行\n2024-05-01 来源:河口日报\n5月1日,河口市在大阪举办推介会,共有12个项目签约,双方企业代表二百余人参加了活动。\n会后,代表团走访了两家企业,并就下一步的合作交换了意见,双方约定保持联系。\n责任编辑:某某\n相关文章\n某地发生地震 数千人撤离\n某公司营收破千亿";
        assert_eq!(
            body_of(page),
            "5月1日,河口市在大阪举办推介会,共有12个项目签约,双方企业代表二百余人参加了活动。\n会后,代表团走访了两家企业,并就下一步的合作交换了意见,双方约定保持联系。"
        );
    }

    #[test]
    fn body_of_one_line_is_that_line() {
        assert_eq!(body_of("12个项目签约"), "12个项目签约");
        assert_eq!(body_of(""), "");
    }

    #[test]
    fn body_headlines_in_a_row_end_it() {
        let list = "某明星公开近照\n某球队夺冠\n某地天气转凉\n某片票房破亿\n某股大涨\n某人当选。他说会努力";
        let page = format!(
            "标题在这里\n{0}\n{0}\n{list}",
            "5月1日,河口市在大阪举办推介会,共有12个项目签约,双方企业代表二百余人参加。"
        );
        assert!(!body_of(&page).contains("票房"));
    }
}
