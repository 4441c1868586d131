//! Data that poses as text.

const DELIMITERS: [(char, &str); 4] = [(',', "CSV"), ('\t', "TSV"), (';', "CSV"), ('|', "CSV")];

/// The name of the table format that a text looks like: JSON; or at least three lines of at least three columns, nine
/// lines in ten of one width; or at least four lines of two columns, of which one is of numbers.
pub(crate) fn looks_like_table(text: &str) -> Option<&'static str> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(200).collect();
    if let Some(name) = json(&lines) {
        return Some(name);
    }
    if lines.len() < 3 {
        return None;
    }
    let told = DELIMITERS.iter().find(|(delimiter, _)| is_regular(&lines, *delimiter) || is_pairs(&lines, *delimiter));
    told.map(|(_, name)| *name)
}

/// JSON lines, or one JSON value over the whole text.
fn json(lines: &[&str]) -> Option<&'static str> {
    let (first, last) = (lines.first()?, lines.last()?);
    let keyed = first.contains("\":") || lines.get(1).is_some_and(|line| line.contains("\":"));
    let objects = lines.iter().all(|line| line.starts_with('{') && line.ends_with('}') && line.contains("\":"));
    if objects && lines.len() >= 2 {
        return Some("JSON Lines");
    }
    let whole = first.starts_with('{') && last.ends_with('}') || first.starts_with("[{") && last.ends_with("}]");
    let opened = *first == "[" && (last.ends_with(']')) && lines.get(1).is_some_and(|line| line.starts_with('{'));
    (whole && keyed || opened).then_some("JSON")
}

/// Lines of two cells, of which the same one is a number nearly everywhere below the first line.
fn is_pairs(lines: &[&str], delimiter: char) -> bool {
    if delimiter == '|' || lines.len() < 4 {
        return false;
    }
    let pair = |line: &&str| {
        let (one, other) = line.split_once(delimiter)?;
        let short = line.chars().count() <= 80 && !line.ends_with(['。', '！', '？', '!', '?']);
        (short && columns(line, delimiter) == 2).then(|| [is_number(one), is_number(other)])
    };
    let Some(pairs) = lines.iter().skip(1).map(pair).collect::<Option<Vec<[bool; 2]>>>() else {
        return false;
    };
    let most = |cell: usize| pairs.iter().filter(|pair| pair[cell]).count() * 10 >= pairs.len() * 9;
    columns(lines[0], delimiter) == 2 && (most(0) || most(1))
}

/// Digits with signs of numbers and dates, and a letter or two for a unit.
fn is_number(cell: &str) -> bool {
    let cell = cell.trim().trim_matches('"');
    let letters = cell.chars().filter(|char| char.is_alphabetic()).count();
    cell.chars().any(|char| char.is_ascii_digit()) && letters <= 3 && cell.chars().count() <= 24 && !cell.contains(' ')
}

fn is_regular(lines: &[&str], delimiter: char) -> bool {
    let width = columns(lines[0], delimiter);
    let same = lines.iter().filter(|line| columns(line, delimiter) == width).count();
    width >= 3 && same * 10 >= lines.len() * 9 && lines.iter().all(|line| !is_prose(line, delimiter))
}

fn columns(line: &str, delimiter: char) -> usize {
    let mut quoted = false;
    let inside = |c: char| {
        quoted ^= c == '"';
        c == delimiter && !quoted
    };
    1 + line.chars().map(inside).filter(|is_delimiter| *is_delimiter).count()
}

/// A delimiter followed by a space over and over is a sentence's comma.
fn is_prose(line: &str, delimiter: char) -> bool {
    delimiter == ',' && line.contains(", ") && line.ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::looks_like_table;

    #[test]
    fn looks_like_table_regular_columns_are_told() {
        assert_eq!(looks_like_table("企业,国别,投资额\n甲,日本,5\n\"乙,丙\",泰国,6\n"), Some("CSV"));
        assert_eq!(looks_like_table("a\tb\tc\n1\t2\t3\n4\t5\t6"), Some("TSV"));
    }

    #[test]
    fn looks_like_table_two_columns_with_numbers_are_told() {
        assert_eq!(looks_like_table("城市,项目数\n成都,15\n苏州,19\n青岛,8\n"), Some("CSV"));
        assert_eq!(looks_like_table("year\ttotal\n2019\t314.8\n2020\t327.1\n2021\t402.6\n"), Some("TSV"));
        assert_eq!(looks_like_table("甲公司,日本\n乙公司,泰国\n丙公司,韩国\n丁公司,德国\n"), None);
        assert_eq!(looks_like_table("地点,成都\n时间,上午\n主办,商务局\n签约,15个项目\n"), None);
    }

    #[test]
    fn looks_like_table_json_is_told() {
        assert_eq!(looks_like_table("{\"id\":1,\"name\":\"甲\"}\n{\"id\":2,\"name\":\"乙\"}\n"), Some("JSON Lines"));
        assert_eq!(looks_like_table("[\n  {\"id\": 1},\n  {\"id\": 2}\n]"), Some("JSON"));
        assert_eq!(looks_like_table("{\n  \"id\": 1,\n  \"name\": \"x\"\n}"), Some("JSON"));
        assert_eq!(looks_like_table("{草稿} 招商会签约15个项目。\n{草稿} 总投资86亿元。\n"), None);
    }

    #[test]
    fn looks_like_table_prose_is_left_alone() {
        assert_eq!(looks_like_table("Steel, cars, food.\nShips, rail, air.\nTea, rice, fish.\n"), None);
        assert_eq!(looks_like_table("第一段,有逗号。\n第二段,有,三个,逗号。\n第三段。\n"), None);
        assert_eq!(looks_like_table("a,b,c\n1,2,3"), None);
    }
}
