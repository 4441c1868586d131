//! The figures of a project, class by class. Nothing here adds anything.

use crate::pages::figures::parts::address;
use crate::ui::figure::{figure_qualified, not_stated, source_link};
use crate::ui::section::{Headline, headlines};
use crate::ui::{Ctx, badge};
use maud::{Markup, html};
use samesky_app::figures::FigureRow;
use samesky_model::reading::MoneyClass;
use samesky_model::record::{Figure, FigureState};

/// Figures that are shown in one row of a list.
const SHOWN: usize = 4;

/// One line for each figure: its class, or what it measures, and the number.
pub(super) fn lines(ctx: &Ctx, figures: &[Figure]) -> Markup {
    html! {
        @if figures.is_empty() { (not_stated(ctx.lang)) }
        @for figure in figures.iter().take(SHOWN) {
            span class="block nw" {
                @if figure.money_class == MoneyClass::None { span class="xs mute" { (ctx.name(figure.measure)) } }
                @else { (badge::money(ctx.lang, figure.money_class)) }
                " " (number(ctx, figure))
            }
        }
        @if figures.len() > SHOWN {
            span class="xs mute block" { (ctx.t_with("records-more", &[("count", (figures.len() - SHOWN).into())])) }
        }
    }
}

fn number(ctx: &Ctx, figure: &Figure) -> Markup {
    match figure.value {
        Some(value) => {
            let shown = figure_qualified(ctx.lang, value, figure.unit.as_deref(), figure.qualifier);
            source_link(&address(figure), &shown)
        }
        None => html! { a href=(address(figure)) { (badge::figure_state(ctx.lang, FigureState::Contested)) } },
    }
}

/// The four classes on the way of a project's money, each figure for itself; a class without one says so.
pub(super) fn strip(ctx: &Ctx, rows: &[FigureRow]) -> Markup {
    const WAY: [MoneyClass; 4] = [MoneyClass::Planned, MoneyClass::Signed, MoneyClass::Contracted, MoneyClass::PaidIn];
    let mut items = Vec::new();
    for class in MoneyClass::ALL.iter().filter(|class| **class != MoneyClass::None) {
        let of_class: Vec<_> = rows.iter().filter(|row| row.figure.money_class == *class).collect();
        if of_class.is_empty() && WAY.contains(class) {
            items.push(Headline::money(ctx.lang, *class, None, None));
        }
        items.extend(of_class.into_iter().map(|row| headline(ctx, *class, row)));
    }
    headlines(ctx.lang, &items)
}

fn headline(ctx: &Ctx, class: MoneyClass, row: &FigureRow) -> Headline {
    let figure = &row.figure;
    let number = match figure.value {
        Some(value) => figure_qualified(ctx.lang, value, figure.unit.as_deref(), figure.qualifier),
        None => badge::figure_state(ctx.lang, FigureState::Contested),
    };
    Headline::money(ctx.lang, class, Some(number), Some(address(figure))).below(vec![
        html! { (ctx.name(figure.measure)) },
        html! { (ctx.t_with("records-told-by", &[("count", figure.announcements.into())])) },
    ])
}
