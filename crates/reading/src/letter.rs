//! Letters and numerals as Unicode tells them, known without its tables for the writings that are read.

/// Whether Unicode calls it alphabetic.
pub(crate) fn is_letter(char: char) -> bool {
    match char {
        '\0'..='\u{7F}' => char.is_ascii_alphabetic(),
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{0E01}'..='\u{0E3A}'
        | '\u{0E40}'..='\u{0E46}' => true,
        '\u{2010}'..='\u{205F}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{30FB}'
        | '\u{0E47}'..='\u{0E4C}'
        | '\u{0E4E}'..='\u{0E5B}'
        | '\u{FF01}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}'
        | '\u{FF5B}'..='\u{FF65}' => false,
        _ => char.is_alphabetic(),
    }
}

/// Whether Unicode calls it numeric.
pub(crate) fn is_numeral(char: char) -> bool {
    match char {
        '\0'..='\u{7F}' => char.is_ascii_digit(),
        '\u{0E50}'..='\u{0E59}' | '\u{FF10}'..='\u{FF19}' | '\u{3007}' => true,
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3041}'..='\u{30FF}'
        | '\u{0E01}'..='\u{0E4F}'
        | '\u{2010}'..='\u{205F}'
        | '\u{3000}'..='\u{3006}'
        | '\u{3008}'..='\u{3020}'
        | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF9F}' => false,
        _ => char.is_numeric(),
    }
}

/// Whether it is one of both.
pub(crate) fn is_alphanumeric(char: char) -> bool {
    is_letter(char) || is_numeral(char)
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_and_numerals_are_those_of_unicode() {
        for char in ('\0'..='\u{FFFF}').chain('\u{1F000}'..='\u{200FF}') {
            assert_eq!(super::is_letter(char), char.is_alphabetic(), "{char:?}");
            assert_eq!(super::is_numeral(char), char.is_numeric(), "{char:?}");
            assert_eq!(super::is_alphanumeric(char), char.is_alphanumeric(), "{char:?}");
        }
    }
}
