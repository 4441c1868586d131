//! Sentences and clauses of the parts that are read: the title and the body.

use crate::text::Text;
use std::ops::Range;

/// A stretch without a full stop is cut here, in bytes, so that looking around stays cheap.
const LONGEST: usize = 1500;

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) bytes: Range<usize>,
    /// Its clauses, in order, without the marks between them.
    pub(crate) clauses: Vec<Range<usize>>,
    /// The line it stands in, counted over the lines read; the title is 0.
    pub(crate) paragraph: usize,
}

impl Sentence {
    /// The clause that holds this byte.
    pub(crate) fn clause(&self, byte: usize) -> Range<usize> {
        let at = self.clauses.partition_point(|clause| clause.end <= byte);
        self.clauses.get(at).cloned().unwrap_or_else(|| self.bytes.clone())
    }
}

/// The sentences of one line.
pub(crate) fn split(text: &Text<'_>, line: &Range<usize>, paragraph: usize, into: &mut Vec<Sentence>) {
    let words = text.slice(line);
    // Every Thai character begins with this byte.
    let thai = memchr::memchr(0xE0, words.as_bytes()).is_some()
        && words.chars().take(200).any(|char| ('\u{0E01}'..='\u{0E5B}').contains(&char));
    let (mut start, mut bounds, mut place) = (0, Vec::new(), 0);
    while let Some((at, char)) = sign(words, place, start, thai) {
        let end = at + char.len_utf8();
        place = end;
        let next = words[end..].chars().next();
        if is_clause_end(char, words, at, next, thai) {
            bounds.push((at, end));
        }
        let stops = is_full_stop(char, words, at, next) && !next.is_some_and(is_closing);
        if stops || end - start > LONGEST || follows_stop(words, at, char) {
            push(text, line.start, start..end, &bounds, paragraph, into);
            (start, bounds) = (end, Vec::new());
        }
    }
    push(text, line.start, start..words.len(), &bounds, paragraph, into);
}

/// The next character from this byte that may end something, or at which a stretch grows too long.
fn sign(words: &str, from: usize, start: usize, thai: bool) -> Option<(usize, char)> {
    let bytes = words.as_bytes();
    let mut at = from;
    loop {
        let first = *bytes.get(at)?;
        let kind = FIRSTS[usize::from(first)];
        let width = usize::from(kind & WIDTH);
        let sign = kind & SIGN != 0 || first == b' ' && thai;
        if sign || at + width - start > LONGEST {
            return words[at..].chars().next().map(|char| (at, char));
        }
        at += width;
    }
}

/// The length of a character.
const WIDTH: u8 = 7;
/// It may be a mark.
const SIGN: u8 = 8;

/// What the first byte tells of a character. Marks are ASCII, or begin with one of three bytes: “ ” in E2, 。 in E3, ， in EF.
const FIRSTS: [u8; 256] = {
    let mut firsts = [3; 256];
    let mut first = 0;
    while first < 256 {
        firsts[first] = match first {
            0x21 | 0x3F | 0x2E | 0x2C | 0x3B | 0x3A => 1 | SIGN,
            0..=0x7F => 1,
            0xC0..=0xDF => 2,
            0xE2 | 0xE3 | 0xEF => 3 | SIGN,
            0xF0..=0xFF => 4,
            _ => 3,
        };
        first += 1;
    }
    firsts
};

fn push(
    text: &Text<'_>,
    offset: usize,
    bytes: Range<usize>,
    bounds: &[(usize, usize)],
    paragraph: usize,
    into: &mut Vec<Sentence>,
) {
    let whole = text.trim(&(offset + bytes.start..offset + bytes.end));
    if whole.is_empty() {
        return;
    }
    let mut clauses = Vec::with_capacity(bounds.len() + 1);
    let mut from = bytes.start;
    for (start, end) in bounds.iter().copied().chain([(bytes.end, bytes.end)]) {
        let clause = text.trim(&(offset + from..offset + start.max(from)));
        if !clause.is_empty() {
            clauses.push(clause);
        }
        from = end;
    }
    into.push(Sentence { bytes: whole, clauses, paragraph });
}

fn is_full_stop(char: char, words: &str, at: usize, next: Option<char>) -> bool {
    match char {
        '。' | '！' | '？' | '!' | '?' => true,
        '.' => next.is_none_or(char::is_whitespace) && !is_abbreviation(words, at) && next_is_upper(words, at + 1),
        _ => false,
    }
}

const fn is_closing(char: char) -> bool {
    matches!(char, '”' | '」' | '』' | '"' | '\'' | '）' | ')' | '】')
}

/// A closing quotation mark after a full stop ends the sentence.
fn follows_stop(words: &str, at: usize, char: char) -> bool {
    matches!(char, '”' | '」' | '』') && words[..at].ends_with(['。', '！', '？', '!', '?'])
}

fn is_abbreviation(words: &str, dot: usize) -> bool {
    let before = words[..dot].rsplit([' ', '(', ',', '/']).next().unwrap_or_default();
    let short = [
        "Co", "Ltd", "Inc", "Corp", "No", "Mr", "Mrs", "Ms", "Dr", "St", "vs", "Nov", "Dec", "Oct", "Sept", "Sep",
        "Aug", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Rs", "U.S", "U.K", "Bhd", "Sdn", "Pte", "Pvt", "Pty", "Jr",
        "Sr", "Prof", "Gov", "Gen", "Sen", "Hon", "Dept", "Mt", "Ft", "approx", "S.A", "e.g", "i.e", "a.m", "p.m",
    ];
    short.contains(&before)
        || before.chars().count() == 1
        || before.ends_with(|char: char| ('\u{0E01}'..='\u{0E5B}').contains(&char))
}

fn next_is_upper(words: &str, from: usize) -> bool {
    let next = words.get(from..).and_then(|rest| rest.trim_start().chars().next());
    next.is_none_or(|next| !next.is_lowercase())
}

fn is_clause_end(char: char, words: &str, at: usize, next: Option<char>, thai: bool) -> bool {
    match char {
        '，' | '；' | ';' | ':' | '：' => true,
        ',' => {
            let before = words[..at].chars().next_back();
            let number = before.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit());
            !number
        }
        // Japanese writes 、 where Chinese writes a comma; in a list of names both do.
        // Thai: two spaces part statements, one space parts phrases.
        ' ' => thai && next == Some(' '),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Sentence, split};
    use crate::text::Text;

    fn sentences(raw: &str) -> Vec<String> {
        let text = Text::new(raw);
        let mut into: Vec<Sentence> = Vec::new();
        split(&text, &(0..raw.len()), 0, &mut into);
        into.iter().map(|sentence| text.slice(&sentence.bytes).to_owned()).collect()
    }

    #[test]
    fn split_at_full_stops_only() {
        assert_eq!(sentences("甲说。“乙来了。”丙走了"), ["甲说。", "“乙来了。”", "丙走了"]);
        assert_eq!(
            sentences("It cost 1.5 billion. Acme Co., Ltd. signed."),
            ["It cost 1.5 billion.", "Acme Co., Ltd. signed."]
        );
    }

    #[test]
    fn split_without_any_stop_is_cut() {
        let long = "字".repeat(2000);
        assert!(sentences(&long).iter().all(|sentence| sentence.len() <= 1510));
    }
}
