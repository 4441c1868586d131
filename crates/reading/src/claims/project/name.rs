//! Names of projects.

use crate::claims::context::Context;
use crate::lexicon::List;
use crate::needles::{Endings, Needles, find};
use samesky_model::reading::QuantityKind;
use std::ops::Range;
use std::sync::LazyLock;

/// Words (folded) in which the name of something built ends.
const ENDINGS: &[&str] = &[
    "项目",
    "基地",
    "产业园",
    "总部",
    "创新中心",
    "研发中心",
    "园区",
    "中心",
    "工厂",
    "四期",
    "五期",
    "二期",
    "三期",
    "一期",
    "プロジェクト",
];
static ENDING: LazyLock<Endings> = LazyLock::new(|| Endings::new(ENDINGS.iter().copied()));

/// Words after which a name begins.
const BEFORE: &[&str] = &[
    "签署", "签约", "引进", "就", "包括", "设立", "建设", "打造", "聚焦", "其中", "则", "的", "了", "与", "是", "有",
    "由", "推进", "以及", "助力", "形成", "促进", "作为", "如", "为", "在", "一个", "计划", "围绕", "关于", "成立",
    "及其", "加快", "落户", "将",
];
static ANY_BEFORE: LazyLock<Needles> = LazyLock::new(|| Needles::new(BEFORE.iter().copied()));

/// What is no name.
pub(super) const GENERIC: &[&str] = &[
    "项目",
    "重点项目",
    "合作项目",
    "示范项目",
    "产业项目",
    "主要项目",
    "重大项目",
    "投资项目",
    "日资项目",
    "德资产业项目",
    "开发项目",
    "该项目",
    "本项目",
    "新项目",
    "两个中心",
    "中心",
    "区域中心",
    "建设项目",
    "成熟项目",
    "相关项目",
    "中国总部",
    "地区总部",
    "区域总部",
    "总部",
    "生产基地",
    "研发中心",
    "基地",
    "现代服务业开放合作示范项目",
    "工厂",
    "技术项目",
    "分项目",
    "产业化项目",
    "签约项目",
    "集中签约项目",
    "的项目",
    "外资项目",
    "基础设施项目",
    "产业合作项目",
];

/// The names of projects in a sentence: items of a list `A、B等15个项目`, and names before `项目` with an amount or a verb.
pub(super) fn names(context: &Context<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = context.text.folded_slice(sentence);
    // No name of this kind ends in ASCII.
    if words.is_ascii() {
        return Vec::new();
    }
    if context.signs.within(List::ThaiProject, sentence).next().is_some() {
        return thai(context, sentence);
    }
    let listed = is_list_of_projects(context, sentence);
    let mut names = told(context, sentence);
    names.extend(quoted(context, sentence));
    let money = context.found_in(sentence).any(|(_, found)| found.quantity.kind == QuantityKind::Money);
    let mut start = 0;
    for (at, length) in marks(words, listed).chain([(words.len(), 0)]) {
        let item = sentence.start + start..sentence.start + at;
        names.extend(name(context, &item, listed, money));
        start = at + length;
    }
    names
}

/// Where the items of a sentence are parted, and the length of the mark.
fn marks(words: &str, listed: bool) -> impl Iterator<Item = (usize, usize)> {
    let bytes = words.as_bytes();
    let mut next = 0;
    std::iter::from_fn(move || {
        loop {
            let at = next;
            let first = *bytes.get(at)?;
            next += match first {
                0..=0x7F => 1,
                0xC0..=0xDF => 2,
                0xF0..=0xFF => 4,
                _ => 3,
            };
            match bytes[at..] {
                [b',' | b';' | b':', ..] => return Some((at, 1)),
                // 、 and 。, then ， ： and ；, then 等; the last is 和.
                [0xE3, 0x80, 0x81 | 0x82, ..] | [0xEF, 0xBC, 0x8C | 0x9A | 0x9B, ..] | [0xE7, 0xAD, 0x89, ..] => {
                    return Some((at, 3));
                }
                [0xE5, 0x92, 0x8C, ..] if listed => return Some((at, 3)),
                _ => (),
            }
        }
    })
}

/// What is said to begin, to be signed or to run is one project: `…项目开工`, `签署…项目框架协议`.
fn told(context: &Context<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = context.text.folded_slice(sentence);
    let mut names = Vec::new();
    for (at, _) in context.signs.within(List::Project, sentence) {
        let at = at - sentence.start;
        let end = at + "项目".len();
        let rest = &words[end..];
        let near = sentence.start + end..context.text.floor(sentence.end.min(sentence.start + end + 60));
        let dated = context
            .found_in(&near)
            .any(|(_, found)| found.bytes.start == near.start && found.quantity.kind == QuantityKind::Date);
        let verbs = [
            "开工",
            "落地",
            "投产",
            "动工",
            "奠基",
            "竣工",
            "框架协议",
            "投资协议",
            "投资合同",
            "合同",
            "协议",
            "签署",
            "正式签约",
        ];
        if !dated && !verbs.iter().any(|verb| rest.starts_with(verb)) {
            continue;
        }
        let clause = words[..at]
            .rfind(['，', ',', '。', '；', ';', '、', '：', ':', ')', '）', '\u{3000}'])
            .map_or(0, |cut| cut + words[cut..].chars().next().map_or(1, char::len_utf8));
        let name = sentence.start + clause + begin(&words[clause..end])..sentence.start + end;
        let text = context.text.folded_slice(&name);
        let counted = context.found_in(&name).any(|(_, found)| found.quantity.kind == QuantityKind::Count);
        if (6..=40).contains(&text.chars().count()) && !counted && !GENERIC.contains(&text) {
            names.push(name);
        }
    }
    names
}

