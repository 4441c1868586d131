//! The tables as a backup sees them: names and kinds of columns, taken from the entities.

use crate::{Db, StoreError, Tx};
use crate::{
    account, announcement, attachment, audit, check, claim, entry, erasure, event, figure, identity, import, list_job,
    membership, organisation, organisation_import, passkey, project, publication, saved_view, share, sign_in_rule,
    team,
};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sea_orm::sea_query::{Alias, ColumnType, Expr, ExprTrait, Order, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn, QueryResult, Value,
};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

/// A table.
pub(crate) struct Shape {
    pub(crate) name: String,
    columns: Vec<(String, Kind)>,
    key: Vec<String>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Id,
    Text,
    Number,
    Small,
    Flag,
    Bytes,
}

/// Every table of a backup, those that others point to first. Left out is what lets somebody in: sessions, one-time links
/// and tokens that were taken back since must not come to life again.
pub(super) fn all() -> Vec<Shape> {
    vec![
        Shape::of(team::Entity),
        Shape::of(account::Entity),
        Shape::of(account::credential::Entity),
        Shape::of(passkey::Entity),
        Shape::of(identity::Entity),
        Shape::of(sign_in_rule::Entity),
        Shape::of(membership::Entity),
        Shape::of(import::Entity),
        Shape::of(announcement::Entity),
        Shape::of(announcement::text::Entity),
        Shape::of(announcement::original::Entity),
        Shape::of(import::file::Entity),
        Shape::of(claim::Entity),
        Shape::of(claim::decision::Entity),
        Shape::of(event::Entity),
        Shape::of(event::place::Entity),
        Shape::of(organisation::Entity),
        Shape::of(organisation::key::Entity),
        Shape::of(organisation::fact::Entity),
        Shape::of(organisation::merge::Entity),
        Shape::of(organisation::merge::merged::Entity),
        Shape::of(organisation::merge::fact::Entity),
        Shape::of(organisation::pair::Entity),
        Shape::of(organisation::pair::looked::Entity),
        Shape::of(organisation::choice::Entity),
        Shape::of(organisation::person::Entity),
        Shape::of(organisation::person::fact::Entity),
        Shape::of(organisation_import::Entity),
        Shape::of(organisation_import::line::Entity),
        Shape::of(saved_view::Entity),
        Shape::of(list_job::Entity),
        Shape::of(list_job::file::Entity),
        Shape::of(list_job::line::Entity),
        Shape::of(project::Entity),
        Shape::of(project::key::Entity),
        Shape::of(entry::Entity),
        Shape::of(figure::Entity),
        Shape::of(figure::member::Entity),
        Shape::of(figure::facet::Entity),
        Shape::of(check::Entity),
        Shape::of(check::term::Entity),
        Shape::of(attachment::content::Entity),
        Shape::of(attachment::piece::Entity),
        Shape::of(attachment::Entity),
        Shape::of(audit::Entity),
        Shape::of(audit::Values),
        Shape::of(audit::Links),
        Shape::of(audit::Heads),
        Shape::of(erasure::Entity),
        Shape::of(organisation::person::erasure::Entity),
        Shape::of(share::Entity),
        Shape::of(publication::Entity),
        Shape::of(publication::edition::Entity),
    ]
}

/// The tables whose changes stand in the history of the record that their rows are beside.
const BESIDE: &[&str] = &["attachment", "share", "publication", "organisation_merge"];

/// Where the name of an officer may stand in a table.
pub(crate) struct Stamped {
    /// The table.
    pub(crate) table: String,
    /// The column by which the audit calls its rows.
    pub(crate) record: String,
    /// Columns with a name.
    pub(crate) by: Vec<String>,
    /// Columns with a reason.
    pub(crate) why: Vec<String>,
}

impl Stamped {
    /// Of every table that has any.
    pub(crate) fn all() -> Vec<Self> {
        let tables = all().into_iter().chain([Shape::of(crate::ticket::Entity)]);
        tables.map(|shape| Self::of(&shape)).filter(|table| !table.by.is_empty() || !table.why.is_empty()).collect()
    }

