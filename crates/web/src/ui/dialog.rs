//! Questions before something is taken away: a page of its own, or a `<dialog>` where script opens it.

use maud::{Markup, html};

/// A question with its form. Without script it is shown in the page; with script a `<dialog>` of the same id may hold it.
#[must_use]
pub fn question(id: &str, title: &str, text: &str, form: &Markup) -> Markup {
    html! {
        div.dialog role="group" id=(id) aria-labelledby={ (id) "-title" } {
            h2 id={ (id) "-title" } { (title) }
            p.mute { (text) }
            (form)
        }
    }
}

/// A closed dialog that opens with a button's `popovertarget`, without script.
#[must_use]
pub fn popover(id: &str, title: &str, body: &Markup) -> Markup {
    html! {
        div.dialog popover id=(id) role="dialog" aria-labelledby={ (id) "-title" } {
            h2 id={ (id) "-title" } { (title) }
            (body)
        }
    }
}
