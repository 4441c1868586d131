//! Things that are built, told of by the verb beside them: `建设…基地`, `…工場を建設`, `build a … plant`, `ตั้งโรงงาน…`.

use crate::claims::context::Context;
use crate::lexicon::{Cue, List};
use crate::needles::Needles;
use samesky_model::reading::QuantityKind;
use std::ops::Range;
use std::sync::LazyLock;

/// How things that are built end in Chinese; the longer first.
const ZH_ENDS: &[&str] = &[
    "生产基地项目",
    "产业园项目",
    "基地项目",
    "中心项目",
    "工厂项目",
    "生产线项目",
    "生产基地",
    "研发基地",
    "研发中心",
    "数据中心",
    "制造基地",
    "产业基地",
    "产业园",
    "生产线",
    "总部",
    "基地",
    "工厂",
    "中心",
    "研究院",
    "电站",
    "厂房",
    "综合体",
    "码头",
    "项目",
];
/// How they end in Japanese (folded).
const JA_ENDS: &[&str] = &[
    "工场",
    "研究所",
    "研究开発拠点",
    "物流施设",
    "データセンター",
    "センター",
    "発电所",
    "プラント",
    "生产拠点",
    "拠点",
    "仓库",
    "工业団地",
    "新本社",
    "ライン",
    "プロジェクト",
];
/// English verbs and prepositions before what is built, and its last word.
const EN_VERBS: &[&str] = &[
    "build",
    "builds",
    "building",
    "built",
    "construct",
    "constructing",
    "set up",
    "setting up",
    "sets up",
    "establish",
    "establishing",
    "open",
    "opening",
    "invest in",
    "into",
    "in",
    "broke ground on",
    "breaks ground on",
    "breaking ground on",
    "expand",
    "expanding",
    "for",
];
const EN_ENDS: &[&str] = &[
    "plant",
    "factory",
    "facility",
    "fab",
    "unit",
    "centre",
    "center",
    "hub",
    "headquarters",
    "warehouse",
    "complex",
    "refinery",
    "laboratory",
    "terminal",
    "campus",
    "smelter",
    "mill",
    "data centre",
    "data center",
    "production base",
];
/// Words that are left off before an English name.
const EN_PLAIN: &[&str] =
    &["a", "an", "the", "its", "their", "first", "second", "third", "new", "another", "largest", "of", "what", "is"];
/// Thai verbs before what is built, and where its name ends.
const TH_VERBS: &[&str] =
    &["ตั้ง", "สร้าง", "ก่อสร้าง", "จัดตั้ง", "ขยาย", "วางศิลาฤกษ์", "ลงเสาเข็ม", "ลงทุนใน", "ลงทุนสร้าง", "พัฒนา"];
const TH_STOPS: &[&str] =
    &[" ", "ที่", "ใน", "ณ", "ขนาด", "มูลค่า", "และ", "จ้าง", "กำลัง", "บน", "ด้วย", "เพื่อ", "ของ", "แห่ง", "จำนวน", "โดย"];

/// The names of what is built in a sentence that tells of money, of signing or of ground that is broken.
pub(super) fn names(context: &Context<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let money = context.found_in(sentence).any(|(_, found)| found.quantity.kind == QuantityKind::Money);
    let told = [Cue::Sign, Cue::BreakGround, Cue::Invest].iter().any(|cue| context.has(sentence, *cue));
    if !money && !told {
        return Vec::new();
    }
    let words = context.text.folded_slice(sentence);
    let names = if words.is_ascii() || words.bytes().filter(u8::is_ascii_lowercase).count() * 2 > words.len() {
        english(words)
    } else if words.contains(['ก', 'น', 'ร', 'า']) {
        thai(context, sentence)
    } else {
        chinese(context, sentence).into_iter().chain(japanese(context, sentence)).collect()
    };
    let bytes = names.into_iter().map(|name| sentence.start + name.start..sentence.start + name.end);
    bytes.filter(|name| is_name(context, name)).collect()
}

/// No numbers of things, no more than a kind.
fn is_name(context: &Context<'_>, name: &Range<usize>) -> bool {
    let words = context.text.folded_slice(name);
    let counted = context
        .found_in(name)
        .any(|(_, found)| matches!(found.quantity.kind, QuantityKind::Count | QuantityKind::Money));
    !counted && !super::name::GENERIC.contains(&words)
}

static ZH_END: LazyLock<Needles> = LazyLock::new(|| Needles::new(ZH_ENDS.iter().copied()));
static TH_STOP: LazyLock<Needles> = LazyLock::new(|| Needles::new(TH_STOPS.iter().copied()));

