//! Tables that become short records on a phone.

use super::{Icon, icon};
use crate::lang::{Lang, tr};
use maud::{Markup, html};

/// A column's head.
#[derive(Debug, Clone, Default)]
pub struct Column {
    label: String,
    number: bool,
    choice: bool,
    sort: Option<Sort>,
}

#[derive(Debug, Clone)]
struct Sort {
    href: String,
    order: Option<Order>,
}

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Smallest, earliest first.
    Ascending,
    /// Largest, latest first.
    Descending,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), ..Self::default() }
    }

    /// A column of numbers: end-aligned.
    #[must_use]
    pub fn number(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: true, ..Self::default() }
    }

    /// A column of boxes to tick, which paper does without.
    #[must_use]
    pub fn choice(label: impl Into<String>) -> Self {
        Self { label: label.into(), choice: true, ..Self::default() }
    }

    /// The list can be sorted by it; `order` where it is.
    #[must_use]
    pub fn sorted(mut self, href: String, order: Option<Order>) -> Self {
        self.sort = Some(Sort { href, order });
        self
    }
}

/// A cell.
#[derive(Debug, Clone)]
pub struct Cell {
    content: Markup,
    kind: Kind,
    lang: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Title,
    Wide,
}

impl Cell {
    /// An ordinary cell.
    #[must_use]
    pub const fn new(content: Markup) -> Self {
        Self { content, kind: Kind::Plain, lang: None }
    }

    /// The cell that names the row: on a phone it stands first.
    #[must_use]
    pub const fn title(content: Markup) -> Self {
        Self { content, kind: Kind::Title, lang: None }
    }

    /// A long cell: on a phone it takes the whole width.
    #[must_use]
    pub const fn wide(content: Markup) -> Self {
        Self { content, kind: Kind::Wide, lang: None }
    }

    /// The language of its words, where it is not the page's.
    #[must_use]
    pub fn lang(mut self, tag: Option<&str>) -> Self {
        self.lang = tag.map(ToOwned::to_owned);
        self
    }
}

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// As usual.
    #[default]
    None,
    /// It holds a contradiction.
    Bad,
    /// A part of the row above.
    Sub,
    /// It is kept, and does not count.
    Void,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    cells: Vec<Cell>,
    mark: Mark,
    id: Option<String>,
}

impl Row {
    /// A row of cells, one for each column.
    #[must_use]
    pub const fn new(cells: Vec<Cell>) -> Self {
        Self { cells, mark: Mark::None, id: None }
    }

    /// How it looks.
    #[must_use]
    pub const fn mark(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// An id, so that an address can point to it.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// A table with a caption, in a region that scrolls where it must.
#[must_use]
pub fn table(lang: Lang, caption: &str, columns: &[Column], rows: &[Row]) -> Markup {
    framed(lang, ("t fold", None), caption, columns, rows)
}

/// The same with narrow rows, for small tables of a section; the section's heading stands for the caption.
#[must_use]
pub fn dense(lang: Lang, caption: &str, columns: &[Column], rows: &[Row]) -> Markup {
    framed(lang, ("t dense fold", Some("sr")), caption, columns, rows)
}

fn framed(
    lang: Lang,
    (class, hidden): (&str, Option<&str>),
    caption: &str,
    columns: &[Column],
    rows: &[Row],
) -> Markup {
    scroll(
        caption,
        &html! {
            table class=(class) {
                caption class=[hidden] { (caption) }
                thead { tr { @for column in columns { (head(lang, column)) } } }
                tbody { @for row in rows { (body_row(columns, row)) } }
            }
        },
    )
}

/// A region that scrolls sideways, reachable by keyboard.
#[must_use]
pub fn scroll(label: &str, table: &Markup) -> Markup {
    html! { div.scroll tabindex="0" role="region" aria-label=(label) { (table) } }
}

fn head(lang: Lang, column: &Column) -> Markup {
    let class = class(column);
    html! {
        @match &column.sort {
            None => th scope="col" class=[class] { (column.label) },
            Some(sort) => th scope="col" class=[class] aria-sort=[sort.order.map(aria)] {
                a href=(sort.href) title=(tr(lang, "sorted-by", &[("column", (&column.label).into())])) {
                    (column.label)
                    @match sort.order {
                        Some(Order::Ascending) => (icon(Icon::Up)),
                        Some(Order::Descending) => (icon(Icon::Down)),
                        None => {},
                    }
                }
            },
        }
    }
}

const fn class(column: &Column) -> Option<&'static str> {
    match column {
        Column { choice: true, .. } => Some("no-print"),
        Column { number: true, .. } => Some("n"),
        _ => None,
    }
}

const fn aria(order: Order) -> &'static str {
    match order {
        Order::Ascending => "ascending",
        Order::Descending => "descending",
    }
}

fn body_row(columns: &[Column], row: &Row) -> Markup {
    let class = match row.mark {
        Mark::None => None,
        Mark::Bad => Some("bad"),
        Mark::Sub => Some("sub"),
        Mark::Void => Some("void"),
    };
    html! {
        tr class=[class] id=[row.id.as_deref()] {
            @for (place, cell) in row.cells.iter().enumerate() { (body_cell(columns.get(place), cell)) }
        }
    }
}

fn body_cell(column: Option<&Column>, cell: &Cell) -> Markup {
    let label =
        column.map(|column| column.label.as_str()).filter(|label| !label.is_empty() && cell.kind != Kind::Title);
    let class = match cell.kind {
        Kind::Title => Some("first"),
        Kind::Wide => Some("wide"),
        Kind::Plain => column.and_then(class),
    };
    html! { td class=[class] data-l=[label] lang=[cell.lang.as_deref()] { (cell.content) } }
}
