//! Digits that are no amount: codes, versions, telephone numbers, names such as 7-Eleven and 5G.

use super::class;
use super::ctx::Ctx;
use super::digits::run;

/// Whether the digits at `i` are part of a code, a name or a version: letters, dots or hyphens are glued to them.
/// `unit`: whether letters at a place are a unit.
pub(super) fn is_code(ctx: &Ctx<'_>, i: usize, unit: impl Fn(usize) -> bool) -> bool {
    let line = ctx.line;
    let before = line.before(i);
    let further = i.checked_sub(1).map_or('\0', |k| line.before(k));
    if before == ' ' && (model(ctx, i - 1) || further.is_ascii_digit() && in_groups(ctx, i)) {
        return true;
    }
    if before == '+' && class::of(further).latin() {
        return true;
    }
    if class::of(before).latin() || matches!(before, '_' | '#' | '@' | '〒') || before == '-' && further == '号' {
        return true;
    }
    let led = before == '-'
        && ["mid-", "pre-", "post-", "end-", "Mid-", "late-", "early-"].iter().any(|word| line.ends(i, word));
    if !led && matches!(before, '-' | '.' | '/') && (class::of(further).latin() || further.is_ascii_digit()) {
        return true;
    }
    let stop = run(line, i);
    stop - i > 15 || version(ctx, i, stop) || phone(ctx, i, stop) || hyphen_name(ctx, stop, unit)
}

/// Words behind which a number is a part of a name: standards, models, classes, rooms.
const MODELS: [&str; 57] = [
    "ISO",
    "IEC",
    "JIS",
    "JIS Q",
    "JIS Z",
    "GB/T",
    "EN",
    "Wi-Fi",
    "WiFi",
    "USB",
    "Bluetooth",
    "HDMI",
    "DDR",
    "iPhone",
    "iPad",
    "Windows",
    "Android",
    "Galaxy",
    "Level",
    "Tier",
    "Class",
    "Type",
    "Chapter",
    "Society",
    "EURO",
    "Euro",
    "S&P",
    "STOXX",
    "SSE:",
    "SZSE:",
    "SEHK:",
    "zip",
    "DOI",
    "Unit",
    "Suite",
    "Room",
    "Article",
    "Annex",
    "Category",
    "Scope",
    "Exit",
    "Gate",
    "Terminal",
    "Hall",
    "Booth",
    "Line",
    "Plot",
    "Lot",
    "Tower",
    "Platform",
    "ext.",
    "Ext.",
    "HS code",
    "SIC code",
    "code",
    "CSI",
    "Russell",
];

/// Whether one of these words ends just before `end`.
fn model(ctx: &Ctx<'_>, end: usize) -> bool {
    let line = ctx.line;
    let last = line.before(end);
    if !last.is_ascii_alphabetic() && !matches!(last, ':' | '.') {
        return false;
    }
    MODELS.iter().any(|word| line.ends(end, word) && !class::of(line.before(end - word.len())).latin())
}

/// 021-6888 8888, 0 2537 8177: the last groups of a telephone number that begins with 0.
fn in_groups(ctx: &Ctx<'_>, i: usize) -> bool {
    let line = ctx.line;
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-');
    let start = (i.saturating_sub(14)..i).rev().take_while(|&k| part(line.get(k))).last().unwrap_or(i);
    let start = line.space(start);
    let end = run(line, i);
    let all = (end..end + 12).take_while(|&k| part(line.get(k))).last().map_or(end, |k| k + 1);
    let digits = (start..all).filter(|&k| line.get(k).is_ascii_digit()).count();
    line.get(start) == '0' && (9..=11).contains(&digits) && (2..=4).contains(&(end - i))
}

/// 1.2.3, 192.168.0.1, but not 2020.7.30 and not 1.234.567.
fn version(ctx: &Ctx<'_>, i: usize, stop: usize) -> bool {
    let line = ctx.line;
    let second = run(line, stop + 1);
    if line.get(stop) != '.' || second == stop + 1 || line.get(second) != '.' || !line.get(second + 1).is_ascii_digit()
    {
        return false;
    }
    let third = run(line, second + 1);
    let widths = (stop - i, second - stop - 1, third - second - 1);
    let date = matches!(widths, (4, 1..=2, 1..=2) | (1..=2, 1..=2, 4)) || widths == (2, 2, 2);
    let thousands = widths.0 <= 3 && widths.1 == 3 && widths.2 == 3;
    !(date && line.get(third) != '.' || thousands)
}

