//! Characters that fonts in PDFs use in place of others that look the same.

use unicode_normalization::UnicodeNormalization;

/// Simplified forms of the block CJK Radicals Supplement that stand for whole characters, with these. Compatibility
/// decomposition does not know them; source: `EquivalentUnifiedIdeograph` of the Unicode Character Database.
const SUPPLEMENT: &[(char, char)] = &[
    ('\u{2E8B}', '卩'),
    ('\u{2E92}', '巳'),
    ('\u{2E9D}', '月'),
    ('\u{2E9F}', '母'),
    ('\u{2EA0}', '民'),
    ('\u{2EC1}', '虎'),
    ('\u{2EC4}', '西'),
    ('\u{2EC5}', '见'),
    ('\u{2EC6}', '角'),
    ('\u{2EC9}', '贝'),
    ('\u{2ECB}', '车'),
    ('\u{2ED3}', '长'),
    ('\u{2ED4}', '门'),
    ('\u{2ED8}', '青'),
    ('\u{2ED9}', '韦'),
    ('\u{2EDA}', '页'),
    ('\u{2EDB}', '风'),
    ('\u{2EDC}', '飞'),
    ('\u{2EDD}', '食'),
    ('\u{2EE2}', '马'),
    ('\u{2EE3}', '骨'),
    ('\u{2EE4}', '鬼'),
    ('\u{2EE5}', '鱼'),
    ('\u{2EE6}', '鸟'),
    ('\u{2EE8}', '麦'),
    ('\u{2EE9}', '黄'),
    ('\u{2EEC}', '齐'),
    ('\u{2EF0}', '龙'),
    ('\u{2EF3}', '龟'),
];

/// Writes the usual character for a radical, a vertical form, a Latin ligature or the hyphenation point (which fonts use
/// for the middle dot of Japanese), and U+FFFD for a character that the font does not name. Others stay what they are.
pub(crate) fn push_usual(text: &mut String, c: char) {
    match c {
        '\u{2E80}'..='\u{2EF3}' => {
            let known = SUPPLEMENT.iter().find(|(radical, _)| *radical == c).map(|(_, usual)| *usual);
            text.push(known.unwrap_or_else(|| decomposed(c)));
        }
        '\u{2F00}'..='\u{2FD5}' | '\u{FE10}'..='\u{FE18}' | '\u{FE30}' | '\u{FE35}'..='\u{FE44}' => {
            text.push(decomposed(c));
        }
        '\u{FB00}'..='\u{FB06}' => text.extend(std::iter::once(c).nfkc()),
        '\u{2027}' => text.push('\u{30FB}'),
        '\0' => text.push('\u{FFFD}'),
        c if c.is_control() => {}
        c => text.push(c),
    }
}

fn decomposed(c: char) -> char {
    let mut usual = std::iter::once(c).nfkc();
    match (usual.next(), usual.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::push_usual;

    #[test]
    fn push_usual_look_alikes_become_characters_and_nothing_else_changes() {
        let mut text = String::new();
        "\u{2F08}\u{2F47}\u{2EF0}\u{2EA0}\u{FE35}\u{FB03}\u{2027}\0\u{1}\u{FF11}é"
            .chars()
            .for_each(|c| push_usual(&mut text, c));
        assert_eq!(text, "人日龙民(ffi\u{30FB}\u{FFFD}\u{FF11}é");
    }
}
