//! One mention of an organisation, and how far back a name goes.

use crate::claims::context::Context;
use crate::needles::Endings;
use samesky_model::reading::OrganisationKind;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A name goes back at most this many bytes.
const FARTHEST: usize = 120;

/// A mention, in bytes. A smaller rank is surer.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) bytes: Range<usize>,
    pub(super) kind: OrganisationKind,
    pub(super) rank: u8,
}

/// Words (folded) after which a name begins.
const BEFORE: &[&str] = &[
    "主办单位",
    "承办单位",
    "协办单位",
    "主办方",
    "引进",
    "集聚",
    "聚集",
    "包括",
    "邀请",
    "会见",
    "来自",
    "出席",
    "参加",
    "走访",
    "拜访",
    "拜会",
    "考察",
    "组织",
    "联合",
    "由于",
    "以及",
    "签约",
    "签署",
    "同步",
    "落地",
    "构建",
    "兼",
    "项目公司",
    "子公司",
    "旗下",
    "所属",
    "围绕",
    "入驻",
    "时围绕",
    "依托",
    "培育",
    "位于",
    "落户",
    "访问",
    "根据",
    "通过",
    "得到",
    "成立",
    "携手",
    "助力",
    "举办",
    "举行",
    "召开",
    "率领",
    "率",
    "偕同",
    "促进",
    "支持",
    "建设",
    "加上",
    "就是",
    "例如",
    "诸如",
    "有",
    "如",
    "与",
    "和",
    "及",
    "由",
    "在",
    "对",
    "向",
    "将",
    "把",
    "被",
    "据",
    "让",
    "给",
    "使",
    "的",
    "了",
    "是",
    "为",
    "从",
    "到",
    "经",
    "同",
    "跟",
    "且",
    "会上",
    "は",
    "が",
    "を",
    "に",
    "で",
    "と",
    "の",
    "も",
    "へ",
    "や",
    "から",
    "した",
    "する",
];

/// Longer words in which one of [`BEFORE`] is no boundary.
const INSIDE: &[&str] = &[
    "效率",
    "汇率",
    "税率",
    "利率",
    "费率",
    "频率",
    "功率",
    "率先",
    "数据",
    "华为",
    "共和",
    "和平",
    "和歌山",
    "日本国",
    "大同",
    "同仁",
    "合同",
    "同济",
    "存在",
    "富有",
    "国有",
    "有限",
    "经济",
    "经贸",
    "经团",
    "经营",
    "经开",
    "联合会",
    "联合国",
    "组织部",
    "如皋",
    "向阳",
    "对外",
    "国际和",
    "中共",
    "人民对外",
    "为民",
    "给排",
    "自由",
    "三和",
    "大和",
    "昭和",
    "住友和",
    "北大",
    "促进会",
    "促进委",
    "促进局",
    "促进中心",
    "促进服务",
    "促进协会",
    "建设银行",
    "建设局",
    "建设厅",
    "建设集团",
    "中国建设",
    "科学技术和",
    "信息化和",
    "发展和",
    "经济和",
    "卫生和",
    "文化和",
    "规划和",
    "资源和",
    "交通和",
    "住房和",
    "运输及",
    "工业和",
    "人力资源和",
    "支持中心",
    "到家",
    "会上海",
    "的士",
    "有色",
    "海有",
    "对接",
    "向日葵",
    "技术经",
];

/// Where the name that leads up to this byte begins.
pub(super) fn left(context: &Context<'_>, from: usize, floor: usize) -> usize {
    let floor = floor.max(context.text.floor(from.saturating_sub(FARTHEST)));
    let words = context.text.folded_slice(&(floor..from));
    let (mut start, mut depth) = (from, 0_usize);
    for (at, char) in words.char_indices().rev() {
        let here = floor + at + char.len_utf8();
        match char {
            ')' | '）' => depth += 1,
            '(' | '（' if depth > 0 => depth -= 1,
            _ if depth == 0 && (is_break(words, at, char) || after_word(context, here)) => return start,
            _ => {}
        }
        start = floor + at;
    }
    if depth > 0 { from } else { start }
}

fn is_break(words: &str, at: usize, char: char) -> bool {
    if char == ' ' {
        // A space between Latin words belongs to the name.
        let ascii = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
        return !(ascii(words[..at].chars().next_back()) && ascii(words[at + 1..].chars().next()));
    }
    matches!(
        char,
        '，' | ','
            | '。'
            | '；'
            | ';'
            | '：'
            | ':'
            | '！'
            | '？'
            | '!'
            | '?'
            | '、'
            | '“'
            | '”'
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '【'
            | '】'
            | '['
            | ']'
            | '（'
            | '('
            | '"'
            | '\''
            | '\n'
            | '\t'
            | '\u{3000}'
            | '•'
            | '/'
            | '|'
            | '-'
            | '—'
            | '–'
    ) && !(char == '-' && words[..at].ends_with(|c: char| c.is_ascii_alphanumeric()))
}

static LAST: LazyLock<Endings> = LazyLock::new(|| Endings::new(BEFORE.iter().copied()));

/// For every word of [`BEFORE`] the words of [`INSIDE`] that hold it, each with the byte in it where the word ends.
static HOLDERS: LazyLock<BTreeMap<&str, Vec<(&str, usize)>>> = LazyLock::new(|| {
    let holders = |word: &'static str| {
        let ends = |longer: &'static str| longer.match_indices(word).map(move |(at, _)| (longer, at + word.len()));
        (word, INSIDE.iter().flat_map(|longer| ends(longer)).collect())
    };
    BEFORE.iter().map(|word| holders(word)).collect()
});

fn after_word(context: &Context<'_>, byte: usize) -> bool {
    let before = context.text.folded().get(..byte).unwrap_or_default();
    LAST.of(before)
        .any(|word| !HOLDERS.get(word).is_some_and(|longer| longer.iter().any(|of| covers(context, *of, byte))))
}

/// Whether the text around this byte reads `longer`, of which so many bytes stand before it.
fn covers(context: &Context<'_>, (longer, before): (&str, usize), byte: usize) -> bool {
    byte.checked_sub(before).is_some_and(|start| context.starts_with(start, longer))
}

/// Whether these words are nothing but places (and 市, 区, 两地 and the like).
pub(super) fn only_places(context: &Context<'_>, bytes: &Range<usize>) -> bool {
    let places = context.places(bytes);
    let mut rest = bytes.start;
    let mut between = String::new();
    for (_, at) in &places {
        between.push_str(context.text.folded_slice(&(rest.min(at.start)..at.start)));
        rest = at.end;
    }
    between.push_str(context.text.folded_slice(&(rest..bytes.end)));
    !places.is_empty()
        && between.chars().all(|char| {
            matches!(
                char,
                '市' | '区'
                    | '省'
                    | '县'
                    | '府'
                    | '州'
                    | '国'
                    | '的'
                    | '和'
                    | '与'
                    | '及'
                    | '、'
                    | '·'
                    | '・'
                    | '-'
                    | '—'
                    | '两'
                    | '地'
                    | '等'
            )
        })
}