/// 010-68315039, 0120-123-456, 13812345678, (02) 123 4567, +81-3-1234-5678.
fn phone(ctx: &Ctx<'_>, i: usize, stop: usize) -> bool {
    let line = ctx.line;
    let width = stop - i;
    let digit_at = |k: usize| line.get(k).is_ascii_digit();
    if line.before(i) == '+'
        && width <= 3
        && matches!(line.get(stop), '-' | ' ')
        && digit_at(stop + 1)
        && run(line, stop + 1) > stop + 1
    {
        return true;
    }
    if international(ctx, i) || area_code(ctx, i, stop) {
        return true;
    }
    let near = if line.before(i) == ' ' { i - 1 } else { i };
    if line.before(near) == ')' && width >= 3 && line.get(stop) == '-' && run(line, stop + 1) == stop + 5 {
        return true;
    }
    let grouped = line.get(stop) == ' ' && run(line, stop + 1) == stop + 5;
    if line.before(near) == ')' && (width >= 6 || width >= 3 && grouped) && near >= 2 && digit_at(near - 2) {
        return true;
    }
    if line.get(stop) == ')' && line.before(i) == '(' && line.get(i) == '0' && width >= 2 {
        return true;
    }
    // 03(3580)3311
    let inner =
        line.before(i) == '(' && line.get(stop) == ')' && i >= 2 && width >= 3 && digit_at(i - 2) && digit_at(stop + 1);
    let last = line.before(i) == ')'
        && i >= 6
        && digit_at(i - 2)
        && (i - 6..i - 2).any(|k| line.get(k) == '(' && k > 0 && digit_at(k - 1));
    if inner || last && width == 4 {
        return true;
    }
    if line.get(i) == '0'
        && width == 1
        && line.get(stop) == ' '
        && run(line, stop + 1) == stop + 5
        && line.get(stop + 5) == ' '
    {
        return true;
    }
    if width == 11 && line.get(i) == '1' && matches!(line.get(i + 1), '3'..='9') {
        return true;
    }
    if line.before(i) == ' '
        && width == 4
        && i > 4
        && run(line, i - 4) == i - 1
        && matches!(line.get(i - 5), ' ')
        && i > 5
        && line.get(i - 6) == ')'
    {
        return true;
    }
    if line.get(i) == '0' && width >= 2 && line.get(stop) == ' ' && digit_at(stop + 1) && run(line, stop + 1) > stop + 3
    {
        return true;
    }
    if behind_label(ctx, i) {
        return true;
    }
    line.get(stop) == '-' && groups(ctx, i, stop)
}

/// +44 20 7946 0958, +1 (555) 010-4477: a plus sign, a country and at least seven digits more, in groups.
fn international(ctx: &Ctx<'_>, i: usize) -> bool {
    let line = ctx.line;
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '.');
    let Some(plus) = (i.saturating_sub(20)..i).rev().find(|&k| !part(line.get(k))) else { return false };
    let country = run(line, plus + 1);
    let begun =
        line.get(plus) == '+' && (plus + 2..=plus + 4).contains(&country) && !class::of(line.before(plus)).letter();
    let all = (plus + 1..plus + 24).take_while(|&k| part(line.get(k)));
    begun && matches!(line.get(country), ' ' | '-' | '(') && all.filter(|&k| line.get(k).is_ascii_digit()).count() >= 8
}

/// (555) 010-4477.
fn area_code(ctx: &Ctx<'_>, i: usize, stop: usize) -> bool {
    let line = ctx.line;
    let next = line.space(stop + 1);
    let second = run(line, next);
    line.before(i) == '('
        && line.get(stop) == ')'
        && stop - i <= 4
        && second == next + 3
        && matches!(line.get(second), '-' | '.')
        && run(line, second + 1) == second + 5
}

/// 电话:2827 1234, 傳真(852)2827 1234: digits and what joins them, back to a word of telephones.
fn behind_label(ctx: &Ctx<'_>, i: usize) -> bool {
    const LABELS: [&str; 16] = [
        "电话",
        "传真",
        "手机",
        "热线",
        "专线",
        "Tel",
        "TEL",
        "Fax",
        "FAX",
        "コード",
        "内线",
        "番号",
        "编码",
        "tel",
        "fax",
        "phone",
    ];
    let line = ctx.line;
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | ':' | '：' | '+' | '.');
    let from = i.saturating_sub(20);
    let start = (from..i).rev().take_while(|&k| part(line.get(k))).last().unwrap_or(i);
    let last = line.before(start);
    let may = matches!(last, '话' | '真' | '机' | '线' | '号' | '码' | 'ド' | 'l' | 'L' | 'x' | 'X' | 'e');
    // 手机1200万台 are so many of them: behind a number of a telephone nothing is counted.
    let ahead = (i..i + 24).find(|&k| !part(line.get(k))).map_or('\0', |k| line.get(k));
    let counted = class::of(ahead).cjk() || matches!(ahead, ',' | '%');
    may && !counted && start > from && LABELS.iter().any(|word| line.ends(start, word))
}

