//! 逾, 超, 近, 约, 以上, 左右, 程度: words around a number that say how it relates to the true one.

use crate::quantity::begin::Begin;
use crate::quantity::line::Line;
use samesky_model::reading::Qualifier::{self, About, Exact, Over, Under};
use std::sync::LazyLock;

/// Words that stand before a number, longest first.
const BEFORE: &[(&str, Qualifier)] = &[
    ("少なくとも", Over),
    ("不少于", Over),
    ("不低于", Over),
    ("不小于", Over),
    ("不超过", Under),
    ("不多于", Under),
    ("不高于", Under),
    ("不大于", Under),
    ("超过了", Over),
    ("突破了", Over),
    ("接近于", Under),
    ("大约有", About),
    ("およそ", About),
    ("おおよそ", About),
    ("おおむね", About),
    ("超过", Over),
    ("超出", Over),
    ("突破", Over),
    ("多于", Over),
    ("大于", Over),
    ("高于", Over),
    ("至少", Over),
    ("最少", Over),
    ("最低", Over),
    ("起码", Over),
    ("超逾", Over),
    ("不到", Under),
    ("不足", Under),
    ("未满", Under),
    ("将近", Under),
    ("接近", Under),
    ("少于", Under),
    ("低于", Under),
    ("小于", Under),
    ("至多", Under),
    ("最多", Under),
    ("最大", Under),
    ("最大で", Under),
    ("最高", Under),
    ("大约", About),
    ("大概", About),
    ("约为", About),
    ("约合", About),
    ("约达", About),
    ("约计", About),
    ("大致", About),
    ("ほぼ", About),
    ("ざっと", About),
    ("概ね", About),
    ("凡そ", About),
    ("约有", About),
    ("逾", Over),
    ("超", Over),
    ("过", Over),
    ("破", Over),
    ("上", Over),
    ("近", Under),
    ("约", About),
];

/// Words after a number or its unit.
const AFTER: &[(&str, Qualifier)] = &[
    ("を大きく上回る", Over),
    ("を大幅に超える", Over),
    ("に满たない", Under),
    ("を上回る", Over),
    ("を上回った", Over),
    ("を上回り", Over),
    ("を超える", Over),
    ("を超えた", Over),
    ("を超え", Over),
    ("を下回る", Under),
    ("を下回った", Under),
    ("に迫る", Under),
    ("足らず", Under),
    ("たらず", Under),
    ("ちかく", Under),
    ("あまり", Over),
    ("くらい", About),
    ("ぐらい", About),
    ("余り", Over),
    ("超え", Over),
    ("近く", Under),
    ("近い", Under),
    ("以上", Over),
    ("以下", Under),
    ("以内", Under),
    ("之内", Under),
    ("未满", Under),
    ("不满", Under),
    ("左右", About),
    ("上下", About),
    ("前后", About),
    ("程度", About),
    ("见当", About),
    ("ほど", About),
    ("有余", Over),
    ("开外", Over),
    ("之多", Exact),
    ("多块", Over),
    ("余", Over),
    ("许", About),
    ("强", Over),
    ("強", Over),
    ("弱", Under),
    ("超", Over),
    ("台", About),
];

/// The last two characters of every word of [`BEFORE`], the last one first.
static LAST: LazyLock<Begin> = LazyLock::new(|| {
    let backwards: Vec<String> = BEFORE.iter().map(|(word, _)| word.chars().rev().collect()).collect();
    Begin::of(backwards.iter().map(String::as_str))
});

/// The qualifier that ends at `i`: where it begins, and what it says. `bare`: the number is only a unit (上亿).
pub(in crate::quantity) fn before(line: &Line, i: usize, bare: bool) -> Option<(usize, Qualifier)> {
    let i = line.space_back(i);
    if !LAST.may(line.before(i), line.before(i.saturating_sub(1))) {
        return None;
    }
    let &(word, qualifier) = BEFORE.iter().find(|(word, _)| line.ends(i, word))?;
    let start = i - word.chars().count();
    let last = line.before(start);
    let fits = match word {
        "上" => bare && !matches!(last, '以' | '网' | '线' | '早' | '晚' | '会' | '路'),
        "过" => bare && !matches!(last, '通' | '经' | '超'),
        "破" | "最高" | "最低" | "最大" => bare || !matches!(last, '爆' | '打'),
        "近" => !matches!(last, '最' | '附' | '邻' | '靠' | '临' | '亲'),
        "超" => !matches!(last, '高' | '赶' | '反'),
        "约" => !matches!(
            last,
            '签' | '条' | '契' | '节' | '公' | '制' | '缔' | '婚' | '纽' | '成' | '违' | '规' | '预' | '特'
        ),
        _ => true,
    };
    fits.then_some((start, qualifier))
}

/// The first two characters of every word of [`AFTER`].
static FIRST: LazyLock<Begin> = LazyLock::new(|| Begin::of(AFTER.iter().map(|(word, _)| *word)));

/// The qualifier that begins at `i`: one past its end, and what it says.
pub(in crate::quantity) fn after(line: &Line, i: usize, chinese: bool) -> Option<(usize, Qualifier)> {
    if !FIRST.may(line.get(i), line.get(i + 1)) {
        return None;
    }
    let &(word, qualifier) = AFTER.iter().find(|(word, _)| line.is(i, word))?;
    let end = i + word.chars().count();
    let next = line.get(end);
    let fits = match word {
        "超" => !chinese && !matches!(next, '过' | '出' | '额'),
        "强" | "強" | "弱" => !chinese && !matches!(next, '化' | '度' | '力' | '点' | '者'),
        "台" => !chinese && !matches!(next, '湾' | '风' | '数'),
        "余" => !matches!(next, '额' | '热' | '地'),
        "许" => chinese && !matches!(next, '可' | '多' | '诺'),
        "近く" => next != 'の' && next != 'に',
        "以上" => !matches!(next, '海'),
        "以内" | "以下" | "左右" | "前后" | "程度" => true,
        _ => true,
    };
    fits.then_some((end, qualifier))
}
