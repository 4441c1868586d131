//! Fields of forms: label, hint, control, error, in this order, tied together for readers of the screen.

use super::{Icon, icon};
use crate::lang::{Lang, tr};
use maud::{Markup, html};

/// One choice of a select, a set of radio buttons or ticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// The language of the label, where it is not the page's.
    pub lang: Option<&'static str>,
}

impl Choice {
    /// A choice.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), lang: None }
    }
}

/// A field. Its name is also its id, unless another is given.
#[derive(Debug, Clone, Default)]
pub struct Field<'a> {
    name: &'a str,
    id: Option<&'a str>,
    label: &'a str,
    value: &'a str,
    hint: Option<&'a str>,
    error: Option<&'a str>,
    unit: Option<&'a str>,
    list: Option<&'a str>,
    placeholder: Option<&'a str>,
    autocomplete: Option<&'a str>,
    required: bool,
    disabled: bool,
    grow: bool,
}

impl<'a> Field<'a> {
    /// A field of a name and a label.
    #[must_use]
    pub fn new(name: &'a str, label: &'a str) -> Self {
        Self { name, label, ..Self::default() }
    }

    /// Another id than the name, where the name stands more than once on a page.
    #[must_use]
    pub const fn id(mut self, id: &'a str) -> Self {
        self.id = Some(id);
        self
    }

    /// What is in it.
    #[must_use]
    pub const fn value(mut self, value: &'a str) -> Self {
        self.value = value;
        self
    }

    /// What to write into it.
    #[must_use]
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What is wrong with it, where something is.
    #[must_use]
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// The unit, shown beside the control.
    #[must_use]
    pub const fn unit(mut self, unit: &'a str) -> Self {
        self.unit = Some(unit);
        self
    }

    /// The id of a `datalist`.
    #[must_use]
    pub const fn list(mut self, list: &'a str) -> Self {
        self.list = Some(list);
        self
    }