/// Groups of digits joined by hyphens that are no date and no range.
fn groups(ctx: &Ctx<'_>, i: usize, stop: usize) -> bool {
    let line = ctx.line;
    let width = stop - i;
    let second = run(line, stop + 1);
    let third = if line.get(second) == '-' { run(line, second + 1) } else { second };
    let iso = width == 4 && second - stop <= 3 && third - second <= 3
        || width <= 2 && second - stop <= 3 && third - second == 5;
    let alike = width == 2
        && second - stop == 3
        && line.c.get(i..stop) == line.c.get(stop + 1..second)
        && !unit_behind(line.get(second), line.get(second + 1));
    !iso && (alike
        || line.get(i) == '0' && second - stop > 3
        || third > second + 1 && third - second > 3
        || width >= 3 && second - stop > 7)
}

/// Whether a unit may follow: 50-50 is no range.
fn unit_behind(next: char, further: char) -> bool {
    class::of(next).cjk() || next == '%' || next == ' ' && further.is_ascii_digit()
}

/// 7-Eleven, 3D, 5G: letters follow that are no unit.
fn hyphen_name(ctx: &Ctx<'_>, stop: usize, unit: impl Fn(usize) -> bool) -> bool {
    let glued = if ctx.line.get(stop) == '-' { stop + 1 } else { stop };
    let market = listed(ctx, stop);
    market || class::of(ctx.line.get(glued)).latin() && !unit(glued) && !power(ctx, stop) && !quarter(ctx, stop)
}

/// 600519.SH, 0700.HK: a share by its market.
fn listed(ctx: &Ctx<'_>, stop: usize) -> bool {
    let line = ctx.line;
    let capitals = (stop + 1..stop + 5).take_while(|&k| line.get(k).is_ascii_uppercase()).count();
    let end = stop + 1 + capitals;
    let apart = !class::of(line.get(end)).latin() && !line.get(end).is_ascii_digit();
    line.get(stop) == '.' && (1..=3).contains(&capitals) && apart && stop >= 3 && line.get(stop - 3).is_ascii_digit()
}

/// 2020Q2, 1Q20, 3Q2020: a quarter and its year.
fn quarter(ctx: &Ctx<'_>, stop: usize) -> bool {
    let line = ctx.line;
    let behind = run(line, stop + 1);
    let ends = !class::of(line.get(behind)).latin();
    let digits = behind.saturating_sub(stop + 1);
    let year_first = line.get(stop) == 'Q' && digits == 1 && stop >= 4 && line.get(stop - 4).is_ascii_digit();
    let alone = stop >= 1 && !line.before(stop - 1).is_ascii_digit() && matches!(line.before(stop), '1'..='4');
    ends && (year_first || matches!(line.get(stop), 'Q' | 'H') && alone && matches!(digits, 2 | 4))
}

/// 1e6, 2.5E+9: a power of ten.
fn power(ctx: &Ctx<'_>, stop: usize) -> bool {
    let begin = stop + 1 + usize::from(matches!(ctx.line.get(stop + 1), '+' | '-'));
    let end = run(ctx.line, begin);
    let alone = !class::of(ctx.line.get(end)).latin() && !matches!(ctx.line.get(end), '-' | '_');
    matches!(ctx.line.get(stop), 'e' | 'E') && (begin + 1..=begin + 2).contains(&end) && alone
}

/// One past the code that begins at `i`.
pub(super) fn end(ctx: &Ctx<'_>, i: usize) -> usize {
    let line = ctx.line;
    let solid = |k: usize| line.get(k).is_ascii_digit() || class::of(line.get(k)).latin();
    let mut j = i;
    while solid(j) || matches!(line.get(j), '-' | '.' | '_' | '/' | ')' | ':' | '@') && solid(j + 1) {
        j += 1;
    }
    j.max(i + 1)
}
