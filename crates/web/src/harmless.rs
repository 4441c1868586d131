//! Words in CSV files that spreadsheets must not take for formulas.

/// A spreadsheet takes words that begin so for a formula (OWASP, CSV injection); an apostrophe makes them words.
/// Spreadsheets of East Asian languages read the full-width signs in the same way.
pub(crate) fn harmless(text: String) -> String {
    const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.trim_start_matches(' ').starts_with(SIGNS) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn harmless_formulas_become_words_and_words_stay() {
        for text in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "＝1"] {
            assert_eq!(harmless(text.to_owned()), format!("'{text}"));
        }
        for text in ["", "成都", "1=1", "a-b", "'=1"] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }
}
