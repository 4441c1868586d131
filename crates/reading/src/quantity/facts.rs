//! What the whole text tells about its numbers: the language of lines in doubt, what 元, $ and ¥ mean.

use super::Options;
use memchr::memmem;

/// Facts of one text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    /// Lines without kana are Japanese too.
    pub(super) japanese: bool,
    /// The currency that 元 alone names.
    pub(super) yuan: &'static str,
    /// The currency that `$` alone names.
    pub(super) dollar: &'static str,
    /// The text speaks of プロジェクト, so that 件 counts them.
    pub(super) projects: bool,
    /// Day before month in 1/2/2020.
    pub(super) day_first: bool,
    /// The text speaks of Chinese money or places.
    pub(super) china: bool,
    /// The text has Han writing.
    han: bool,
    /// The hint says Chinese, or another language.
    hinted: Option<bool>,
}

/// Only so much of a text is looked at to decide what it is.
const LOOK: usize = 1 << 16;

impl Facts {
    pub(super) fn of(text: &str, options: &Options) -> Self {
        let mut cut = text.len().min(LOOK);
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        let head = text.get(..cut).unwrap_or_default();
        let has = |word: &str| memmem::find(head.as_bytes(), word.as_bytes()).is_some();
        let any = |words: &[&str]| words.iter().any(|word| has(word));
        let hint = options.language.as_deref().unwrap_or_default();
        let wide = head.len() > head.chars().count();
        let taiwan = hint.starts_with("zh-TW")
            || wide && any(&["新臺幣", "新台幣", "臺灣", "台灣", "經濟部", "行政院"]) && !has("人民幣");
        let hong_kong = hint.starts_with("zh-HK")
            || wide && any(&["港元", "港幣", "香港"]) && any(&["億", "萬", "業"]) && !any(&["人民", "省", "業務"]);
        Self {
            japanese: if hint.is_empty() { wide && mostly_japanese(head) } else { hint.starts_with("ja") },
            yuan: if taiwan {
                "TWD"
            } else if hong_kong {
                "HKD"
            } else {
                "CNY"
            },
            dollar: dollar(hint),
            china: any(&["yuan", "RMB", "renminbi", "China", "หยวน"]) && !any(&[" yen", "Japan", "เยน"]),
            han: wide && head.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)),
            hinted: (!hint.is_empty()).then(|| hint.starts_with("zh")),
            projects: wide && has("プロジェクト"),
            day_first: any(&[
                "UTTAR",
                "Pradesh",
                "London",
                "Singapore",
                "Kuala Lumpur",
                "India",
                "Australia",
                "Thailand",
            ]) || hint == "en-GB",
        }
    }
}

impl Facts {
    /// The currency that ¥ names.
    pub(super) fn yen_sign(&self, chinese: bool) -> &'static str {
        let yuan = match self.hinted {
            Some(true) => true,
            _ if self.han => chinese,
            _ => self.china,
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
