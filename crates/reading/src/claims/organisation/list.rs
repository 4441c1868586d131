//! Names in a list: `A、B、C等N家企业`, `A、B和C`, where what follows, or one of them, tells that they are companies.

use super::mention::{Mention, left, only_places};
use crate::claims::context::Context;
use crate::lexicon::{Cue, Sense};
use crate::needles::{Endings, Needles, find};
use samesky_model::reading::{OrganisationKind, QuantityKind};
use std::ops::Range;
use std::sync::LazyLock;

/// What follows a list of companies.
const COMPANIES: &[&str] =
    &["企业", "公司", "日企", "德企", "外企", "厂商", "商社", "集团", "企業", "重点企业", "台厂"];
/// Endings of what is no company.
const NOT_COMPANIES: &[&str] = &[
    "项目",
    "基地",
    "中心",
    "环境",
    "制度",
    "院所",
    "服务",
    "体系",
    "人员",
    "代表",
    "优势",
    "资源",
    "总部",
    "产业园",
    "园",
    "技术",
    "材料",
    "产业",
    "领域",
    "城市",
    "市",
    "省",
    "县",
    "区",
    "站",
    "店",
    "期",
    "街区",
    "书记",
    "省长",
    "市长",
    "医药",
    "电池",
    "制造",
    "经济",
    "电商",
    "能源",
    "化工",
    "农业",
    "旅游",
    "文化",
    "机器人",
    "物流",
    "教育",
    "人才",
    "资金",
    "资金",
    "政府",
    "会",
    "等地",
    "网络",
    "设备",
    "汽车",
    "部门",
    "委员会",
    "主任",
    "会长",
    "大使",
    "发电",
    "数据",
    "市场",
    "规划",
    "清单",
    "设计",
];

static NOT_ENDING: LazyLock<Endings> = LazyLock::new(|| Endings::new(NOT_COMPANIES.iter().copied()));

/// The items of every list of companies.
pub(super) fn mentions(context: &Context<'_>, bytes: &Range<usize>, known: &[Mention]) -> Vec<Mention> {
    let words = context.text.folded_slice(bytes);
    if !words.contains('、') {
        return Vec::new();
    }
    let mut mentions = Vec::new();
    for items in lists(context, bytes) {
        let companies = items.iter().filter(|item| is_company(context, item, known)).count();
        let told = items.last().is_some_and(|last| followed_by_companies(context, last.end, bytes.end));
        if !told && companies == 0 {
            continue;
        }
        for item in &items {
            if fits(context, item) {
                mentions.push(Mention { bytes: item.clone(), kind: OrganisationKind::Company, rank: 2 });
            }
        }
    }
    mentions
}