    /// An example, shown while it is empty. Never the only copy of a fact.
    #[must_use]
    pub const fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = Some(placeholder);
        self
    }

    /// What a browser or a keeper of passwords may put in: `username`, `current-password`, `new-password`, `name`, …
    #[must_use]
    pub const fn autocomplete(mut self, what: &'a str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// It must be filled in.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// It cannot be changed; the hint should say why.
    #[must_use]
    pub const fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }

    /// In a row of filters it takes the space that is left.
    #[must_use]
    pub const fn grow(mut self) -> Self {
        self.grow = true;
        self
    }

    /// A line of text.
    #[must_use]
    pub fn text(&self) -> Markup {
        self.input("text", None)
    }

    /// A password. What was typed never stands in the page again.
    #[must_use]
    pub fn password(&self) -> Markup {
        Field { value: "", ..self.clone() }.input("password", None)
    }

    /// An address for mail.
    #[must_use]
    pub fn email(&self) -> Markup {
        self.input("email", None)
    }

    /// A search.
    #[must_use]
    pub fn search(&self) -> Markup {
        self.input("search", None)
    }

    /// An address of a page.
    #[must_use]
    pub fn url(&self) -> Markup {
        self.input("url", None)
    }

    /// A full date, with the browser's calendar. For partial dates use [`Field::text`].
    #[must_use]
    pub fn date(&self) -> Markup {
        self.input("date", None)
    }

    /// A number, written in any way a reader understands: a text with the keyboard for numbers.
    #[must_use]
    pub fn number(&self) -> Markup {
        self.input("text", Some("decimal"))
    }

    /// Files from the reader's machine.
    #[must_use]
    pub fn files(&self, accept: &str) -> Markup {
        self.wrap(&html! {
            input type="file" id=(self.id_()) name=(self.name) accept=(accept) multiple required[self.required]
                disabled[self.disabled] aria-invalid=[self.invalid()] aria-describedby=[self.described()] {}
        })
    }

    /// One file.
    #[must_use]
    pub fn file(&self, accept: &str) -> Markup {
        self.wrap(&html! {
            input type="file" id=(self.id_()) name=(self.name) accept=(accept) required[self.required]
                disabled[self.disabled] aria-invalid=[self.invalid()] aria-describedby=[self.described()] {}
        })
    }

    /// Several lines of text.
    #[must_use]
    pub fn textarea(&self, rows: u8) -> Markup {
        self.wrap(&html! {
            textarea id=(self.id_()) name=(self.name) rows=(rows) required[self.required] disabled[self.disabled]
                placeholder=[self.placeholder] aria-invalid=[self.invalid()] aria-describedby=[self.described()] {
                // A browser drops one line end at the beginning: without this one it would be the text's own.
                "\n" (self.value)
            }
        })
    }

    /// One of several choices; the field's value is the chosen one.
    #[must_use]
    pub fn select(&self, choices: &[Choice]) -> Markup {
        self.wrap(&html! {
            select id=(self.id_()) name=(self.name) required[self.required] disabled[self.disabled]
                aria-invalid=[self.invalid()] aria-describedby=[self.described()] {
                @for choice in choices {
                    option value=(choice.value) lang=[choice.lang] selected[choice.value == self.value] { (choice.label) }
                }
            }
        })
    }

    /// One of several choices, all in sight.
    #[must_use]
    pub fn radios(&self, choices: &[Choice]) -> Markup {
        html! {
            fieldset class=(self.class()) id=(self.id_()) aria-describedby=[self.described()] {
                legend { (self.label) }
                @if let Some(hint) = self.hint { span.hint id={ (self.id_()) "-hint" } { (hint) } }
                @for choice in choices {
                    label.tick {
                        input type="radio" name=(self.name) value=(choice.value) checked[choice.value == self.value]
                            required[self.required] disabled[self.disabled];
                        span lang=[choice.lang] { (choice.label) }
                    }
                }
                (self.error_line())
            }
        }
    }

    fn input(&self, kind: &str, mode: Option<&str>) -> Markup {
        let input = html! {
            input type=(kind) id=(self.id_()) name=(self.name) value=(self.value) inputmode=[mode] list=[self.list]
                placeholder=[self.placeholder] autocomplete=[self.autocomplete] required[self.required]
                disabled[self.disabled] aria-invalid=[self.invalid()] aria-describedby=[self.described()];
        };
        self.wrap(&html! {
            @match self.unit {
                Some(unit) => div.with-unit { (input) span { (unit) } },
                None => (input),
            }
        })
    }

    fn wrap(&self, control: &Markup) -> Markup {
        html! {
            div class=(self.class()) {
                label for=(self.id_()) { (self.label) }
                @if let Some(hint) = self.hint { span.hint id={ (self.id_()) "-hint" } { (hint) } }
                (control)
                (self.error_line())
            }
        }
    }

    fn error_line(&self) -> Markup {
        html! {
            @if let Some(error) = self.error {
                p.err id={ (self.id_()) "-error" } { (icon(Icon::Bad)) (error) }
            }
        }
    }

    fn class(&self) -> &'static str {
        match (self.error.is_some(), self.grow) {
            (true, _) => "field bad",
            (false, true) => "field grow",
            (false, false) => "field",
        }
    }

    fn id_(&self) -> &str {
        self.id.unwrap_or(self.name)
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }

    fn described(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.id_()));
        let error = self.error.map(|_| format!("{}-error", self.id_()));
        let ids: Vec<String> = [hint, error].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// A box to tick.
#[must_use]
pub fn tick(name: &str, value: &str, label: &str, checked: bool) -> Markup {
    html! {
        label.tick { input type="checkbox" name=(name) value=(value) checked[checked]; span { (label) } }
    }
}

/// One thing to put right: the field's id, its label, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field.
    pub id: String,
    /// The label of the field.
    pub label: String,
    /// What to do, as a sentence.
    pub error: String,
}

/// The list of what is to be put right, before the form; each entry leads to its field. Nothing where nothing is wrong.
#[must_use]
pub fn error_summary(lang: Lang, errors: &[FieldError]) -> Markup {
    html! {
        @if !errors.is_empty() {
            div.errors role="alert" tabindex="-1" {
                h2 { (tr(lang, "errors-title", &[("count", errors.len().into())])) }
                ul {
                    @for FieldError { id, label, error } in errors {
                        li { a href={ "#" (id) } { (tr(lang, "error-at", &[("field", label.into()), ("error", error.into())])) } }
                    }
                }
            }
        }
    }
}
