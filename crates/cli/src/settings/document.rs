//! The file itself: TOML, of which keys with words, numbers, yes and no, and lists of these are taken. A table `[a]` with the
//! key `b` says `a-b`.

use std::collections::BTreeMap;
use toml_edit::{Document, Item, Table, Value};

/// What a file says of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// The line of the key, from 1.
    pub(super) line: usize,
    /// The values as an option would take them.
    pub(super) values: Vec<String>,
}

/// What a file says, or the line that cannot be read, and why.
pub(super) fn read(text: &str) -> Result<BTreeMap<String, Said>, (usize, String)> {
    let document = Document::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (line(text, at), error.message().to_owned())
    })?;
    let mut found = BTreeMap::new();
    gather(text, document.as_table(), "", &mut found)?;
    Ok(found)
}

fn gather(text: &str, table: &Table, above: &str, found: &mut BTreeMap<String, Said>) -> Result<(), (usize, String)> {
    for (name, item) in table {
        let at = table.key(name).and_then(toml_edit::Key::span).or_else(|| item.span()).map_or(0, |span| span.start);
        let (key, line) = (format!("{above}{name}"), line(text, at));
        match item {
            Item::Table(below) => gather(text, below, &format!("{key}-"), found)?,
            Item::Value(value) => {
                let unfit =
                    || (line, format!("{key}: text, a whole number, true, false or a list of these is expected"));
                let values = values(value).ok_or_else(unfit)?;
                found.insert(key, Said { line, values });
            }
            _ => return Err((line, format!("{key}: a list of tables is not expected"))),
        }
    }
    Ok(())
}

fn values(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Array(list) => list.iter().map(single).collect(),
        other => Some(vec![single(other)?]),
    }
}

fn single(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.value().clone()),
        Value::Integer(number) => Some(number.value().to_string()),
        Value::Boolean(is) => Some(is.value().to_string()),
        _ => None,
    }
}

fn line(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}
