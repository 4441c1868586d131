//! Data that poses as text.

const DELIMITERS: [(char, &str); 4] = [(',', "CSV"), ('\t', "TSV"), (';', "CSV"), ('|', "CSV")];

/// The name of the table format that a text looks like: at least three lines, at least three columns, and nine lines in
/// ten of one width.
pub(crate) fn looks_like_table(text: &str) -> Option<&'static str> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(200).collect();
    if lines.len() < 3 {
        return None;
    }
    DELIMITERS.iter().find(|(delimiter, _)| is_regular(&lines, *delimiter)).map(|(_, name)| *name)
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
    fn looks_like_table_prose_is_left_alone() {
        assert_eq!(looks_like_table("Steel, cars, food.\nShips, rail, air.\nTea, rice, fish.\n"), None);
        assert_eq!(looks_like_table("第一段,有逗号。\n第二段,有,三个,逗号。\n第三段。\n"), None);
        assert_eq!(looks_like_table("a,b,c\n1,2,3"), None);
    }
}
