//! Chinese and Japanese organisations, known by how their names end.

use super::mention::{Mention, left, only_places};
use crate::claims::context::Context;
use crate::lexicon::{Cue, Sense};
use crate::needles::Needles;
use samesky_model::reading::OrganisationKind;
use std::ops::Range;
use std::sync::LazyLock;

/// Stems that make no name.
const GENERIC: &[&str] = &[
    "",
    "该",
    "本",
    "两地",
    "双方",
    "地方",
    "各级",
    "当地",
    "中央",
    "相关",
    "有关",
    "多家",
    "日本和",
    "国际",
    "其他",
    "各地",
    "组织",
    "市",
    "省",
    "县",
    "区",
    "国家",
    "两国",
    "日资",
    "外资",
    "我",
    "我市",
    "我省",
    "上市",
    "股份",
    "投资",
    "中外",
    "大型",
    "知名",
    "著名",
    "一个",
    "鲁日地方",
    "央企",
    "跨国",
    "中方",
    "日方",
    "个市直",
    "招",
    "驻",
    "驻外",
    "各",
    "现场",
    "综合",
    "行业",
    "首个",
    "全国",
    "高新",
    "研究",
    "产业",
    "科技",
    "智慧",
    "工业",
    "同",
    "两",
    "现地",
    "中日地方",
    "地方发展合作",
    "合作",
];

/// Endings (folded) of Japanese companies that are words for trades too.
const WEAK: &[&str] = &[
    "工业",
    "制钢",
    "制药",
    "电机",
    "制作所",
    "商事",
    "电子",
    "精机",
    "化学",
    "物产",
    "制造所",
    "建设",
    "水产",
    "酒造",
    "食品",
    "运输",
];

/// `…工業は`, `…製薬(大阪市)`: a name of its own before the ending, and behind it what a subject goes on with.
fn is_firm(context: &Context<'_>, stem: &str, end: usize) -> bool {
    let next = context.text.folded().get(end..).and_then(|rest| rest.chars().next());
    let kana = stem.chars().any(|char| ('\u{30A1}'..='\u{30FF}').contains(&char));
    context.language == "ja"
        && next.is_some_and(|next| "はがと(（".contains(next))
        && stem.chars().count() >= if kana { 3 } else { 2 }
        && !["自动车", "食料品", "机械", "石油", "化学", "重", "半导体", "电气", "中小", "地场", "电气电子", "精密"]
            .iter()
            .any(|word| stem.ends_with(word))
}

/// What a Japanese company does or is, where no name stands before 会社.
const TRADES: &[&str] = &[
    "事业",
    "发电事业",
    "运营",
    "施工",
    "取引",
    "开发",
    "制造",
    "贩卖",
    "持株",
    "子",
    "亲",
    "合弁",
    "现地",
    "特别目的",
    "目的",
    "关连",
    "地元",
    "参加",
    "出资",
    "日系",
    "海外",
    "グループ",
    "保险",
    "建设",
    "不动产",
    "物流",
    "商社",
    "设计",
    "管理",
    "投资",
    "铁道",
    "航空",
    "电力",
    "ガス",
    "石油",
    "贸易",
    "通信",
    "印刷",
    "警备",
    "旅行",
];

/// Zones that act as organisations; cooperation zones and parks are named with the event instead.
const ACTING_ZONES: &[&str] =
    &["高新区", "高新技术产业开发区", "开发区", "经开区", "经济技术开发区", "自贸区", "保税区", "综合保税区"];

/// Words in a stem that tell of no single one.
static VAGUE: LazyLock<Needles> =
    LazyLock::new(|| Needles::new(["著名", "知名", "大型", "多家", "一批", "众多", "各类"]));

/// Every ending with the name before it.
pub(super) fn mentions(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut reach = bytes.start;
    for mark in context.marks_in(bytes) {
        let Sense::Ending(kind) = mark.sense else { continue };
        if mark.end > bytes.end || goes_on(context, mark.end, bytes.end) {
            continue;
        }
        let start = left(context, mark.start, reach.min(mark.start));
        if let Some(mention) = mention(context, start, mark.start, mark.end, kind) {
            mentions.push(mention);
        } else if context.text.folded_slice(&(mark.start..mark.end)) == "株式会社" {
            mentions.extend(prefixed(context, bytes, mark.start, mark.end));
        }
        reach = bytes.start;
    }
    mentions
}

/// An ending within a longer one, or within another word (商会 in 招商会议).
fn goes_on(context: &Context<'_>, end: usize, limit: usize) -> bool {
    let rest = context.text.folded_slice(&(end..context.text.floor(limit.min(end + 24))));
    ["议", "谈", "办公室外", "工作", "们", "化", "建设", "标准", "间", "主导", "联系", "引导", "系统"]
        .iter()
        .any(|word| rest.starts_with(word))
}

