//! What is derived of some announcements (figures, and checks across announcements), row by row: to be put back as it was.

use crate::backup::Shape;
use crate::{Db, StoreError, Tx, check, figure};
use samesky_model::id::{AnnouncementId, TeamId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Rows of the tables of figures and checks, each a line of JSON, in the order of the tables.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Derived {
    /// Of which announcements.
    pub announcements: Vec<AnnouncementId>,
    rows: Vec<(String, Vec<String>)>,
}

/// What stood there before, and how to tell whether it is still as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rederived {
    /// Before.
    pub before: Derived,
    /// SHA-256 of what was made.
    pub after: String,
}

fn tables() -> [(Shape, &'static str, bool); 5] {
    [
        (Shape::of(figure::Entity), "id", true),
        (Shape::of(figure::member::Entity), "figure_id", true),
        (Shape::of(figure::facet::Entity), "figure_id", true),
        (Shape::of(check::Entity), "id", false),
        (Shape::of(check::term::Entity), "check_id", false),
    ]
}

/// What is derived of these announcements now.
///
/// # Errors
/// When the database fails.
pub async fn read(db: &dyn Db, team: TeamId, announcements: &[AnnouncementId]) -> Result<Derived, StoreError> {
    let (figures, checks) = ids(db, team, announcements).await?;
    let mut rows = Vec::new();
    for (shape, column, of_figures) in tables() {
        let among = if of_figures { &figures } else { &checks };
        let mut lines = Vec::new();
        for some in among.chunks(crate::rows::VALUES) {
            for row in shape.rows(db, column, some).await? {
                lines.push(shape.line(&row)?);
            }
        }
        lines.sort_unstable();
        rows.push((shape.name.clone(), lines));
    }
    Ok(Derived { announcements: announcements.to_vec(), rows })
}

impl Derived {
    /// SHA-256, hexadecimal: two with the same say the same.
    #[must_use]
    pub fn digest(&self) -> String {
        let json = serde_json::to_vec(&self.rows).unwrap_or_default();
        Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Puts everything back; what is derived of these announcements now is taken away.
///
/// # Errors
/// When the database fails.
pub async fn put_back(tx: &Tx, team: TeamId, before: &Derived) -> Result<(), StoreError> {
    let (figures, checks) = ids(tx, team, &before.announcements).await?;
    for (shape, column, of_figures) in tables().into_iter().rev() {
        let among = if of_figures { &figures } else { &checks };
        for some in among.chunks(crate::rows::VALUES) {
            let gone = Query::delete()
                .from_table(Alias::new(&shape.name))
                .and_where(Expr::col(Alias::new(column)).is_in(some.iter().copied()))
                .to_owned();
            tx.connection().execute(&gone).await?;
        }
    }
    for (shape, ..) in tables() {
        let lines = before.rows.iter().filter(|(name, _)| *name == shape.name).flat_map(|(_, lines)| lines);
        let rows = (1..).zip(lines).map(|(number, line)| shape.row(line, number)).collect::<Result<Vec<_>, _>>()?;
        for some in rows.chunks(200) {
            shape.insert(tx, some.to_vec()).await?;
        }
    }
    Ok(())
}

async fn ids(
    db: &dyn Db,
    team: TeamId,
    announcements: &[AnnouncementId],
) -> Result<(Vec<Uuid>, Vec<Uuid>), StoreError> {
    let figures = figure::of_announcements(db, team, announcements).await?.into_iter().map(|one| one.id.0).collect();
    let checks = check::Entity::find()
        .select_only()
        .column(check::Column::Id)
        .filter(check::across(team, announcements))
        .into_tuple()
        .all(&db.connection())
        .await?;
    Ok((figures, checks))
}
