//! A number with its unit: money, size classes, physical units, lengths of time, counts.

use super::{compound, count, money, relative};
use crate::quantity::amount;
use crate::quantity::class;
use crate::quantity::ctx::Ctx;
use crate::quantity::item::{Item, Number};
use crate::quantity::units::{MINUTE, MONTH, Suffix};
use crate::quantity::{ja, zh};
use rust_decimal::Decimal;
use samesky_model::reading::{Qualifier, QuantityKind};

/// The expression that begins at `start`, whose number stands at `i`.
pub(super) fn read(ctx: &Ctx<'_>, start: usize, i: usize, number: Number) -> Option<Item> {
    if let Some(item) = money::tier(ctx, start, number) {
        return Some(item);
    }
    let line = ctx.line;
    let j = line.space(number.end);
    let (half, j) = half(ctx, j);
    let number = Number { value: number.value.checked_add(half)?, ..number };
    if !half.is_zero() && line.get(j) == '月' {
        return relative::span(ctx, start, number, MONTH, "months", j, j + 1);
    }
    if let Some(item) = tenths(ctx, start, number, j) {
        return Some(item);
    }
    let words = suffixes(ctx, j);
    for (length, suffix) in words.into_iter().flatten() {
        let end = j + length;
        if !fits(ctx, i, number, suffix, j, end) {
            continue;
        }
        if suffix == Suffix::Other {
            break;
        }
        if let Some(item) = make(ctx, start, number, suffix, j, end) {
            return Some(item);
        }
    }
    money::context(ctx, start, number).or_else(|| count::bare(ctx, start, number, j))
}

fn make(ctx: &Ctx<'_>, start: usize, number: Number, suffix: Suffix, j: usize, end: usize) -> Option<Item> {
    match suffix {
        Suffix::Money(code, part) => money::amount(ctx, start, number, code, part, end),
        Suffix::Dim(..) => {
            let tier = ctx.line.get(end) == '级' && ctx.line.get(end + 1) != '别';
            if ctx.line.ends(end, "度") && ctx.near(j, &["华氏"]) {
                return amount::fahrenheit((start, end), number);
            }
            let (number, end) = compound::with_more(ctx, number, suffix, j, end)?;
            let mut item = amount::plain((start, end + usize::from(tier)), number, suffix)?;
            let kilo = ctx.line.is(j, "キロ") && end == j + 2;
            let thousand = kilo || item.unit == Some("m") && item.number.is_some();
            if thousand && ctx.line.ends(start, "时速") {
                item.value = crate::quantity::item::text(number.value);
                item.unit = Some("km/h");
            }
            if tier {
                item.qualifier = Qualifier::Tier;
            }
            Some(item)
        }
        Suffix::Span(seconds, unit) => relative::span(ctx, start, number, seconds, unit, j, end),
        Suffix::Count("points") if compound::minutes(ctx, j, end) => {
            relative::span(ctx, start, number, MINUTE, "minutes", j, end)
        }
        Suffix::Count(unit) => count::read(ctx, start, number, unit, j, end),
        Suffix::Times if ctx.line.get(end) == '半' && !matches!(ctx.line.get(end + 1), '导' | '岛' | '年') => {
            let number = Number { value: number.value.checked_add(Decimal::new(5, 1))?, ..number };
            amount::plain((start, end + 1), number, suffix)
        }
        _ => amount::plain((start, end), number, suffix),
    }
}

/// 两个半小时, 三个半月: the half between number and unit.
fn half(ctx: &Ctx<'_>, j: usize) -> (Decimal, usize) {
    let line = ctx.line;
    if line.is(j, "个半") && !line.is(j, "个半导") {
        return (Decimal::new(5, 1), j + 2);
    }
    if line.get(j) == '半' && !matches!(line.get(j + 1), '年' | '期' | '数' | '径' | '导' | '岛') {
        return (Decimal::new(5, 1), j + 1);
    }
    (Decimal::ZERO, j)
}

/// 三成, 三成五, 5割, 3割5分, 八折: shares in tenths.
fn tenths(ctx: &Ctx<'_>, start: usize, number: Number, j: usize) -> Option<Item> {
    let line = ctx.line;
    let c = line.get(j);
    let next = line.get(j + 1);
    if number.value > Decimal::TEN && !(c == '折' && (number.plain || number.positional)) || number.bare {
        return None;
    }
    let good = match c {
        '成' => !matches!(
            next,
            '立' | '功'
                | '员'
                | '都'
                | '为'
                | '果'
                | '本'
                | '熟'
                | '长'
                | '交'
                | '品'
                | '绩'
                | '分'
                | '语'
                | '人'
                | '效'
                | '就'
                | '型'
                | '田'
                | '约'
                | '年'
                | '婚'
                | '份'
        ),
        '折' => ctx.chinese && !matches!(next, '叠' | '线' | '合' | '旧' | '射'),
        '割' => !ctx.chinese,
        _ => false,
    };
    if !good {
        return None;
    }
    let mut value = number.value;
    if c == '折' && value > Decimal::TEN {
        value = value.checked_div(Decimal::TEN)?;
    }
    let (more, end) = more_tenths(ctx, j + 1);
    amount::scaled(
        QuantityKind::Percent,
        (start, end),
        Number { value: value.checked_add(more)?, ..number },
        Decimal::TEN,
        "tenths",
    )
    .map(|item| if line.get(end) == '多' { Item { end: end + 1, qualifier: Qualifier::Over, ..item } } else { item })
}