    fn of(shape: &Shape) -> Self {
        let texts = |wanted: fn(&str) -> bool| {
            let those = shape.columns.iter().filter(|(name, kind)| *kind == Kind::Text && wanted(name));
            those.map(|(name, _)| name.clone()).collect()
        };
        let has = |name: &&str| shape.columns.iter().any(|(column, _)| column == name);
        let called: &[&str] = if BESIDE.contains(&shape.name.as_str()) { &["record_id"] } else { &[] };
        let mut names = called.iter().copied().chain(["id", "claim_id", "account_id"]);
        let record = names.find(has).unwrap_or(&shape.key[0]);
        Self {
            record: record.to_owned(),
            by: texts(|name| name.ends_with("_by")),
            why: texts(|name| name.ends_with("why") || name == "reason"),
            table: shape.name.clone(),
        }
    }
}

/// The tables of a backup whose rows belong to an account, but for what must stay of one: its changes, and that it was erased.
pub(crate) fn of_accounts() -> Vec<String> {
    let stay = ["audit_change", "erasure"];
    let belongs = |shape: &Shape| shape.columns.iter().any(|(name, kind)| name == "account_id" && *kind == Kind::Id);
    all().into_iter().filter(belongs).map(|shape| shape.name).filter(|name| !stay.contains(&name.as_str())).collect()
}

impl Shape {
    pub(crate) fn of<E: EntityTrait>(entity: E) -> Self {
        let column = |column: E::Column| (column.as_str().to_owned(), kind(column.def().get_column_type()));
        Self {
            name: entity.table_name().to_owned(),
            columns: E::Column::iter().map(column).collect(),
            key: E::PrimaryKey::iter().map(|key| key.into_column().as_str().to_owned()).collect(),
        }
    }

    /// The next rows behind a key, few where they may be large.
    pub(super) async fn read(&self, db: &dyn Db, last: Option<&Vec<Value>>) -> Result<Vec<QueryResult>, StoreError> {
        let at_a_time = if self.columns.iter().any(|(_, kind)| *kind == Kind::Bytes) { 4 } else { 200 };
        let mut select = Query::select();
        select.columns(self.names()).from(Alias::new(&self.name)).limit(at_a_time);
        for column in &self.key {
            select.order_by(Alias::new(column), Order::Asc);
        }
        if let Some(last) = last {
            let key = Expr::tuple(self.key.iter().map(|column| Expr::col(Alias::new(column))));
            select.and_where(key.gt(Expr::tuple(last.iter().map(|value| Expr::val(value.clone())))));
        }
        Ok(db.connection().query_all(&select).await?)
    }

    /// The columns that name a row.
    pub(crate) fn key(&self) -> &[String] {
        &self.key
    }

    /// The rows whose column holds one of these identifiers.
    pub(crate) async fn rows(&self, db: &dyn Db, column: &str, ids: &[Uuid]) -> Result<Vec<QueryResult>, StoreError> {
        let among = Expr::col(Alias::new(column)).is_in(ids.iter().copied());
        let select = Query::select().columns(self.names()).from(Alias::new(&self.name)).and_where(among).to_owned();
        Ok(db.connection().query_all(&select).await?)
    }

    /// What a column of a row holds.
    pub(crate) fn json(&self, row: &QueryResult, column: &str) -> Result<Json, StoreError> {
        self.kind_of(column).read(row, column)
    }

    /// What a column is compared with.
    pub(crate) fn value(&self, column: &str, json: &Json) -> Result<Value, StoreError> {
        let corrupt = || StoreError::Corrupt { what: format!("{}.{column}", self.name) };
        self.kind_of(column).value(json).ok_or_else(corrupt)
    }

    fn kind_of(&self, column: &str) -> Kind {
        self.columns.iter().find(|(name, _)| name == column).map_or(Kind::Text, |(_, kind)| *kind)
    }

