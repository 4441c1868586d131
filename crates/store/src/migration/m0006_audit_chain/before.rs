//! Changes of before the chain, brought into it. Nothing was kept of where they came from.

use crate::audit::old::{OldChain, OldChange};
use crate::dialect::random_hexadecimal;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{ConnectionTrait, DbErr, QueryResult, Statement};
use uuid::Uuid;

/// Changes that are read at once.
const SOME: u64 = 500;

pub(super) async fn bring_in(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let mut chain = OldChain::new(random(db).await?);
    let mut last = None;
    loop {
        let changes = some(db, last).await?;
        let Some(latest) = changes.last() else { break };
        last = Some((latest.team, latest.at, latest.id));
        for change in changes {
            for insert in chain.add(change).map_err(|error| DbErr::Custom(error.to_string()))? {
                db.execute(&insert).await?;
            }
        }
    }
    for insert in chain.heads() {
        db.execute(&insert).await?;
    }
    Ok(())
}

/// Random digits of the database: a migration has no other source of them.
async fn random(db: &impl ConnectionTrait) -> Result<String, DbErr> {
    let backend = db.get_database_backend();
    let asked = Statement::from_string(backend, format!("SELECT {} AS digits", random_hexadecimal(backend)));
    let row = db.query_one_raw(asked).await?.ok_or_else(|| DbErr::Custom("no random digits".to_owned()))?;
    row.try_get("", "digits")
}

async fn some(db: &impl ConnectionTrait, last: Option<(Uuid, i64, Uuid)>) -> Result<Vec<OldChange>, DbErr> {
    let mut select = Query::select();
    let columns =
        ["id", "team_id", "done_by", "done_at", "action", "record_kind", "record_id", "before", "after", "why"];
    select.columns(columns).from("audit_record").limit(SOME);
    for column in ["team_id", "done_at", "id"] {
        select.order_by(column, Order::Asc);
    }
    if let Some((team, at, id)) = last {
        let here = Expr::tuple([Expr::col("team_id"), Expr::col("done_at"), Expr::col("id")]);
        select.and_where(here.gt(Expr::tuple([Expr::val(team), Expr::val(at), Expr::val(id)])));
    }
    db.query_all(&select).await?.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<OldChange, DbErr> {
    Ok(OldChange {
        id: row.try_get("", "id")?,
        team: row.try_get("", "team_id")?,
        by: row.try_get("", "done_by")?,
        at: row.try_get("", "done_at")?,
        action: row.try_get("", "action")?,
        kind: row.try_get("", "record_kind")?,
        record: row.try_get("", "record_id")?,
        before: row.try_get("", "before")?,
        after: row.try_get("", "after")?,
        why: row.try_get("", "why")?,
    })
}
