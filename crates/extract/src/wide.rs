//! How scripts are written: which characters stand without spaces between them, how much they say, how sentences end.

/// Whether the character is of a script that is written without spaces between words and may break between any two
/// characters: Han, kana, and the punctuation and full-width forms that go with them.
pub(crate) const fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{30FF}' | '\u{3100}'..='\u{31FF}' | '\u{3200}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE10}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF65}' | '\u{20000}'..='\u{3FFFF}'
        | '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

/// Whether the character is Thai.
pub(crate) const fn is_thai(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0E7F}')
}

/// Whether two ends of lines that belong to one paragraph are joined without a space.
pub(crate) fn joins_tightly(before: char, after: char) -> bool {
    is_wide(before) || is_wide(after) || (is_thai(before) && is_thai(after))
}

/// How much a text says, roughly in Latin letters: a Han character or a kana counts as two.
pub(crate) fn units(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Whether a line ends as a sentence does.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['”', '」', '』', '"', ')', '）', '’']);
    end.ends_with(['。', '!', '?', '\u{FF01}', '\u{FF1F}', ';', '\u{FF1B}'])
        || (end.ends_with('.') && !end.ends_with(".."))
}
