//! Chinese and Japanese numerals, alone and mixed with digits: 一百二十, 壹佰, 二〇二〇, 2万8600, 217億5千万, 数十, 十几.

use crate::quantity::class;
use crate::quantity::digits;
use crate::quantity::item::Number;
use crate::quantity::line::Line;
use rust_decimal::Decimal;
use samesky_model::reading::Qualifier;

/// Longer numerals than this are no number that anybody states.
const MOST: usize = 48;

/// The value of a numeral digit.
pub(in crate::quantity) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '两' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn small(c: char) -> Option<(u32, u32)> {
    Some(match c {
        '十' | '拾' => (1, 10),
        '廿' => (2, 10),
        '卅' => (3, 10),
        '卌' => (4, 10),
        '百' | '佰' => (1, 100),
        '千' | '仟' => (1, 1000),
        _ => return None,
    })
}

fn big(c: char) -> Option<u64> {
    Some(match c {
        '万' => 10_000,
        '亿' => 100_000_000,
        '兆' => 1_000_000_000_000,
        '京' => 10_000_000_000_000_000,
        _ => return None,
    })
}

/// The lower and the upper value of what has been read.
type Pair = [Decimal; 2];

#[derive(Debug, Default)]
struct Sum {
    total: Pair,
    section: Pair,
    current: Option<Pair>,
    /// The digit run that made `current`: its length, and whether it was written with digits.
    run: (usize, bool),
    last_small: u32,
    last_big: u64,
    /// 零 stands before `current`.
    zero: bool,
    since_big: bool,
    units: bool,
    digits: bool,
    han: usize,
    vague: bool,
    broken: bool,
    positional: bool,
    /// Nothing but units so far.
    bare: bool,
    first: Option<digits::Digits>,
    marked: bool,
}

/// The numeral that begins at `i`. `chinese`: 三万五 is 35000.
pub(in crate::quantity) fn parse(line: &Line, i: usize, chinese: bool) -> Option<Number> {
    let first = line.get(i);
    let begins = first.is_ascii_digit() || class::of(first).numeral() && !matches!(first, '兆' | '京');
    if begins { line.numeral(i, chinese, || read(line, i, chinese)) } else { None }
}

fn read(line: &Line, i: usize, chinese: bool) -> Option<Number> {
    let mut sum = Sum { bare: matches!(line.get(i), '百' | '千' | '万' | '亿' | '佰' | '仟'), ..Sum::default() };
    let mut j = i;
    while j < i + MOST {
        match sum.step(line, j) {
            Some(next) => j = next,
            None => break,
        }
    }
    if j == i || j >= i + MOST {
        return None;
    }
    sum.finish(line, i, j, chinese)
}

impl Sum {
    fn step(&mut self, line: &Line, j: usize) -> Option<usize> {
        let c = line.get(j);
        if c.is_ascii_digit() {
            return self.literal(line, j);
        }
        if let Some(unit) = small(c) {
            return self.small(unit, line, j);
        }
        if let Some(unit) = big(c) {
            return self.big(unit, line, j);
        }
        if matches!(c, '零' | '〇') && (self.units && self.current.is_none()) {
            self.zero = true;
            self.han += 1;
            return digit(line.get(j + 1))
                .filter(|&d| d > 0)
                .map(|_| j + 1)
                .or_else(|| (line.get(j + 1).is_ascii_digit() || line.get(j + 1) == '十').then_some(j + 1));
        }
        if digit(c).is_some() {
            return self.run(line, j);
        }
        self.special(line, j)
    }

    fn literal(&mut self, line: &Line, j: usize) -> Option<usize> {
        let only_unit = self.units && !self.digits && !self.vague && self.first.is_none() && self.bare;
        if only_unit || self.current.is_some() || (self.han > 0 && !self.units) {
            return None;
        }
        let number = digits::parse(line, j)?;
        if self.units && (number.decimals || number.padded) {
            return None;
        }
        self.marked |= number.decimals || number.grouped;
        self.first = self.first.or(Some(number));
        self.current = Some([number.value; 2]);
        self.run = (number.whole, true);
        self.digits = true;
        self.since_big = true;
        Some(number.end)
    }