    /// How many rows there are.
    pub(super) async fn count(&self, db: &dyn Db) -> Result<i64, StoreError> {
        let count = Expr::col(Alias::new(&self.key[0])).count();
        let select = Query::select().expr(count).from(Alias::new(&self.name)).to_owned();
        let row = db.connection().query_one(&select).await?;
        Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0))
    }

    /// A row as a line of JSON.
    pub(crate) fn line(&self, row: &QueryResult) -> Result<String, StoreError> {
        let mut object = Map::new();
        for (name, kind) in &self.columns {
            object.insert(name.clone(), kind.read(row, name)?);
        }
        Ok(Json::Object(object).to_string())
    }

    /// The values that name a row.
    pub(super) fn key_of(&self, row: &QueryResult) -> Result<Vec<Value>, StoreError> {
        let value = |name: &String| {
            let kind = self.columns.iter().find(|(column, _)| column == name).map_or(Kind::Text, |(_, kind)| *kind);
            let json = kind.read(row, name)?;
            kind.value(&json).ok_or_else(|| StoreError::Corrupt { what: format!("{}.{name}", self.name) })
        };
        self.key.iter().map(value).collect()
    }

    /// The values of a line.
    pub(crate) fn row(&self, line: &str, number: u64) -> Result<Vec<Expr>, StoreError> {
        let damaged =
            |why: &str| StoreError::DamagedBackup { what: format!("table {}, row {number}: {why}", self.name) };
        let json: Map<String, Json> = serde_json::from_str(line).map_err(|error| damaged(&error.to_string()))?;
        let value = |(name, kind): &(String, Kind)| {
            json.get(name).and_then(|json| kind.value(json)).map(Expr::val).ok_or_else(|| damaged(name))
        };
        self.columns.iter().map(value).collect()
    }

    pub(crate) async fn insert(&self, tx: &Tx, rows: Vec<Vec<Expr>>) -> Result<(), StoreError> {
        let mut insert = Query::insert();
        insert.into_table(Alias::new(&self.name)).columns(self.names());
        for row in rows {
            insert.values(row).map_err(|error| StoreError::Corrupt { what: error.to_string() })?;
        }
        tx.connection().execute(&insert).await?;
        Ok(())
    }

    fn names(&self) -> Vec<Alias> {
        self.columns.iter().map(|(name, _)| Alias::new(name)).collect()
    }
}

fn kind(column: &ColumnType) -> Kind {
    match column {
        ColumnType::Uuid => Kind::Id,
        ColumnType::BigInteger => Kind::Number,
        ColumnType::SmallInteger => Kind::Small,
        ColumnType::Boolean => Kind::Flag,
        ColumnType::Text | ColumnType::String(_) => Kind::Text,
        _ => Kind::Bytes,
    }
}

impl Kind {
    fn read(self, row: &QueryResult, name: &str) -> Result<Json, StoreError> {
        Ok(match self {
            Self::Id => json!(row.try_get::<Option<Uuid>>("", name)?),
            Self::Text => json!(row.try_get::<Option<String>>("", name)?),
            Self::Number => json!(row.try_get::<Option<i64>>("", name)?),
            Self::Small => json!(row.try_get::<Option<i16>>("", name)?),
            Self::Flag => json!(row.try_get::<Option<bool>>("", name)?),
            Self::Bytes => row.try_get::<Option<Vec<u8>>>("", name)?.map_or(Json::Null, written),
        })
    }

    fn value(self, json: &Json) -> Option<Value> {
        Some(match (self, json) {
            (Self::Id, Json::Null) => Value::Uuid(None),
            (Self::Id, json) => Uuid::parse_str(json.as_str()?).ok()?.into(),
            (Self::Text, Json::Null) => Value::String(None),
            (Self::Text, json) => json.as_str()?.into(),
            (Self::Number, Json::Null) => Value::BigInt(None),
            (Self::Number, json) => json.as_i64()?.into(),
            (Self::Small, Json::Null) => Value::SmallInt(None),
            (Self::Small, json) => i16::try_from(json.as_i64()?).ok()?.into(),
            (Self::Flag, Json::Null) => Value::Bool(None),
            (Self::Flag, json) => json.as_bool()?.into(),
            (Self::Bytes, Json::Null) => Value::Bytes(None),
            (Self::Bytes, json) => bytes(json)?.into(),
        })
    }
}

/// Bytes that are text stay readable; others become Base64.
fn written(bytes: Vec<u8>) -> Json {
    match String::from_utf8(bytes) {
        Ok(text) => json!({ "utf8": text }),
        Err(other) => json!({ "base64": BASE64.encode(other.as_bytes()) }),
    }
}

fn bytes(json: &Json) -> Option<Vec<u8>> {
    match json.get("utf8") {
        Some(text) => Some(text.as_str()?.as_bytes().to_vec()),
        None => BASE64.decode(json.get("base64")?.as_str()?).ok(),
    }
}