fn more_tenths(ctx: &Ctx<'_>, j: usize) -> (Decimal, usize) {
    let line = ctx.line;
    let digit = super::numeral::digit(line.get(j)).or_else(|| line.get(j).to_digit(10));
    let Some(digit) = digit else {
        return if line.get(j) == '半' { (Decimal::new(5, 1), j + 1) } else { (Decimal::ZERO, j) };
    };
    let stop = if line.get(j + 1) == '分' { j + 2 } else { j + 1 };
    let alone = !line.get(stop).is_ascii_digit() && super::numeral::digit(line.get(stop)).is_none();
    if alone { (Decimal::new(i64::from(digit), 1), stop) } else { (Decimal::ZERO, j) }
}

/// The words at `j` that may follow a number, longest first.
fn suffixes(ctx: &Ctx<'_>, j: usize) -> [Option<(usize, Suffix)>; 3] {
    let table = if ctx.chinese { &zh::units::SUFFIXES } else { &ja::units::SUFFIXES };
    let mut words = table.all(&ctx.line.c, j);
    [words.next(), words.next(), words.next()]
}

/// Whether Latin letters at `j` are a unit.
pub(super) fn latin_unit(ctx: &Ctx<'_>, j: usize) -> bool {
    suffixes(ctx, j)
        .into_iter()
        .flatten()
        .any(|(length, suffix)| suffix != Suffix::Other && word_ends(ctx, j, j + length))
}

fn word_ends(ctx: &Ctx<'_>, j: usize, end: usize) -> bool {
    let last = ctx.line.before(end);
    let next = ctx.line.get(end);
    end == j || !class::of(last).latin() || !(class::of(next).latin() || next.is_ascii_digit())
}

/// What the characters around a unit say against it.
fn fits(ctx: &Ctx<'_>, i: usize, number: Number, suffix: Suffix, j: usize, end: usize) -> bool {
    let line = ctx.line;
    let next = line.get(end);
    let one = end == j + 1;
    if !word_ends(ctx, j, end) {
        return false;
    }
    let c = line.get(j);
    if class::of(c).latin() && j > number.end + 1 {
        return false;
    }
    if number.bare && !bare_fits(ctx, i, number, suffix) {
        return false;
    }
    if number.code {
        return false;
    }
    if let Suffix::Money(_, part) = suffix {
        let digits = number.plain || number.marked;
        let apart = !class::of(next).cjk() || matches!(next, '钱' | '左' | '以' | '一');
        return match c {
            '块' if one => !matches!(
                next,
                '地' | '石'
                    | '田'
                    | '板'
                    | '屏'
                    | '牌'
                    | '奖'
                    | '区'
                    | '蛋'
                    | '面'
                    | '试'
                    | '土'
                    | '砖'
                    | '表'
                    | '玻'
                    | '电'
                    | '手'
            ),
            '角' | '毛' if one => part == 10 && (digits || apart || money::last_digit(ctx, end).is_some()),
            _ => !(one && is_word(c, next)),
        };
    }
    if number.positional && (number.end - i <= 3) {
        return false;
    }
    let below = line.before(i) == '负' || line.ends(i, "マイナス");
    let warm = c == '度' && (below || ctx.near(i, &["摄氏", "华氏", "零下", "氷点下", "气温", "温度"]));
    if one && !number.plain && matches!(c, '分' | '方' | '度' | '字' | '股' | '点') && !warm {
        return false;
    }
    if one && ctx.chinese && c == '点' && number.value < Decimal::from(25) && !number.marked {
        return false;
    }
    if one
        && number.single
        && matches!(
            c,
            '本' | '站'
                | '城'
                | '例'
                | '部'
                | '条'
                | '头'
                | '片'
                | '根'
                | '对'
                | '把'
                | '道'
                | '样'
                | '体'
                | '级'
                | '期'
                | '层'
                | '档'
                | '则'
                | '套'
                | '处'
                | '间'
                | '口'
                | '米'
                | '方'
                | '瓦'
                | '里'
        )
    {
        let height = c == '米' && super::numeral::digit(next).is_some();
        return (line.get(i) != '一' || height) && !number.bare && !is_word(c, next);
    }
    !(one && is_word(c, next) || unlike(ctx, i, c, next, one))
}