/// Runs of items with 、 between them.
fn lists(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Vec<Range<usize>>> {
    let words = context.text.folded_slice(bytes);
    let mut lists = Vec::new();
    let mut current: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let ends = words
        .char_indices()
        .filter(|(at, char)| is_separator(words, *at, *char))
        .map(|(at, char)| (at, char.len_utf8(), char));
    for (at, length, char) in ends.chain([(words.len(), 0, '。')]) {
        let item = bytes.start + start..bytes.start + at;
        start = at + length;
        if char == '、' {
            let item = if current.is_empty() { left(context, item.end, item.start)..item.end } else { item };
            current.push(context.text.trim(&item));
        } else {
            if !current.is_empty() {
                current.extend(last_items(context, &item));
                lists.push(std::mem::take(&mut current));
            }
        }
    }
    lists
}

fn is_separator(words: &str, at: usize, char: char) -> bool {
    let comma = char == ',' && !words[..at].ends_with(|char: char| char.is_ascii_digit());
    matches!(char, '、' | '，' | '。' | '；' | '：' | '！' | '？') || comma
}

/// Words before which the last item of a list ends.
const STOPS: &[&str] = &[
    "等",
    "など",
    "ほか",
    "が",
    "は",
    "を",
    "に",
    "の",
    "と",
    "も",
    "都",
    "代表",
    "参加",
    "出席",
    "派员",
    "签",
    "还",
    "也",
    "将",
    "在",
    "进行",
    "总裁",
    "董事",
    "总经理",
    "投资",
    "入驻",
    "落户",
    " ",
];
static ANY_STOP: LazyLock<Needles> = LazyLock::new(|| Needles::new(STOPS.iter().copied()));

/// The last item ends at 等, a verb or a particle; 和 may join one more to it.
fn last_items(context: &Context<'_>, rest: &Range<usize>) -> Vec<Range<usize>> {
    let words = context.text.folded_slice(rest);
    let end = ANY_STOP.first(words).unwrap_or(words.len());
    let item = rest.start..rest.start + end;
    let inner = context.text.folded_slice(&item);
    let joined = ["以及", "和", "与", "及"]
        .iter()
        .find_map(|word| find(inner, word).filter(|at| *at > 0).map(|at| (at, word.len())));
    match joined {
        Some((at, length)) if inner.chars().count() > 4 => {
            vec![item.start..item.start + at, item.start + at + length..item.end]
        }
        _ => vec![item],
    }
}

fn is_company(context: &Context<'_>, item: &Range<usize>, known: &[Mention]) -> bool {
    let company = known.iter().filter(|mention| mention.kind == OrganisationKind::Company);
    let mut company = company.filter(|mention| item.start <= mention.bytes.start && mention.bytes.end <= item.end);
    company.any(|mention| mention.bytes == *item || mention.bytes.end == item.end) && fits(context, item)
}

/// `等59家日资企业`, `など326社`, `等企业`.
fn followed_by_companies(context: &Context<'_>, end: usize, limit: usize) -> bool {
    let after = end..context.text.floor(limit.min(end + 60));
    let words = context.text.folded_slice(&after);
    let Some(rest) = ["等", "など", "ほか"].iter().find_map(|word| words.strip_prefix(word)) else { return false };
    let count =
        context.found_in(&after).map(|(_, found)| found).find(|found| found.quantity.kind == QuantityKind::Count);
    let counted =
        count.is_some_and(|found| found.quantity.unit.as_deref() == Some("companies") && found.bytes.start <= end + 12);
    let near: String = rest.chars().take(12).take_while(|char| !",，。、;；".contains(*char)).collect();
    let other = ["项目", "城市", "领域", "产业", "地", "单位", "部门", "国"].iter().any(|word| near.starts_with(word));
    !other && (counted || COMPANIES.iter().any(|word| near.contains(word)))
}

fn fits(context: &Context<'_>, item: &Range<usize>) -> bool {
    // A known name with words before it: the known name alone is the organisation.
    let known = context
        .marks_in(item)
        .iter()
        .any(|mark| mark.start > item.start && mark.end == item.end && matches!(mark.sense, Sense::Known(_)));
    if known {
        return false;
    }
    let words = context.text.folded_slice(item);
    let length = words.chars().count();
    let latin = words.is_ascii();
    let size = if latin { (2..=40).contains(&length) } else { (2..=16).contains(&length) };
    let numbers = context.found_in(item).any(|(_, found)| {
        matches!(found.quantity.kind, QuantityKind::Money | QuantityKind::Count | QuantityKind::Date)
    });
    let said = [Cue::Hold, Cue::Sign, Cue::Attend].iter().any(|cue| context.has(item, *cue));
    let kana_only = words.chars().all(|char| ('\u{3041}'..='\u{309F}').contains(&char));
    let verb = words.ends_with("おり") || words.ends_with("して") || words.ends_with("れた");
    size && !kana_only
        && !verb
        && !numbers
        && !said
        && !only_places(context, item)
        && NOT_ENDING.of(words).next().is_none()
        && !context.has(item, Cue::Title)
        && !words.contains(['“', '”', '「', '」', '(', '（', ' ']) | latin
}
