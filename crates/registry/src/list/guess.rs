//! Which rows are the head, and what each column holds.

use super::{Field, Row, contents, head, letters};
use std::collections::BTreeMap;

/// Rows from the top among which the head is looked for.
const TOP: usize = 30;

/// A column with what is guessed of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// From 0.
    pub column: u32,
    /// Its head; the letters of the column where it has none. No two columns have the same.
    pub head: String,
    /// What it holds.
    pub field: Field,
}

/// What a list looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guess {
    /// The numbers of the rows that are the head.
    pub head: Vec<u32>,
    /// The columns, from the left.
    pub columns: Vec<Column>,
}

impl Guess {
    /// Whether some column holds names.
    #[must_use]
    pub fn has_names(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.field, Field::Name { .. }))
    }
}

/// Guesses from the first rows of a list, a few hundred at most. `spread` gives the text of a cell that is merged with the one that
/// holds it.
#[must_use]
pub fn guess(rows: &[Row<'_>], spread: &dyn Fn(u32, u32) -> Option<String>) -> Guess {
    let head = head_rows(rows);
    let body: Vec<&Row<'_>> = rows.iter().filter(|row| head.last().is_none_or(|last| row.number > *last)).collect();
    let mut columns: Vec<u32> = rows
        .iter()
        .filter(|row| head.first().is_none_or(|first| row.number >= *first))
        .flat_map(|row| row.cells.iter().map(|(column, _)| *column))
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let mut guessed: Vec<Column> = Vec::new();
    for column in columns {
        let heads = heads_of(rows, &head, column, spread);
        let cells: Vec<&str> = body.iter().filter_map(|row| cell(row, column)).take(contents::SAMPLE).collect();
        let field = field_of(&heads, &cells).unwrap_or(Field::Skip);
        let taken = guessed.iter().any(|known| known.field == field && !field.may_repeat());
        let field = if taken { Field::Skip } else { field };
        guessed.push(Column { column, head: unlike(&guessed, &heads, column), field });
    }
    Guess { head, columns: guessed }
}

/// The row in which most cells are known heads, with the rows beside it that are heads too.
fn head_rows(rows: &[Row<'_>]) -> Vec<u32> {
    let hits = |row: &Row<'_>| {
        let known = row.cells.iter().filter_map(|(_, text)| head::field_of(text));
        known.map(|field| if matches!(field, Field::Name { .. }) { 3 } else { 2 }).sum::<usize>()
    };
    let top: Vec<(usize, usize)> = rows.iter().take(TOP).map(hits).enumerate().collect();
    // One known word may stand in any row; a head has a name, or two words.
    let best = top.iter().copied().filter(|(_, hits)| *hits >= 3).max_by_key(|(at, hits)| (*hits, usize::MAX - at));
    let Some((best, score)) = best else { return Vec::new() };
    let near = |one: usize, other: usize| {
        let (one, other) = (rows.get(one).map(|row| row.number), rows.get(other).map(|row| row.number));
        one.zip(other).is_some_and(|(one, other)| one.abs_diff(other) == 1)
    };
    let hit = |at: usize| top.get(at).map_or(0, |(_, hits)| *hits);
    let mut head = vec![best];
    if best > 0 && near(best - 1, best) && hit(best - 1) >= 2 && is_head_like(rows.get(best - 1)) {
        head.insert(0, best - 1);
    }
    if near(best, best + 1) && hit(best + 1) >= 2 && hit(best + 1) * 3 >= score && is_head_like(rows.get(best + 1)) {
        head.push(best + 1);
    }
    head.iter().filter_map(|at| rows.get(*at)).map(|row| row.number).collect()
}

/// A row of short words; values such as numbers and addresses are not at the head.
fn is_head_like(row: Option<&Row<'_>>) -> bool {
    let value = |text: &str| text.contains('@') || text.chars().filter(char::is_ascii_digit).count() > 4;
    row.is_some_and(|row| row.cells.iter().all(|(_, text)| text.chars().count() <= 40 && !value(text)))
}

/// The words at the head of a column, from the top, each once.
fn heads_of(rows: &[Row<'_>], head: &[u32], column: u32, spread: &dyn Fn(u32, u32) -> Option<String>) -> Vec<String> {
    let mut heads: Vec<String> = Vec::new();
    for row in rows.iter().filter(|row| head.contains(&row.number)) {
        let own = cell(row, column).map(str::to_owned).or_else(|| spread(row.number, column));
        if let Some(text) = own.map(|text| one_line(&text)).filter(|text| !text.is_empty() && !heads.contains(text)) {
            heads.push(text);
        }
    }
    heads
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cell<'a>(row: &Row<'a>, column: u32) -> Option<&'a str> {
    row.cells.iter().find(|(at, _)| *at == column).map(|(_, text)| *text).filter(|text| !text.trim().is_empty())
}

/// By the head, the lowest words first; else by what stands below.
fn field_of(heads: &[String], cells: &[&str]) -> Option<Field> {
    let by_head = heads.iter().rev().find_map(|head| head::field_of(head));
    match by_head {
        Some(Field::Name { kind, .. }) if is_unsure(heads) && contents::language_of(cells).is_some() => {
            Some(Field::Name { language: contents::language_of(cells), kind })
        }
        Some(Field::Name { language: None, kind }) => {
            Some(Field::Name { language: contents::language_of(cells), kind })
        }
        Some(Field::Identifier(None)) => {
            Some(Field::Identifier(contents::scheme_of(cells).map(|scheme| scheme.code().to_owned())))
        }
        Some(field) => Some(field),
        None => contents::field_of(cells),
    }
}

/// Whether the heads do not say the language of a name: they are of two languages, or written alike in Chinese and Japanese.
fn is_unsure(heads: &[String]) -> bool {
    let languages = heads.iter().filter_map(|head| match head::field_of(head) {
        Some(Field::Name { language, .. }) => language,
        _ => None,
    });
    let mut languages: Vec<String> = languages.collect();
    languages.dedup();
    let alike = |head: &String| head.chars().all(|char| "企業名会社商号正式団体法人".contains(char));
    languages.len() > 1 || heads.iter().any(alike)
}

/// The head as one text that no other column has.
fn unlike(known: &[Column], heads: &[String], column: u32) -> String {
    let taken: BTreeMap<&str, ()> = known.iter().map(|one| (one.head.as_str(), ())).collect();
    let head = if heads.is_empty() { letters(column) } else { heads.join(" / ") };
    if taken.contains_key(head.as_str()) { format!("{head} ({})", letters(column)) } else { head }
}

#[cfg(test)]
mod tests {
    use super::{Row, guess};

    fn found(rows: &[(u32, &[(u32, &str)])]) -> (Vec<u32>, Vec<(String, String)>) {
        let rows: Vec<Row<'_>> = rows.iter().map(|(number, cells)| Row { number: *number, cells }).collect();
        let guessed = guess(&rows, &|_, _| None);
        let columns = guessed.columns.into_iter().map(|one| (one.head, one.field.to_string()));
        (guessed.head, columns.collect())
    }

    fn columns(columns: &[(&str, &str)]) -> Vec<(String, String)> {
        columns.iter().map(|(head, field)| ((*head).to_owned(), (*field).to_owned())).collect()
    }

    #[test]
    fn head_below_a_title_is_found() {
        let rows: &[(u32, &[(u32, &str)])] = &[
            (1, &[(0, "2026年推介会参会企业名单")]),
            (3, &[(0, "序号"), (1, "企业名称"), (2, "统一社会信用代码"), (3, "国家/地区")]),
            (4, &[(0, "1"), (1, "虚构精密机械有限公司"), (2, "91350100M000100Y43"), (3, "中国")]),
        ];
        let expected = columns(&[
            ("序号", "skip"),
            ("企业名称", "name.zh-Hans.legal"),
            ("统一社会信用代码", "identifier.cn-uscc"),
            ("国家/地区", "country"),
        ]);
        assert_eq!(found(rows), (vec![3], expected));
    }

    #[test]
    fn head_of_two_rows_and_two_languages_is_one() {
        let rows: &[(u32, &[(u32, &str)])] = &[
            (1, &[(0, "会社名"), (1, "法人番号"), (2, "担当")]),
            (2, &[(0, "Company name"), (1, "Corporate number"), (2, "Person")]),
            (3, &[(0, "株式会社架空精機"), (1, "1180301018771"), (2, "架空")]),
        ];
        let expected = columns(&[
            ("会社名 / Company name", "name.ja.legal"),
            ("法人番号 / Corporate number", "identifier.jp-corporate-number"),
            ("担当 / Person", "skip"),
        ]);
        assert_eq!(found(rows), (vec![1, 2], expected));
    }

    #[test]
    fn list_without_a_head_is_told_by_what_stands_in_it() {
        let rows: &[(u32, &[(u32, &str)])] = &[
            (1, &[(0, "株式会社架空精機"), (1, "1180301018771"), (2, "a@example.org"), (3, "Japan")]),
            (2, &[(0, "虚構工業株式会社"), (1, "7000012050002"), (2, "b@example.org"), (3, "日本")]),
        ];
        let expected = columns(&[
            ("A", "name.ja.legal"),
            ("B", "identifier.jp-corporate-number"),
            ("C", "email"),
            ("D", "country"),
        ]);
        assert_eq!(found(rows), (vec![], expected));
    }

    #[test]
    fn two_columns_of_one_head_are_told_apart() {
        let rows: &[(u32, &[(u32, &str)])] = &[
            (1, &[(0, "公司名称"), (1, "电话"), (2, "电话"), (3, "国家"), (4, "国家")]),
            (2, &[(0, "虚构有限公司"), (1, "1"), (2, "2"), (3, "JP"), (4, "CN")]),
        ];
        let expected = columns(&[
            ("公司名称", "name.zh-Hans.legal"),
            ("电话", "phone"),
            ("电话 (C)", "phone"),
            ("国家", "country"),
            ("国家 (E)", "skip"),
        ]);
        assert_eq!(found(rows), (vec![1], expected));
    }
}
