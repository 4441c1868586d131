//! Buttons and links that look like buttons.

use super::{Icon, icon};
use maud::{Markup, html};

/// How a button looks. One primary button a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The one thing to do on the page.
    Primary,
    /// Anything else.
    Plain,
    /// It takes something away.
    Danger,
    /// A link among buttons.
    Quiet,
    /// As [`Button::Plain`], in a row of a table.
    Small,
}

impl Button {
    /// The classes.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn primary",
            Self::Plain => "btn",
            Self::Danger => "btn danger",
            Self::Quiet => "btn quiet",
            Self::Small => "btn small",
        }
    }
}

/// A link that looks like a button.
#[must_use]
pub fn link(look: Button, href: &str, sign: Option<Icon>, label: &str) -> Markup {
    html! { a class=(look.class()) href=(href) { @if let Some(sign) = sign { (icon(sign)) } (label) } }
}

/// A button that sends its form.
#[must_use]
pub fn submit(look: Button, sign: Option<Icon>, label: &str) -> Markup {
    html! { button class=(look.class()) { @if let Some(sign) = sign { (icon(sign)) } (label) } }
}

/// A button that sends its form with a name and a value.
#[must_use]
pub fn submit_as(look: Button, (name, value): (&str, &str), sign: Option<Icon>, label: &str) -> Markup {
    html! {
        button class=(look.class()) name=(name) value=(value) { @if let Some(sign) = sign { (icon(sign)) } (label) }
    }
}

/// A button of a sign alone; the label is for readers of the screen and for pointing.
#[must_use]
pub fn submit_sign((name, value): (&str, &str), sign: Icon, label: &str) -> Markup {
    html! { button class="btn small icon" name=(name) value=(value) aria-label=(label) title=(label) { (icon(sign)) } }
}

/// Prints the page; without script it is hidden.
#[must_use]
pub fn print(label: &str) -> Markup {
    html! { button class="btn small" type="button" data-print hidden { (icon(Icon::Print)) (label) } }
}

/// A button that cannot be pressed now; the label says why.
#[must_use]
pub fn unavailable(label: &str) -> Markup {
    html! { button.btn type="button" disabled { (label) } }
}

/// Links to the ways of looking at one page, side by side: (address, label, chosen).
#[must_use]
pub fn switch(label: &str, views: &[(String, String, bool)]) -> Markup {
    html! {
        nav.group-btn aria-label=(label) {
            @for (href, label, chosen) in views {
                a class="btn small" href=(href) aria-current=[chosen.then_some("true")] { (label) }
            }
        }
    }
}
