//! Languages by script.

use samesky_model::span::Block;

#[derive(Default)]
struct Scripts {
    kana: usize,
    thai: usize,
    han: usize,
    latin: usize,
}

/// BCP 47 tag of a stretch of text, given as it came and folded; `None` where it has no letters of a language that is read.
pub(crate) fn of(text: &str, folded: &str) -> Option<&'static str> {
    let scripts = count(text);
    let letters = scripts.kana + scripts.thai + scripts.han + scripts.latin;
    if letters == 0 {
        return None;
    }
    if scripts.thai * 4 > letters {
        return Some("th");
    }
    if scripts.kana * 12 > scripts.kana + scripts.han && (scripts.kana + scripts.han) * 4 > letters {
        return Some("ja");
    }
    if scripts.han * 5 > letters {
        return Some(chinese(text, folded, &scripts));
    }
    Some("en")
}

/// The language of most of the body, by the length of its blocks. Latin letters may be of a language that is not read.
pub(crate) fn main_language(text: &str, blocks: &[Block]) -> Option<String> {
    let mut lengths: Vec<(&str, usize)> = Vec::new();
    for block in blocks {
        let Some(language) = block.language.as_deref() else { continue };
        match lengths.iter_mut().find(|(of, _)| *of == language) {
            Some((_, length)) => *length += block.end - block.start,
            None => lengths.push((language, block.end - block.start)),
        }
    }
    let (language, length) = lengths.into_iter().max_by_key(|(_, length)| *length)?;
    (language != "en" || length < 200 || is_english(text)).then(|| language.to_owned())
}

/// Letters by script, told by their first bytes.
fn count(text: &str) -> Scripts {
    let mut scripts = Scripts::default();
    let mut bytes = text.as_bytes();
    if bytes.is_ascii() {
        scripts.latin = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
        return scripts;
    }
    loop {
        let width = match bytes {
            [] => return scripts,
            [first, ..] if first.is_ascii() => {
                scripts.latin += usize::from(first.is_ascii_alphabetic());
                1
            }
            [0xE5..=0xE9, ..] | [0xE4, 0x80..=0xB6 | 0xB8..=0xBF, ..] | [0xE3, 0x90..=0xBF, ..] => {
                scripts.han += 1;
                3
            }
            [0xE3, 0x81, 0x81..=0xBF, ..]
            | [0xE3, 0x82, 0x80..=0x9F | 0xA1..=0xBF, ..]
            | [0xE3, 0x83, 0x80..=0xBA, ..] => {
                scripts.kana += 1;
                3
            }
            [0xE0, 0xB8, 0x81..=0xB0, ..] => {
                scripts.thai += 1;
                3
            }
            [0xC3, 0x80..=0xBF, ..] | [0xC4..=0xC8, ..] | [0xC9, 0x80..=0x8F, ..] => {
                scripts.latin += 1;
                2
            }
            [0xC0..=0xDF, ..] => 2,
            [0xF0..=0xFF, ..] => 4,
            _ => 3,
        };
        bytes = bytes.get(width..).unwrap_or_default();
    }
}

/// Traditional characters are those that folding changes.
fn chinese(text: &str, folded: &str, scripts: &Scripts) -> &'static str {
    let (mut changed, han) = (0_usize, scripts.han);
    // Folding leaves every character where it was.
    let mut told = 0;
    for (at, (raw, folded)) in text.bytes().zip(folded.bytes()).enumerate() {
        if raw != folded && !raw.is_ascii() && at >= told {
            changed += 1;
            // The bytes behind may be of the same character.
            told = at + 1 + text.as_bytes()[at + 1..].iter().take_while(|byte| **byte & 0xC0 == 0x80).count();
        }
    }
    if changed * 12 > han { "zh-Hant" } else { "zh" }
}

/// Words of English alone among the languages in Latin letters.
const ENGLISH: [&str; 12] =
    ["the", "of", "and", "with", "which", "from", "that", "this", "were", "their", "have", "would"];

/// Whether the beginning does not look like another language for sure.
fn is_english(text: &str) -> bool {
    let start = text.char_indices().nth(600).map_or(text, |(end, _)| &text[..end]);
    if has_english_words(start) {
        return true;
    }
    whatlang::detect(start).is_none_or(|info| !info.is_reliable() || info.lang() == whatlang::Lang::Eng)
}

/// One word in fourteen is English and nothing else.
fn has_english_words(text: &str) -> bool {
    let (mut words, mut english) = (0_usize, 0_usize);
    for word in text.split_ascii_whitespace() {
        words += 1;
        english += usize::from(ENGLISH.contains(&word));
    }
    english >= 5 && english * 14 >= words
}

#[cfg(test)]
mod tests {
    use crate::fold::fold;
    use proptest::prelude::*;

    fn of(text: &str) -> Option<&'static str> {
        super::of(text, &fold(text))
    }

    proptest! {
        #[test]
        fn count_agrees_with_the_ranges_of_characters(text in "[a-zÀ-ɐぁ-ヿก-๛㐀-鿿豈-﹏🎌,。]{0,40}") {
            let many = |of: &dyn Fn(char) -> bool| text.chars().filter(|char| of(*char)).count();
            let scripts = super::count(&text);
            prop_assert_eq!(scripts.latin, many(&|c| c.is_ascii_alphabetic() || ('\u{C0}'..='\u{24F}').contains(&c)));
            prop_assert_eq!(scripts.kana, many(&|c| matches!(c, '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}')));
            prop_assert_eq!(scripts.thai, many(&|c| ('\u{E01}'..='\u{E30}').contains(&c)));
            prop_assert_eq!(scripts.han, many(&|c| matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}')));
        }
    }

    #[test]
    fn language_of_a_stretch_by_script() {
        assert_eq!(of("共有12个项目签约"), Some("zh"));
        assert_eq!(of("經濟部舉辦招商論壇,國內外企業逾200位代表"), Some("zh-Hant"));
        assert_eq!(of("日系企業との契約が結ばれた"), Some("ja"));
        assert_eq!(of("โครงการ 8 แห่งของ Nomura Research Institute"), Some("th"));
        assert_eq!(of("Two projects were signed."), Some("en"));
        assert_eq!(of("12.5 %"), None);
    }
}