fn chinese(context: &Context<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = context.text.folded_slice(sentence);
    let mut names = Vec::new();
    let mut reach = 0;
    for (at, verb) in context.signs.by_word(List::ZhBuild, sentence) {
        let at = at - sentence.start;
        let start = at + verb.len();
        let rest: &str = clause(&words[start..]);
        if rest.starts_with(['与', '和', '及', '、', '局', '厅'])
            || rest.starts_with("集团")
            || rest.starts_with("银行")
        {
            continue;
        }
        let Some(end) = built_end(rest) else { continue };
        let lead = lead(&rest[..end]);
        let name = start + lead..start + end;
        let length = words[name.clone()].chars().count();
        if (5..=26).contains(&length) && !words[name.clone()].contains(['“', '《', '、']) && start >= reach {
            names.push(name);
            reach = start;
        }
    }
    names
}

/// Up to the next mark.
fn clause(rest: &str) -> &str {
    rest.split(['，', ',', '。', '；', ';', '：', ':', '（', '(']).next().unwrap_or_default()
}

/// Where the first thing built ends in these words, with 项目 behind it.
fn built_end(rest: &str) -> Option<usize> {
    let (first, _) = ZH_END.all(rest).next()?;
    let here = ZH_END.all(rest).take_while(|(at, _)| *at == first);
    here.map(|(at, number)| at + ZH_END.length(number)).max()
}

/// Past the words before a name: 的, 了, 一个, 一座.
fn lead(words: &str) -> usize {
    let of = words.rfind('的').map_or(0, |at| at + '的'.len_utf8());
    let rest = &words[of..];
    let plain =
        ["了一个", "了一座", "一个", "一座", "一条", "首个", "了", "全新"].iter().find(|word| rest.starts_with(**word));
    of + plain.map_or(0, |word| word.len())
}

fn japanese(context: &Context<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = context.text.folded_slice(sentence);
    let mut names = Vec::new();
    for (end, _) in context.signs.by_word(List::JaBuild, sentence) {
        let end = end - sentence.start;
        let Some(ending) = JA_ENDS.iter().find(|ending| words[..end].ends_with(**ending)) else { continue };
        let part = |char: &(usize, char)| {
            let char = char.1;
            crate::letter::is_alphanumeric(char) && !('\u{3041}'..='\u{309F}').contains(&char) || "・ー".contains(char)
        };
        let start = words[..end].char_indices().rev().take_while(part).last().map_or(end, |(at, _)| at);
        let name = &words[start..end];
        let stem = &name[..name.len() - ending.len()];
        let plain = ["", "新", "同", "新设", "両", "本", "自社"].contains(&stem);
        if !plain && name.chars().count() <= 26 {
            names.push(start..end);
        }
    }
    names
}

fn english(words: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let tokens: Vec<(usize, &str)> = tokens(words);
    for (place, (at, token)) in tokens.iter().enumerate() {
        let bare = token.trim_end_matches([',', '.', ';', ')', '"', '”']);
        let two = tokens.get(place.wrapping_sub(1)).map(|(start, _)| &words[*start..at + bare.len()]);
        if !EN_ENDS.contains(&bare) && !two.is_some_and(|two| EN_ENDS.contains(&two)) {
            continue;
        }
        let from = place.saturating_sub(6);
        let verb = (from..place).rev().find(|before| {
            let (start, token) = tokens[*before];
            EN_VERBS.contains(&token)
                || EN_VERBS.iter().any(|verb| verb.contains(' ') && words[..start + token.len()].ends_with(verb))
        });
        let Some(verb) = verb else { continue };
        let first = (verb + 1..place).find(|before| !EN_PLAIN.contains(&tokens[*before].1));
        let stopped = tokens[verb + 1..place].iter().any(|(_, token)| token.ends_with([',', ';', '.']));
        if let Some(first) = first.filter(|_| !stopped) {
            names.push(tokens[first].0..at + bare.len());
        }
    }
    names
}

fn tokens(words: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    words
        .split(' ')
        .map(|token| {
            let start = at;
            at += token.len() + 1;
            (start, token)
        })
        .filter(|(_, token)| !token.is_empty())
        .collect()
}

fn thai(context: &Context<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = context.text.folded_slice(sentence);
    let mut names = Vec::new();
    for (at, begin) in context.signs.by_word(List::ThBuilt, sentence) {
        let at = at - sentence.start;
        if !TH_VERBS.iter().any(|verb| words[..at].ends_with(verb)) {
            continue;
        }
        let after = &words[at + begin.len()..];
        let stop = TH_STOP.first(after).unwrap_or(after.len());
        if (3..=60).contains(&after[..stop].chars().count()) {
            names.push(at..at + begin.len() + stop);
        }
    }
    names
}
