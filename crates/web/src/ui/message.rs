//! Messages to the reader: in the page, after a redirect, floating.

use super::{Icon, icon};
use crate::lang::{Arg, Lang, has, tr};
use axum_extra::extract::cookie::{Cookie, SameSite};
use maud::{Markup, html};

/// How a message sounds. Each has its own sign and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Info,
    /// It went well.
    Ok,
    /// Take care.
    Warn,
    /// It failed.
    Bad,
}

impl Tone {
    const ALL: [Self; 4] = [Self::Info, Self::Ok, Self::Warn, Self::Bad];

    const fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }

    const fn sign(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Ok => Icon::Ok,
            Self::Warn => Icon::Warn,
            Self::Bad => Icon::Bad,
        }
    }

    const fn role(self) -> &'static str {
        if matches!(self, Self::Bad) { "alert" } else { "status" }
    }
}

/// A message across the page: what happened, and what can be done next.
#[must_use]
pub fn notice(tone: Tone, text: &str, action: Option<Markup>) -> Markup {
    html! {
        div class={ "flash " (tone.class()) } role=(tone.role()) {
            (icon(tone.sign()))
            p { (text) }
            @if let Some(action) = action { (action) }
        }
    }
}

/// A short message that floats; script may let it go after a while.
#[must_use]
pub fn toast(tone: Tone, text: &str, action: Option<Markup>) -> Markup {
    html! {
        div class="toast" role=(tone.role()) {
            (icon(tone.sign()))
            p { (text) }
            @if let Some(action) = action { (action) }
        }
    }
}

/// A message that one request leaves for the page after it, in a cookie: the key of a message and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flash {
    /// How it sounds.
    pub tone: Tone,
    /// The message, which must begin with `flash-`.
    pub key: String,
    /// Its arguments; whole numbers count.
    pub args: Vec<(String, String)>,
}

impl Flash {
    /// The name of the cookie.
    pub const COOKIE: &'static str = "flash";
    const LONGEST: usize = 2000;

    /// A message to leave.
    #[must_use]
    pub fn new(tone: Tone, key: &str, args: &[(&str, String)]) -> Self {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { tone, key: key.to_owned(), args }
    }

    /// The cookie to set on the answer.
    #[must_use]
    pub fn cookie(&self) -> Cookie<'static> {
        let mut left = self.clone();
        let mut value = left.encoded();
        while value.len() > Self::LONGEST && left.shorten() {
            value = left.encoded();
        }
        Cookie::build((Self::COOKIE, value)).path("/").http_only(true).same_site(SameSite::Lax).build()
    }

    fn encoded(&self) -> String {
        let mut pairs = vec![("tone", self.tone.class()), ("key", self.key.as_str())];
        pairs.extend(self.args.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        serde_html_form::to_string(&pairs).unwrap_or_default()
    }

    /// Cuts the longest argument: browsers drop a cookie that is too long, and the message with it.
    fn shorten(&mut self) -> bool {
        let Some((_, longest)) = self.args.iter_mut().max_by_key(|(_, value)| value.len()) else { return false };
        let kept = longest.chars().count().saturating_mul(3) / 4;
        let cut = kept > 1;
        *longest = longest.chars().take(kept.saturating_sub(1)).chain(['…']).collect();
        cut
    }

    /// The message of a cookie; nothing for anything that is not one of ours.
    #[must_use]
    pub fn from_cookie(value: &str) -> Option<Self> {
        if value.len() > Self::LONGEST {
            return None;
        }
        let mut pairs: Vec<(String, String)> = serde_html_form::from_str(value).ok()?;
        let mut take = |name: &str| Some(pairs.remove(pairs.iter().position(|(found, _)| found == name)?).1);
        let (tone, key) = (take("tone")?, take("key").filter(|key| key.starts_with("flash-"))?);
        Some(Self { tone: Tone::ALL.into_iter().find(|known| known.class() == tone)?, key, args: pairs })
    }

    /// The message, where it exists in the language, with what can be done about it.
    #[must_use]
    pub fn render(&self, lang: Lang, action: Option<Markup>) -> Markup {
        let args: Vec<(&str, Arg<'_>)> =
            self.args.iter().map(|(name, value)| (name.as_str(), argument(value))).collect();
        html! {
            @if has(lang, &self.key, &args) { (notice(self.tone, &tr(lang, &self.key, &args), action)) }
        }
    }
}

fn argument(value: &str) -> Arg<'_> {
    value.parse::<i64>().map_or(Arg::from(value), Arg::Count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flash_through_a_cookie_is_the_same() {
        let left =
            Flash::new(Tone::Ok, "flash-saved", &[("count", "14".to_owned()), ("name", "成都 & 日本; ok".to_owned())]);
        assert_eq!(Flash::from_cookie(left.cookie().value()), Some(left));
    }

    #[test]
    fn flash_of_many_words_is_cut_and_not_lost() {
        let left = Flash::new(Tone::Bad, "flash-failed", &[("text", "ค".repeat(900)), ("by", "林澄".to_owned())]);
        let shown = Flash::from_cookie(left.cookie().value()).expect("a message");
        assert_eq!(shown.args[1], left.args[1]);
        let text = &shown.args[0].1;
        assert!(text.ends_with("ค…") && text.chars().count() > 100, "{text}");
    }

    #[test]
    fn flash_foreign_cookie_is_nothing() {
        for value in ["", "tone=ok", "tone=ok&key=brand", "tone=loud&key=flash-saved", &"x".repeat(5000)] {
            assert_eq!(Flash::from_cookie(value), None, "{value}");
        }
    }
}