/// `签署“…项目”投资协议`: a name in quotation marks that is signed, begun, or goes on with an agreement.
fn quoted(context: &Context<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    const LED: [&str; 9] = ["签署", "签署了", "签订", "签订了", "签约", "启动", "开工建设", "推进", "实施"];
    const GOES_ON: [&str; 8] = ["投资", "合作", "框架", "协议", "合同", "签约", "落户", "开工"];
    let words = context.text.folded_slice(sentence);
    let ends = context.signs.within(List::Project, sentence).map(|(at, _)| at - sentence.start + "项目".len());
    let names = ends.filter_map(|end| {
        let behind = words[end..].strip_prefix(['”', '」'])?;
        let open = words[..end].rfind(['“', '「'])?;
        let start = open + words[open..].chars().next()?.len_utf8();
        let (before, name) = (&words[..open], &words[start..end]);
        let told = LED.iter().any(|word| before.ends_with(word)) || GOES_ON.iter().any(|word| behind.starts_with(word));
        let fits = (5..=40).contains(&name.chars().count()) && !GENERIC.contains(&name) && !name.contains(['”', '」']);
        (told && fits).then_some(sentence.start + start..sentence.start + end)
    });
    let counted =
        |name: &Range<usize>| context.found_in(name).any(|(_, found)| found.quantity.kind == QuantityKind::Count);
    names.filter(|name| !counted(name)).collect()
}

/// `A、B等一批重大项目`, `A、B等15个项目`.
fn is_list_of_projects(context: &Context<'_>, sentence: &Range<usize>) -> bool {
    let words = context.text.folded_slice(sentence);
    context.signs.within(List::Others, sentence).any(|(at, _)| {
        let at = at - sentence.start;
        let near = words[at..].char_indices().nth(12).map_or(&words[at..], |(end, _)| &words[at..at + end]);
        near.contains("项目") && words[..at].contains('、')
    })
}

/// The name in which an item ends (or which stands before an amount at its end).
fn name(context: &Context<'_>, item: &Range<usize>, listed: bool, money: bool) -> Option<Range<usize>> {
    let amount = || context.found_in(item).map(|(_, found)| found).find(|of| of.quantity.kind == QuantityKind::Money);
    let money = if money { amount() } else { None };
    let end = money.map_or(item.end, |found| found.bytes.start);
    let item = context.text.trim(&(item.start..end));
    let words = context.text.folded_slice(&item);
    let ending = ENDING.of(words).next()?;
    let start = item.start + begin(words);
    let name = context.text.trim(&(start..item.end));
    let words = context.text.folded_slice(&name);
    let size = words.chars().count();
    let told = listed
        || money.is_some()
        || (ending == "项目" && size >= 7)
        || (ending != "项目" && acts(context, &item, name.start));
    let counted = context.found_in(&name).any(|(_, found)| found.quantity.kind == QuantityKind::Count);
    let generic = GENERIC.contains(&words) || words.starts_with("该") || words.starts_with("共");
    (told && !counted && !generic && (5..=40).contains(&size) && !words.contains(['“', '”', '《', '》']))
        .then_some(name)
}

/// A verb of founding right before the name.
fn acts(context: &Context<'_>, item: &Range<usize>, start: usize) -> bool {
    item.start < start
        && ["设立", "建设", "打造", "成立"].iter().any(|verb| {
            context.ends_with(start, verb) || context.text.folded_slice(&(item.start..start)).contains(verb)
        })
        && context.ends_with(start, "设立")
}

/// After the last word that leads up to a name.
fn begin(words: &str) -> usize {
    let mut last = [None; BEFORE.len()];
    for (at, number) in ANY_BEFORE.all(words) {
        last[number] = Some(at);
    }
    let starts = BEFORE.iter().zip(last).filter_map(|(word, at)| {
        let at = at?;
        let end = at + word.len();
        let inside = (*word == "为" && words[..end].ends_with("华为"))
            || (*word == "建设" && words[end..].starts_with('与'))
            || (*word == "与" && !words[..at].contains("签"));
        (end < words.len() && !inside && words[end..].chars().count() >= 4).then_some(end)
    });
    starts.max().unwrap_or(0)
}

/// Thai: names begin with โครงการ and go on to a space or และ.
fn thai(context: &Context<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = context.text.slice(sentence);
    let mut names = Vec::new();
    for (at, head) in words.match_indices("โครงการ") {
        let rest = &words[at + head.len()..];
        let stop = [" ", "และ", "ได้", "ที่ลงนาม", "แรก", "ใน", "จำนวน", "รวม"]
            .iter()
            .filter_map(|stop| find(rest, stop))
            .min()
            .unwrap_or(rest.len());
        let length = rest[..stop].chars().count();
        let list = words[..at].contains("เช่น");
        if list && (8..=80).contains(&length) {
            names.push(sentence.start + at..sentence.start + at + head.len() + stop);
        }
    }
    names.into_iter().map(|name| context.text.trim(&name)).collect()
}