    /// One numeral digit, two that name a range (三五, 七八百), or several by position.
    fn run(&mut self, line: &Line, j: usize) -> Option<usize> {
        if self.current.is_some() {
            return None;
        }
        let stop = (j..j + MOST).find(|&k| digit(line.get(k)).is_none()).unwrap_or(j + MOST);
        self.bare = false;
        let value = |k: usize| digit(line.get(k)).unwrap_or(0);
        let listed = line.get(stop) == '、'
            && value(stop + 1) == value(j) + 1
            && digit(line.get(stop + 2)).is_none()
            && small(line.get(stop + 2)).is_none();
        let counted = listed
            && !self.units
            && crate::quantity::class::of(line.get(stop + 2)).cjk()
            && !matches!(line.get(j), '零' | '〇');
        let (low, high, end) = match stop - j {
            1 if counted
                && matches!(
                    line.get(stop + 2),
                    '人' | '日' | '年' | '回' | '社' | '个' | '件' | '名' | '家' | '次' | '天'
                ) =>
            {
                (value(j), value(j) + 1, stop + 2)
            }
            1 => (value(j), value(j), stop),
            2 if is_range(value(j), value(j + 1)) => (value(j), value(j + 1), stop),
            n if self.units && n > 1 => return None,
            n => return self.by_position(line, j, n),
        };
        self.current = Some([Decimal::from(low), Decimal::from(high)]);
        self.run = (stop - j, false);
        self.han += stop - j;
        self.since_big = true;
        point(line, end, self.current).map_or(Some(end), |(value, end)| {
            self.current = Some([value; 2]);
            self.run = (9, false);
            self.marked = true;
            Some(end)
        })
    }

    fn by_position(&mut self, line: &Line, j: usize, n: usize) -> Option<usize> {
        let mut value = Decimal::ZERO;
        for k in j..j + n {
            value = value.checked_mul(Decimal::TEN)?.checked_add(Decimal::from(digit(line.get(k))?))?;
        }
        self.current = Some([value; 2]);
        self.run = (n, false);
        self.han += n;
        self.positional = true;
        self.since_big = true;
        Some(j + n)
    }

    fn small(&mut self, (times, unit): (u32, u32), line: &Line, j: usize) -> Option<usize> {
        if self.last_small != 0 && unit >= self.last_small {
            return None;
        }
        if self.positional || self.current.is_none() && self.units && is_metric(line.get(j + 1)) {
            return None;
        }
        let lead = self.current.take().unwrap_or([Decimal::ONE; 2]);
        for (section, lead) in self.section.iter_mut().zip(lead) {
            *section = section.checked_add(lead.checked_mul(Decimal::from(times * unit))?)?;
        }
        self.last_small = unit;
        self.units = true;
        self.since_big = true;
        self.zero = false;
        self.han += 1;
        Some(j + 1)
    }

    fn big(&mut self, unit: u64, line: &Line, j: usize) -> Option<usize> {
        let nothing = !self.since_big;
        let c = line.get(j);
        if c == '兆' && is_metric(line.get(j + 1))
            || c == '京' && matches!(line.get(j + 1), '都' | '东' | '津' | '沪' | '冀')
        {
            return None;
        }
        if nothing && self.last_big > unit {
            // 4兆亿: kept as 4兆, and said to be wrong.
            self.broken = true;
            return matches!(line.get(j), '亿' | '万').then_some(j + 1);
        }
        let lead = self.current.take().unwrap_or_default();
        let whole = Decimal::from(unit);
        let grows = self.last_big != 0 && (nothing || unit > self.last_big);
        for ((total, section), lead) in self.total.iter_mut().zip(self.section).zip(lead) {
            let part = section.checked_add(lead)?;
            *total = if self.last_big == 0 && nothing {
                whole
            } else if grows {
                total.checked_add(part)?.checked_mul(whole)?
            } else {
                total.checked_add(part.checked_mul(whole)?)?
            };
        }
        self.section = Pair::default();
        self.last_small = 0;
        self.last_big = unit;
        self.units = true;
        self.since_big = false;
        self.zero = false;
        self.positional = false;
        self.han += 1;
        Some(j + 1)
    }

