//! The exact values that organisations of a space have: what a list can be narrowed by.

use super::Spaces;
use crate::{Db, StoreError};
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeSet;

/// The first values of a class (a letter from A to Z), in the order of code points, without the letter. It takes one step in the index for each
/// value, however many organisations have it.
///
/// # Errors
/// When the database fails.
pub async fn values(db: &dyn Db, spaces: &Spaces, class: char, most: usize) -> Result<Vec<String>, StoreError> {
    let mut found = BTreeSet::new();
    if !class.is_ascii_uppercase() {
        return Ok(Vec::new());
    }
    let end = char::from(u8::try_from(class).unwrap_or(b'Z') + 1);
    for space in &spaces.0 {
        let next = |above: &str| {
            format!(
                "(SELECT term FROM organisation_term WHERE space = {space} AND term {above} AND term < '{end}' ORDER BY term LIMIT 1)"
            )
        };
        let (first, after) = (next(&format!(">= '{class}'")), next("> step.term"));
        let sql = format!(
            "WITH RECURSIVE step(term) AS (SELECT {first} UNION ALL SELECT {after} FROM step WHERE step.term IS NOT NULL) \
             SELECT term FROM step WHERE term IS NOT NULL LIMIT {most}"
        );
        let db = db.connection();
        for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await? {
            let term: String = row.try_get_by_index(0)?;
            found.extend(term.get(1..).map(|value| value.trim_end_matches('\t').to_owned()));
        }
    }
    Ok(found.into_iter().take(most).collect())
}
