//! Sections, strips of figures, columns of a page.

use super::{badge, figure};
use crate::lang::Lang;
use maud::{Markup, html};
use samesky_model::reading::MoneyClass;

/// A section: a rule, a heading with a note or actions at its end, the content. `id` names the heading.
#[must_use]
pub fn section(id: &str, title: &str, aside: &Markup, body: &Markup) -> Markup {
    html! {
        section.sec aria-labelledby=(id) {
            header { h2 id=(id) { (title) } @if !aside.0.is_empty() { div.aside { (aside) } } }
            (body)
        }
    }
}

/// A note at the head or foot of a section.
#[must_use]
pub fn note(text: &str) -> Markup {
    html! { p.note { (text) } }
}

/// How wide the columns of a page are, where there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// Two halves.
    Even,
    /// Seven twelfths and five.
    Wide,
    /// Eight twelfths and four.
    Wider,
}

/// Two columns that become one on a narrow screen.
#[must_use]
pub fn columns(widths: Columns, first: &Markup, second: &Markup) -> Markup {
    let class = match widths {
        Columns::Even => "cols w66",
        Columns::Wide => "cols w75",
        Columns::Wider => "cols w84",
    };
    html! { div class=(class) { (first) (second) } }
}

/// One figure of a strip.
#[derive(Debug, Clone)]
pub struct Headline {
    /// What it is: a money class or a measure.
    pub label: Markup,
    /// The number; `None` where it is not stated.
    pub number: Option<Markup>,
    /// Where it leads: the entries it is made of.
    pub href: Option<String>,
    /// What belongs to it, in short pieces.
    pub below: Vec<Markup>,
}

impl Headline {
    /// A figure of a money class.
    #[must_use]
    pub fn money(lang: Lang, class: MoneyClass, number: Option<Markup>, href: Option<String>) -> Self {
        Self { label: badge::money(lang, class), number, href, below: Vec::new() }
    }

    /// A figure of a measure.
    #[must_use]
    pub fn measure(label: &str, number: Option<Markup>, href: Option<String>) -> Self {
        Self { label: html! { span.what { (label) } }, number, href, below: Vec::new() }
    }

    /// What belongs to it.
    #[must_use]
    pub fn below(mut self, below: Vec<Markup>) -> Self {
        self.below = below;
        self
    }
}

/// A strip of figures with hairlines between: never cards, never a total across them.
#[must_use]
pub fn headlines(lang: Lang, figures: &[Headline]) -> Markup {
    html! {
        ul.figs {
            @for item in figures {
                li {
                    (item.label)
                    div.big {
                        @match (&item.number, &item.href) {
                            (Some(number), Some(href)) => (figure::source_link(href, number)),
                            (Some(number), None) => (number),
                            (None, _) => (figure::not_stated(lang)),
                        }
                    }
                    @if !item.below.is_empty() { div.xs { @for piece in &item.below { span { (piece) } } } }
                }
            }
        }
    }
}