fn mention(context: &Context<'_>, start: usize, ending: usize, end: usize, kind: OrganisationKind) -> Option<Mention> {
    let start = skip_title(context, start, ending);
    let start = skip_count(context, start, ending);
    let start = posted(context, start, &(ending..end));
    let stem = context.text.folded_slice(&(start..ending));
    let word = context.text.folded_slice(&(ending..end));
    if GENERIC.contains(&stem) || stem.chars().count() > 30 || is_head(context, end) {
        return None;
    }
    if VAGUE.any(stem) || word == "会社" && TRADES.contains(&stem) {
        return None;
    }
    let has_place = || !context.areas(&(start..ending)).is_empty();
    let fine = match kind {
        OrganisationKind::Government => {
            has_place()
                || stem.ends_with(['部', '省', '市', '厅', '县'])
                || stem.contains("国")
                || word.contains("领事")
                || stem.starts_with("北方")
                || word == "管委会"
                    && ["合作园", "合作区", "产业园", "示范区", "高新区", "经开区", "开发区", "自贸区", "保税区"]
                        .iter()
                        .any(|zone| stem.ends_with(zone))
                || word == "管理局" && stem.ends_with("园区")
        }
        OrganisationKind::Zone => ACTING_ZONES.contains(&word) && has_place(),
        OrganisationKind::Chamber => {
            let weak = ["中心", "联盟", "事务所", "代表处", "合作部", "促进会", "会馆", "学会"]
                .iter()
                .any(|ending| word.ends_with(ending));
            let between = || ["日中", "中日", "中韩", "中泰", "中德", "国际"].iter().any(|word| stem.contains(word));
            stem.chars().count() >= 2 && (!weak || has_place() || between())
        }
        OrganisationKind::Company if WEAK.contains(&word) => is_firm(context, stem, end),
        // Banks are named for their towns.
        OrganisationKind::Company => {
            stem.chars().count() >= 2 && (word == "银行" || !only_places(context, &(start..ending)))
        }
        _ => stem.chars().count() >= 2,
    };
    fine.then_some(Mention { bytes: start..end, kind, rank: 1 })
}

/// 在ホーチミン日本国総領事館: in Japanese the 在 belongs to the name.
fn posted(context: &Context<'_>, start: usize, word: &Range<usize>) -> usize {
    let mission = ["领事馆", "大使馆"].iter().any(|mission| context.text.folded_slice(word).ends_with(mission));
    let led = mission && context.language == "ja" && context.ends_with(start, "在");
    if led { start - "在".len() } else { start }
}

/// `株式会社アクメ`: the name stands behind.
fn prefixed(context: &Context<'_>, bytes: &Range<usize>, start: usize, end: usize) -> Option<Mention> {
    let rest = context.text.folded_slice(&(end..context.text.floor(bytes.end.min(end + 60))));
    const STOPS: [char; 18] =
        ['は', 'が', 'を', 'に', 'で', 'と', 'の', 'も', '、', '。', ' ', '(', '（', '」', ',', '，', '】', '\n'];
    let first = rest.find(STOPS)?;
    // みなと, さくらも: what only looks like a particle behind one or two characters of hiragana is of the name.
    let hiragana = |words: &str| words.chars().all(|char| ('\u{3041}'..='\u{3096}').contains(&char));
    let short = first > 0 && rest[..first].chars().count() <= 2 && hiragana(&rest[..first]);
    let next = first + rest[first..].chars().next().map_or(0, char::len_utf8);
    let stop = if short { next + rest[next..].find(STOPS)? } else { first };
    (stop >= 6).then_some(Mention { bytes: start..end + stop, kind: OrganisationKind::Company, rank: 1 })
}

/// Is this the head of an event (商会 in 招商会)?
fn is_head(context: &Context<'_>, end: usize) -> bool {
    let from = context.text.floor(end.saturating_sub(18));
    context.marks_in(&(from..end)).iter().any(|mark| mark.end == end && matches!(mark.sense, Sense::Cue(Cue::Head(_))))
}

/// A title before the name belongs to somebody else: 总经理某某日中协会 begins behind it. Only titles before a place count.
fn skip_title(context: &Context<'_>, start: usize, ending: usize) -> usize {
    let titles = context.cues(&(start..ending), Cue::Title).filter(|mark| !context.starts_with(mark.end, "会"));
    let after = titles.map(|mark| mark.end).last();
    let place = after.and_then(|after| context.places(&(after..ending)).into_iter().map(|(_, at)| at.start).next());
    place.unwrap_or(start)
}

/// A count before the name: 14个市直部门.
fn skip_count(context: &Context<'_>, start: usize, ending: usize) -> usize {
    let digits = |bytes: &Range<usize>| context.text.slice(bytes).contains(|char: char| char.is_ascii_digit());
    let counts = context.found_in(&(start..ending)).map(|(_, found)| found.bytes.clone());
    counts.filter(|bytes| bytes.end < ending && digits(bytes)).map(|bytes| bytes.end).last().unwrap_or(start)
}
