//! Numbers of passports and identity cards are not kept: there is no field for them, and a name is refused that holds what
//! looks like one.

/// Whether a text holds what looks like the number of a passport or an identity card: six digits or more in a row, with or
/// without a letter or two before and a check letter behind, as such numbers are everywhere (ICAO Doc 9303-4: up to nine
/// letters and digits; GB 11643: 18 digits, the last may be X; 13 digits in Thailand, 12 in Japan). Spaces and hyphens
/// between digits do not hide it; full-width digits count.
pub(crate) fn looks_like_a_document(text: &str) -> bool {
    let mut digits = 0;
    for letter in text.chars() {
        match letter {
            '0'..='9' | '０'..='９' | '๐'..='๙' => digits += 1,
            ' ' | '-' | '－' | '\u{3000}' if digits > 0 => {}
            _ => digits = 0,
        }
        if digits >= 6 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_document;

    #[test]
    fn number_of_a_document_is_told_from_a_name() {
        for text in [
            "E12345678",
            "林澄 EA1234567",
            "11010519491231002X",
            "TK 123 4567",
            "ＴＫ１２３４５６７",
            "1-1037-02071-81-1",
        ] {
            assert!(looks_like_a_document(text), "{text}");
        }
        for text in ["林澄", "Lin 2", "星野 (2024)", "officer 12345", "Room 8-12", "สมชาย ๑๒"] {
            assert!(!looks_like_a_document(text), "{text}");
        }
    }
}