    /// 数十, 几百, 十几, 二十多, 百余, 1870多亿.
    fn special(&mut self, line: &Line, j: usize) -> Option<usize> {
        let c = line.get(j);
        let next = line.get(j + 1);
        let unit_next = small(next).is_some() || big(next).is_some();
        let started = self.current.is_some() || self.units;
        match c {
            '数' | '几' if !started && unit_next => {
                self.vague = true;
                self.current = Some([Decimal::ONE; 2]);
                self.run = (1, false);
                self.since_big = true;
                self.han += 1;
                Some(j + 1)
            }
            '几' | '数' if self.units && self.current.is_none() && !line.is(j, "数据") && !line.is(j, "数字") => {
                self.vague = true;
                Some(j + 1)
            }
            '多' if started
                && !self.vague
                && (self.digits || self.units)
                && !matches!(
                    next,
                    '样' | '次' | '层' | '边' | '方' | '地' | '媒' | '功' | '出' | '于' | '哥' | '伦'
                )
                && !line.is(j, "多米尼加")
                && !line.is(j, "多巴") =>
            {
                self.vague = true;
                Some(j + 1)
            }
            '余' if started
                && !self.vague
                && (self.digits || self.units)
                && !matches!(next, '额' | '热' | '地' | '下') =>
            {
                self.vague = true;
                Some(j + 1)
            }
            '来' if (self.units && self.last_small >= 10 && self.current.is_none()
                || !self.units && self.run.1 && line.before(j) == '0')
                && !self.vague
                && is_counted(next)
                && !line.is(j, "来年") =>
            {
                self.vague = true;
                Some(j + 1)
            }
            _ => None,
        }
    }

    fn finish(mut self, line: &Line, i: usize, j: usize, chinese: bool) -> Option<Number> {
        if self.zero && self.current.is_none() {
            return None;
        }
        let mut value = [Decimal::ZERO; 2];
        self.shorten(line, j, chinese)?;
        let lead = self.current.unwrap_or_default();
        for k in 0..2 {
            value[k] = self.total[k].checked_add(self.section[k])?.checked_add(lead[k])?;
        }
        let ranged = value[0] != value[1];
        Some(Number {
            end: j,
            value: value[0],
            high: ranged.then_some(value[1]),
            qualifier: if self.vague {
                Qualifier::Over
            } else if ranged {
                Qualifier::About
            } else {
                Qualifier::Exact
            },
            plain: self.digits && self.han == 0 && !self.vague,
            single: !self.digits && j - i == 1,
            scaled: self.last_big > 0,
            bare: self.bare && !self.digits,
            broken: self.broken,
            positional: self.positional,
            code: self.first.is_some_and(|d| d.padded),
            whole: self.first.map_or(0, |d| d.whole),
            marked: self.marked,
        })
    }

    /// 二百五 is 250 and 3万5 is 35000: a last digit without a unit is of the next lower unit.
    fn shorten(&mut self, line: &Line, j: usize, chinese: bool) -> Option<()> {
        let last = if self.last_small != 0 { u64::from(self.last_small) } else { self.last_big };
        let short = chinese && self.units && !self.bare && !self.zero && self.run.0 == 1 && last >= 100;
        let Some(current) = self.current.filter(|_| short && (!self.run.1 || self.last_small == 0)) else {
            return Some(());
        };
        if self.vague && line.get(j) == '几' {
            return Some(());
        }
        let unit = Decimal::from(last).checked_div(Decimal::TEN)?;
        self.current = Some([current[0].checked_mul(unit)?, current[1].checked_mul(unit)?]);
        Some(())
    }
}

/// Whether 千 or 兆 before it is kilo or mega.
const fn is_metric(c: char) -> bool {
    matches!(c, '瓦' | '克' | '米' | '伏' | '赫' | '帕' | '字' | '卡')
}

/// Two numeral digits that name a range: 二三, 七八, 三五.
const fn is_range(low: u32, high: u32) -> bool {
    low > 0 && (high == low + 1 || low == 3 && high == 5)
}

const fn is_counted(c: char) -> bool {
    matches!(
        c,
        '个' | '家'
            | '名'
            | '位'
            | '人'
            | '万'
            | '亿'
            | '年'
            | '天'
            | '岁'
            | '项'
            | '种'
            | '次'
            | '所'
            | '座'
            | '条'
            | '块'
            | '元'
            | '分'
    )
}

/// 三点五, 三・五: the decimals after a point, where they are no clock.
fn point(line: &Line, end: usize, whole: Option<Pair>) -> Option<(Decimal, usize)> {
    if !matches!(line.get(end), '点' | '・') {
        return None;
    }
    let stop = (end + 1..end + 12).find(|&k| digit(line.get(k)).is_none())?;
    if stop == end + 1 || matches!(line.get(stop), '分' | '刻' | '十' | '钟' | '半') && !line.is(stop, "分之") {
        return None;
    }
    let mut value = Decimal::ZERO;
    let mut scale = Decimal::ONE;
    for k in end + 1..stop {
        scale = scale.checked_div(Decimal::TEN)?;
        value = value.checked_add(scale.checked_mul(Decimal::from(digit(line.get(k))?))?)?;
    }
    Some((whole?[0].checked_add(value)?, stop))
}
