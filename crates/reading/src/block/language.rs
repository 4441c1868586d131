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
        return Some(chinese(text, folded));
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

fn count(text: &str) -> Scripts {
    let mut scripts = Scripts::default();
    for char in text.chars() {
        match char {
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => scripts.latin += 1,
            '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}' => scripts.kana += 1,
            '\u{0E01}'..='\u{0E30}' => scripts.thai += 1,
            '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' => scripts.han += 1,
            _ => {}
        }
    }
    scripts
}

/// Traditional characters are those that folding changes.
fn chinese(text: &str, folded: &str) -> &'static str {
    let (mut changed, mut han) = (0_usize, 0_usize);
    for (raw, folded) in text.chars().zip(folded.chars()) {
        changed += usize::from(raw != folded && !raw.is_ascii());
        han += usize::from(('\u{4E00}'..='\u{9FFF}').contains(&raw));
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

/// One word in ten is English and nothing else.
fn has_english_words(text: &str) -> bool {
    let (mut words, mut english) = (0_usize, 0_usize);
    for word in text.split_ascii_whitespace() {
        words += 1;
        english += usize::from(ENGLISH.contains(&word));
    }
    english >= 5 && english * 10 >= words
}

#[cfg(test)]
mod tests {
    use crate::fold::fold;

    fn of(text: &str) -> Option<&'static str> {
        super::of(text, &fold(text))
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
