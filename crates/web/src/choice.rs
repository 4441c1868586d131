//! The reader's choices of language and colours, kept in cookies; they work without script.

use crate::state::{DEMO_COOKIE, DEMO_ROLES};
use crate::{
    lang::{Lang, choose},
    ui::Theme,
};
use axum::{
    extract::Form,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use serde::Deserialize;

/// What the menus send.
#[derive(Debug, Deserialize)]
pub struct Choice {
    to: String,
    back: Option<String>,
}

/// `POST /language`: remembers the language and returns to the page. A language that we do not speak changes nothing.
pub async fn language(jar: CookieJar, Form(choice): Form<Choice>) -> Response {
    let jar = match choice.to.parse::<Lang>() {
        Ok(lang) => jar.add(kept(choose::COOKIE, lang.as_str())),
        Err(_) => jar,
    };
    (jar, Redirect::to(&back(choice.back.as_deref()))).into_response()
}

/// `POST /theme`: remembers the colours and returns to the page.
pub async fn theme(jar: CookieJar, Form(choice): Form<Choice>) -> Response {
    let jar = jar.add(kept(Theme::COOKIE, Theme::from_word(&choice.to).as_str()));
    (jar, Redirect::to(&back(choice.back.as_deref()))).into_response()
}

/// `POST /demo/role`: in a demonstration, looks at it as somebody else from now on, beginning with the first page. Elsewhere the
/// cookie means nothing.
pub async fn role(jar: CookieJar, Form(choice): Form<Choice>) -> Response {
    let jar = match DEMO_ROLES.iter().find(|role| **role == choice.to) {
        Some(role) => jar.add(kept(DEMO_COOKIE, role)),
        None => jar,
    };
    (jar, Redirect::to("/")).into_response()
}

/// A choice in its cookie.
pub(crate) fn kept(name: &'static str, value: &'static str) -> Cookie<'static> {
    let mut cookie = Cookie::new(name, value);
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.make_permanent();
    cookie
}

/// Where to return: a path of this server and nothing else, without the language that was asked for in its address.
///
/// A browser reads `//host` and `/\host` as another host and drops tabs and line ends: whatever is not plain ASCII
/// text that starts with one slash leads to the first page.
#[must_use]
pub fn back(asked: Option<&str>) -> String {
    let local = asked.filter(|path| {
        path.starts_with('/')
            && !path.starts_with("//")
            && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
    });
    let path = local.unwrap_or("/");
    let Some((path, query)) = path.split_once('?') else { return path.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::back;

    #[test]
    fn back_own_path_is_kept_without_its_language() {
        assert_eq!(back(Some("/figures?year=2020&lang=ja&page=2")), "/figures?year=2020&page=2");
        assert_eq!(back(Some("/events?lang=th")), "/events");
    }

    #[test]
    fn back_other_host_leads_to_the_first_page() {
        for asked in [
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "evil",
            "",
            "/a\r\nSet-Cookie: x",
        ] {
            assert_eq!(back(Some(asked)), "/", "{asked}");
        }
        assert_eq!(back(None), "/");
    }
}
