//! What is shown at a terminal must not command it.

use std::io::Write;

/// The text without characters that move a cursor, change colours or turn the direction of writing: each becomes U+FFFD,
/// a tabulator a space. Line breaks stay.
pub(crate) fn safe(text: &str) -> String {
    text.chars().map(harmless).collect()
}

/// Says something on standard error.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", safe(text));
}

/// Controls are those of Unicode 16.0, and the bidirectional embeddings, overrides and isolates of its Annex 9.
const fn harmless(c: char) -> char {
    match c {
        '\n' => '\n',
        '\t' => ' ',
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn safe_text_cannot_command_a_terminal() {
        assert_eq!(safe("15个\u{1b}[2J\t项目\r\n\u{9b}x\u{202e}"), "15个\u{FFFD}[2J 项目\u{FFFD}\n\u{FFFD}x\u{FFFD}");
    }
}
