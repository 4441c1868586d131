//! What the whole text tells about its numbers: the language of lines in doubt, what 元, $ and ¥ mean.

use super::Options;
use memchr::memmem;
use std::cell::OnceCell;

/// Facts of one text; what few texts need to be asked is looked for when it is.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    head: &'a str,
    hint: &'a str,
    /// Some of it is not ASCII.
    wide: bool,
    /// Lines without kana are Japanese too.
    pub(super) japanese: bool,
    yuan: OnceCell<&'static str>,
    projects: OnceCell<bool>,
    day_first: OnceCell<bool>,
}

/// Only so much of a text is looked at to decide what it is.
const LOOK: usize = 1 << 16;

impl<'a> Facts<'a> {
    pub(super) fn of(text: &'a str, options: &'a Options) -> Self {
        let mut cut = text.len().min(LOOK);
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        let head = text.get(..cut).unwrap_or_default();
        let hint = options.language.as_deref().unwrap_or_default();
        let wide = !head.is_ascii();
        let japanese = if hint.is_empty() { wide && mostly_japanese(head) } else { hint.starts_with("ja") };
        let (yuan, projects, day_first) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { head, hint, wide, japanese, yuan, projects, day_first }
    }

    fn has(&self, word: &str) -> bool {
        memmem::find(self.head.as_bytes(), word.as_bytes()).is_some()
    }

    fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    /// The currency that 元 alone names.
    pub(super) fn yuan(&self) -> &'static str {
        self.yuan.get_or_init(|| {
            let taiwan = || self.any(&["新臺幣", "新台幣", "臺灣", "台灣", "經濟部", "行政院"]) && !self.has("人民幣");
            let hong_kong = || {
                let named = self.any(&["港元", "港幣", "香港"]) && self.any(&["億", "萬", "業"]);
                named && !self.any(&["人民", "省", "業務"])
            };
            if self.hint.starts_with("zh-TW") || self.wide && taiwan() {
                "TWD"
            } else if self.hint.starts_with("zh-HK") || self.wide && hong_kong() {
                "HKD"
            } else {
                "CNY"
            }
        })
    }

    /// The currency that `$` alone names.
    pub(super) fn dollar(&self) -> &'static str {
        dollar(self.hint)
    }

    /// The text speaks of プロジェクト, so that 件 counts them.
    pub(super) fn projects(&self) -> bool {
        *self.projects.get_or_init(|| self.wide && self.has("プロジェクト"))
    }

    /// Day before month in 1/2/2020.
    pub(super) fn day_first(&self) -> bool {
        const PLACES: [&str; 8] =
            ["UTTAR", "Pradesh", "London", "Singapore", "Kuala Lumpur", "India", "Australia", "Thailand"];
        *self.day_first.get_or_init(|| self.any(&PLACES) || self.hint == "en-GB")
    }

    /// The currency that ¥ names.
    pub(super) fn yen_sign(&self, chinese: bool) -> &'static str {
        let han = || self.wide && self.head.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        let china = || self.any(&["yuan", "RMB", "renminbi", "China", "หยวน"]) && !self.any(&[" yen", "Japan", "เยน"]);
        let yuan = match self.hint {
            hint if hint.starts_with("zh") => true,
            _ if han() => chinese,
            _ => china(),
        };
        if yuan { "CNY" } else { "JPY" }
    }
}

fn dollar(hint: &str) -> &'static str {
    match hint {
        "en-AU" => "AUD",
        "en-CA" | "fr-CA" => "CAD",
        "en-SG" => "SGD",
        "en-NZ" => "NZD",
        "zh-HK" | "en-HK" => "HKD",
        "zh-TW" => "TWD",
        _ => "USD",
    }
}

fn mostly_japanese(text: &str) -> bool {
    let (mut kana, mut han) = (0_usize, 0_usize);
    for c in text.chars() {
        match c {
            '\u{3041}'..='\u{30FA}' => kana += 1,
            '\u{4E00}'..='\u{9FFF}' => han += 1,
            _ => (),
        }
    }
    kana > 0 && kana * 2 >= han
}
