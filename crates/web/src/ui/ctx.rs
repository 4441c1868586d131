//! What every page needs to know of its reader.

use crate::{
    lang::{Arg, Lang, choose, code::Coded, code::name, tr},
    ui::Flash,
};
use axum::{extract::FromRequestParts, http::request::Parts};
use axum_extra::extract::CookieJar;
use jiff::{Timestamp, tz::TimeZone};
use samesky_model::record::TeamNames;
use std::convert::Infallible;

/// The reader's choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order of the menu.
    pub const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];
    /// The name of the cookie that remembers the choice.
    pub const COOKIE: &'static str = "theme";

    /// The word in the cookie, the form and `data-theme`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice for a word; any other word is the system's.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self::ALL.iter().copied().find(|theme| theme.as_str() == word).unwrap_or_default()
    }
}

/// What the frame of a page shows. A layer puts it into the request's extensions; without it the frame is bare.
#[derive(Debug, Clone, Default)]
pub struct Chrome {
    /// The names of the team whose records are shown.
    pub team: TeamNames,
    /// The officer, where accounts exist.
    pub officer: Option<String>,
    /// Whether the officer signed in, and so can sign out.
    pub signed_in: bool,
    /// Whether the reader is nobody known: the frame then shows nothing of the house.
    pub closed: bool,
    /// Announcements that wait for review.
    pub waiting: u64,
    /// Open contradictions.
    pub contradicted: u64,
    /// Requests to publish that the officer may confirm.
    pub to_confirm: u64,
    /// Records that other teams share.
    pub shared: u64,
    /// Whether the reader is a guest, who sees what is published and their own account.
    pub guest: bool,
    /// As whom the reader of the demo looks at it.
    pub demo_as: Option<&'static str>,
    /// Whether this is the demo.
    pub demo: bool,
    /// When the page was made.
    pub now: Option<Timestamp>,
    /// The clock on which times are shown.
    pub zone: Option<TimeZone>,
}

/// What every page needs to know of its reader: the language, the theme, the address, the frame.
#[derive(Debug, Clone)]
pub struct Ctx {
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
    /// Path and query of this page, to come back to.
    pub here: String,
    /// A message left by the request before.
    pub flash: Option<Flash>,
    /// What the frame shows.
    pub chrome: Chrome,
}

impl Ctx {
    /// A reader of `here` without cookies, for tests and printing.
    #[must_use]
    pub fn new(lang: Lang, here: &str) -> Self {
        Self { lang, theme: Theme::System, here: here.to_owned(), flash: None, chrome: Chrome::default() }
    }

    /// A message without arguments.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        tr(self.lang, key, &[])
    }

    /// A message with arguments.
    #[must_use]
    pub fn t_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        tr(self.lang, key, args)
    }

    /// Who somebody is: their name, or what they are called in this language who were forgotten.
    #[must_use]
    pub fn who(&self, name: &str) -> String {
        match samesky_app::personal::pseudonym_number(name) {
            Some(number) => self.t_with("former-officer", &[("number", number.to_string().as_str().into())]),
            None => name.to_owned(),
        }
    }

    /// The name of a code list's value.
    #[must_use]
    pub fn name<C: Coded>(&self, value: C) -> String {
        name(self.lang, value)
    }

    /// The team's name in the reader's language, else in the first language that has one.
    #[must_use]
    pub fn team(&self) -> &str {
        let TeamNames { zh_hans, ja, en, th } = &self.chrome.team;
        let own = match self.lang {
            Lang::ZhHans => zh_hans,
            Lang::Ja => ja,
            Lang::En => en,
            Lang::Th => th,
        };
        [own, zh_hans, ja, en, th].into_iter().find(|name| !name.is_empty()).map_or("", String::as_str)
    }

    /// The clock on which times are shown.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        self.chrome.zone.clone().unwrap_or(TimeZone::UTC)
    }

    /// An instant on that clock.
    #[must_use]
    pub fn at(&self, instant: Timestamp) -> jiff::Zoned {
        instant.to_zoned(self.zone())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ctx {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let cookies = CookieJar::from_headers(&parts.headers);
        let lang = choose::of_request(parts);
        Ok(Self {
            lang,
            theme: cookies.get(Theme::COOKIE).map_or(Theme::System, |cookie| Theme::from_word(cookie.value())),
            here: parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            flash: cookies.get(Flash::COOKIE).and_then(|cookie| Flash::from_cookie(cookie.value())),
            chrome: parts.extensions.get::<Chrome>().cloned().unwrap_or_default(),
        })
    }
}
