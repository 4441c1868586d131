//! Files beside records. The bytes stand once for each team, under their hash, in pieces: no row is large, and a backup holds
//! them like everything else.

pub(crate) mod content;
pub(crate) mod piece;
mod row;

pub(crate) use row::{Column, Entity};

use crate::rows::{self, found};
use crate::{Db, StoreError, Tx};
use samesky_model::id::{AttachmentId, TeamId};
use samesky_model::record::{Attachment, RecordKind};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use uuid::Uuid;

/// Adds a file whose content is kept already, under this identifier.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, attachment: &Attachment, content: Uuid) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(attachment, content)]).await
}

/// The identifier of the content with this hash (SHA-256, hexadecimal), where the team has it.
///
/// # Errors
/// When the database fails.
pub async fn content_by_hash(db: &dyn Db, team: TeamId, sha256: &str) -> Result<Option<Uuid>, StoreError> {
    let row = content::Entity::find()
        .filter(content::Column::TeamId.eq(team.0))
        .filter(content::Column::Sha256.eq(sha256))
        .one(&db.connection())
        .await?;
    Ok(row.map(|row| row.id))
}

/// Adds a content without its pieces: that of this attachment.
///
/// # Errors
/// When the database fails.
pub async fn insert_content(tx: &Tx, id: Uuid, of: &Attachment) -> Result<(), StoreError> {
    let row =
        content::Model { id, team_id: of.team.0, sha256: of.sha256.clone(), kind: of.kind.to_string(), size: of.size };
    rows::insert::<content::Entity, _>(tx, vec![row]).await
}

/// Adds the piece with that number, from 1.
///
/// # Errors
/// When the database fails.
pub async fn insert_piece(
    tx: &Tx,
    team: TeamId,
    content: Uuid,
    ordinal: i64,
    bytes: Vec<u8>,
) -> Result<(), StoreError> {
    let row = piece::Model { content_id: content, ordinal, team_id: team.0, bytes };
    rows::insert::<piece::Entity, _>(tx, vec![row]).await
}

/// The piece with that number, from 1, of an attachment's content; nothing behind the last.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn piece(db: &dyn Db, team: TeamId, id: AttachmentId, ordinal: i64) -> Result<Option<Vec<u8>>, StoreError> {
    let content = row_of(db, team, id).await?.content_id;
    let row = piece::Entity::find_by_id((content, ordinal)).one(&db.connection()).await?;
    Ok(row.map(|row| row.bytes))
}

/// One file.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: AttachmentId) -> Result<Attachment, StoreError> {
    let row = row_of(db, team, id).await?;
    let content = content::Entity::find_by_id(row.content_id).one(&db.connection()).await?;
    row.read(&found(content, "attachment", id.0)?)
}

/// The files beside a record, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_record(
    db: &dyn Db,
    team: TeamId,
    kind: RecordKind,
    record: Uuid,
) -> Result<Vec<Attachment>, StoreError> {
    let rows = Entity::find()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::RecordId.eq(record))
        .filter(Column::RecordKind.eq(kind.as_str()))
        .order_by_asc(Column::AttachedAt)
        .order_by_asc(Column::Id)
        .all(&db.connection())
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| row.content_id).collect();
    let contents = rows::among(db, content::Entity::find(), content::Column::Id, &ids).await?;
    let contents: HashMap<_, _> = contents.into_iter().map(|content| (content.id, content)).collect();
    rows.into_iter()
        .map(|row| {
            let missing = || StoreError::Corrupt { what: format!("attachment {} has no content", row.id) };
            let content = contents.get(&row.content_id).ok_or_else(missing)?;
            row.clone().read(content)
        })
        .collect()
}

/// Takes a file away; its content too, where nothing else of the team rests on it.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn remove(tx: &Tx, team: TeamId, id: AttachmentId) -> Result<(), StoreError> {
    let content = row_of(tx, team, id).await?.content_id;
    let db = &tx.connection();
    Entity::delete_by_id(id.0).exec(db).await?;
    if Entity::find().filter(Column::ContentId.eq(content)).count(db).await? == 0 {
        piece::Entity::delete_many().filter(piece::Column::ContentId.eq(content)).exec(db).await?;
        content::Entity::delete_by_id(content).exec(db).await?;
    }
    Ok(())
}

async fn row_of(db: &dyn Db, team: TeamId, id: AttachmentId) -> Result<row::Model, StoreError> {
    let row = Entity::find_by_id(id.0).filter(Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    found(row, "attachment", id.0)
}