fn bare_fits(ctx: &Ctx<'_>, i: usize, number: Number, suffix: Suffix) -> bool {
    let qualified = super::qualifier::before(ctx.line, i, true).is_some();
    let hundred = matches!(ctx.line.get(i), '百' | '千');
    qualified
        || number.end - i > 1
        || (hundred && (!ctx.chinese || matches!(suffix, Suffix::Count(_)) && ctx.line.get(i) == '百'))
}

/// A single unit character that begins another word with the next character: 家庭, 人民, 件 of 条件.
fn is_word(c: char, next: char) -> bool {
    const WORDS: &[(char, &str)] = &[
        ('家', "庭具电长居园族政"),
        ('名', "牌单为义优校称誉古"),
        ('人', "民工均类造行物力体生文身口才大品"),
        ('位', "于置居列数"),
        ('场', "地馆所景面"),
        ('次', "元性产日年创会方世代"),
        ('回', "报升落应收复"),
        ('股', "份东权票指市"),
        ('条', "件约款"),
        ('台', "湾胞商企资风海北中南"),
        ('部', "分门委长队级署件"),
        ('本', "土次地市质身周月年届轮场期"),
        ('间', "接隔距"),
        ('所', "有在谓以需得属"),
        ('户', "外籍型均"),
        ('类', "似别型"),
        ('批', "准复发量"),
        ('组', "织成建团合件委"),
        ('处', "理于长级罚置"),
        ('道', "路德"),
        ('起', "步来飞草诉点源"),
        ('例', "如行外"),
        ('片', "区"),
        ('根', "据本"),
        ('把', "握控关手"),
        ('对', "接外于日话应口比华象"),
        ('双', "方边向招"),
        ('支', "持撑付出部行"),
        ('国', "际内企资有务家产民外语庆道"),
        ('市', "场值民直政委级长容"),
        ('区', "域块间别位分划"),
        ('省', "级委长政"),
        ('县', "域级委"),
        ('年', "级会初底末终代鉴"),
        ('载', "体客重货人波荷具流"),
        ('周', "边围刊期岁"),
        ('天', "津然气空地河才使下"),
        ('项', "目"),
        ('米', "其线粉兰国饭企"),
        ('升', "至级到高值温"),
        ('克', "拉服罗隆"),
        ('方', "面向案式法针便"),
        ('度', "过假"),
        ('元', "素件旦宵首老气朝宇代"),
        ('分', "别公会厂支行校店布享析为类成钟之野散割担"),
        ('件', "下"),
        ('层', "面次"),
        ('镇', "江海压"),
        ('城', "市镇乡区"),
        ('村', "民上"),
        ('企', "业"),
        ('台', "数"),
        ('种', "植子"),
        ('份', "额"),
        ('批', "判"),
        ('轮', "胎船"),
        ('头', "部"),
        ('页', "岩"),
        ('层', "级"),
        ('秒', "杀"),
        ('瓦', "斯"),
        ('磅', "礴"),
        ('蚊', "子虫帐香"),
        ('打', "造算开通击破印工响断下赢败"),
        ('圆', "桌满形"),
        ('里', "程"),
        ('箱', "根"),
        ('校', "长"),
        ('社', "会长员说"),
        ('店', "长主"),
        ('室', "内"),
        ('席', "卷"),
        ('机', "关能械会构场"),
        ('点', "数"),
        ('株', "式価主"),
        ('町', "長"),
        ('字', "幕"),
        ('语', "学"),
        ('院', "长"),
        ('馆', "长"),
        ('园', "区长"),
        ('阶', "段级"),
    ];
    WORDS.iter().any(|&(word, nexts)| word == c && nexts.contains(next))
}

/// Further doubts about a unit, by the words around.
fn unlike(ctx: &Ctx<'_>, i: usize, c: char, next: char, one: bool) -> bool {
    let line = ctx.line;
    if !one {
        return false;
    }
    match c {
        '度' if !ctx.chinese => {
            next == '目'
                || !ctx.near(
                    i,
                    &[
                        "气温",
                        "温度",
                        "最高",
                        "最低",
                        "体温",
                        "摄氏",
                        "零下",
                        "氷点下",
                        "摄氏",
                        "华氏",
                        "マイナス",
                        "水温",
                    ],
                )
        }
        '方' => next == '土' || !ctx.chinese && !matches!(next, 'が' | 'に'),
        '点' if !ctx.chinese => false,
        '国' | '市' | '省' | '县' | '区' | '镇' | '村' | '町' if line.get(i) == '一' => true,
        '本' if ctx.chinese => matches!(line.before(i), '第'),
        '语' => true,
        _ => false,
    }
}

impl Ctx<'_> {
    /// Whether one of the words stands within twelve characters before `i`.
    pub(in crate::quantity) fn near(&self, i: usize, words: &[&str]) -> bool {
        (i.saturating_sub(12)..i).any(|k| words.iter().any(|word| self.line.is(k, word)))
    }
}
