//! Lists come in pages, cut at a place in the order and not at a number, so that new records do not shift them.

use crate::{Db, StoreError};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// A cursor from [`PageOf::next`] or [`PageOf::previous`]; the beginning of the list without one.
    pub after: Option<String>,
    /// How many items at most; held between 1 and 500.
    pub limit: u64,
}

impl Page {
    /// The first items, as many as `limit`.
    #[must_use]
    pub const fn first(limit: u64) -> Self {
        Self { after: None, limit }
    }
}

impl Default for Page {
    /// The first 50.
    fn default() -> Self {
        Self { after: None, limit: 50 }
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageOf<T> {
    /// The items, in the order of the list.
    pub items: Vec<T>,
    /// The cursor of the page after this one.
    pub next: Option<String>,
    /// The cursor of the page before this one.
    pub previous: Option<String>,
    /// Number of items on all pages together.
    pub total: i64,
}

impl<T> PageOf<T> {
    /// The same page with every item made into something else.
    #[must_use]
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> PageOf<U> {
        let Self { items, next, previous, total } = self;
        PageOf { items: items.into_iter().map(change).collect(), next, previous, total }
    }

    pub(crate) fn try_map<U>(self, change: impl FnMut(T) -> Result<U, StoreError>) -> Result<PageOf<U>, StoreError> {
        let Self { items, next, previous, total } = self;
        Ok(PageOf { items: items.into_iter().map(change).collect::<Result<_, _>>()?, next, previous, total })
    }
}

/// The place of an item in its list: by a key, and by the identifier among equal keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key {
    Number(i64),
    Text(String),
}

/// The order of a list: what it is called in cursors, the column or expression of the key, the identifier's column.
pub(crate) struct ListOrder {
    pub(crate) name: &'static str,
    pub(crate) key: Expr,
    pub(crate) id: Expr,
    pub(crate) descending: bool,
}

struct Cursor {
    backward: bool,
    key: Key,
    id: Uuid,
}

/// Reads one page: one statement for the items, one for the total.
pub(crate) async fn read<E: EntityTrait>(
    db: &dyn Db,
    rows: Select<E>,
    order: &ListOrder,
    page: &Page,
    place: impl Fn(&E::Model) -> (Key, Uuid),
) -> Result<PageOf<E::Model>, StoreError>
where
    E::Model: Send + Sync,
{
    let cursor = page.after.as_deref().map(|text| order.read(text)).transpose()?;
    let limit = page.limit.clamp(1, 500);
    let total = rows.clone().count(&db.connection()).await?;
    let backward = cursor.as_ref().is_some_and(|cursor| cursor.backward);
    let mut items = order.cut(rows, cursor.as_ref()).limit(limit + 1).all(&db.connection()).await?;
    let more = items.len() as u64 > limit;
    items.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    if backward {
        items.reverse();
    }
    let at = |item: Option<&E::Model>, backward| item.map(|item| order.write(&place(item), backward));
    Ok(PageOf {
        next: if backward || more { at(items.last(), false) } else { None },
        previous: if if backward { more } else { cursor.is_some() } { at(items.first(), true) } else { None },
        items,
        total: i64::try_from(total).unwrap_or(i64::MAX),
    })
}

impl ListOrder {
    fn cut<E: EntityTrait>(&self, rows: Select<E>, cursor: Option<&Cursor>) -> Select<E> {
        let down = self.descending != cursor.is_some_and(|cursor| cursor.backward);
        let order = if down { Order::Desc } else { Order::Asc };
        let rows = rows.order_by(self.key.clone(), order.clone()).order_by(self.id.clone(), order);
        match cursor {
            Some(cursor) => rows.filter(self.beyond(cursor, down)),
            None => rows,
        }
    }

    fn beyond(&self, cursor: &Cursor, down: bool) -> Condition {
        let value: Expr = match &cursor.key {
            Key::Number(number) => Expr::val(*number),
            Key::Text(text) => Expr::val(text.clone()),
        };
        let (key, id) = (self.key.clone(), self.id.clone());
        let (further, later) = if down {
            (key.clone().lt(value.clone()), id.lt(cursor.id))
        } else {
            (key.clone().gt(value.clone()), id.gt(cursor.id))
        };
        Condition::any().add(further).add(Condition::all().add(key.eq(value)).add(later))
    }

    fn write(&self, (key, id): &(Key, Uuid), backward: bool) -> String {
        let way = if backward { 'b' } else { 'f' };
        BASE64.encode(match key {
            Key::Number(number) => format!("{way}:{}:{id}:n{number}", self.name),
            Key::Text(text) => format!("{way}:{}:{id}:t{text}", self.name),
        })
    }

    fn read(&self, text: &str) -> Result<Cursor, StoreError> {
        self.parse(text).ok_or_else(|| StoreError::BadCursor(text.to_owned()))
    }

    fn parse(&self, text: &str) -> Option<Cursor> {
        let plain = String::from_utf8(BASE64.decode(text).ok()?).ok()?;
        let mut parts = plain.splitn(4, ':');
        let backward = match parts.next()? {
            "b" => true,
            "f" => false,
            _ => return None,
        };
        if parts.next()? != self.name {
            return None;
        }
        let id = Uuid::parse_str(parts.next()?).ok()?;
        let key = parts.next()?;
        let key = match key.strip_prefix('n') {
            Some(number) => Key::Number(number.parse().ok()?),
            None => Key::Text(key.strip_prefix('t')?.to_owned()),
        };
        Some(Cursor { backward, key, id })
    }
}
