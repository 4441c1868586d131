//! The frame of every page: top bar, side list, heading, footer, print head.

use crate::state::DEMO_ROLES;
use crate::{
    assets::{STYLESHEET, address},
    lang::{Lang, format::group},
    ui::{Ctx, Icon, Theme, icon, time},
};
use maud::{DOCTYPE, Markup, html};

/// A place in the side list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nav {
    /// The figures at one look.
    Overview,
    /// Announcements and their review.
    Announcements,
    /// Bringing announcements in.
    Import,
    /// Checks over figures.
    Checks,
    /// The figures of the ledger.
    Figures,
    /// Events.
    Events,
    /// Organisations.
    Organisations,
    /// Projects.
    Projects,
    /// What other teams share.
    Shared,
    /// What is to be published, and what is.
    Publishing,
    /// What everybody sees.
    Public,
    /// Who changed what.
    History,
    /// The JSON API.
    Api,
    /// The parts of pages.
    Components,
}

/// The side list: groups with their places.
const GROUPS: &[(&str, &[Nav])] = &[
    ("nav-read", &[Nav::Overview, Nav::Announcements, Nav::Import, Nav::Checks]),
    ("nav-ledger", &[Nav::Figures, Nav::Events, Nav::Organisations, Nav::Projects]),
    ("nav-others", &[Nav::Shared, Nav::Publishing, Nav::Public]),
    ("nav-house", &[Nav::History, Nav::Api]),
];

/// The side list of a guest, who sees what is published.
const GUESTS: &[(&str, &[Nav])] = &[("nav-others", &[Nav::Public])];

impl Nav {
    /// The message that names it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "nav-overview",
            Self::Announcements => "nav-announcements",
            Self::Import => "nav-import",
            Self::Checks => "nav-checks",
            Self::Figures => "nav-figures",
            Self::Events => "nav-events",
            Self::Organisations => "nav-organisations",
            Self::Projects => "nav-projects",
            Self::Shared => "nav-shared",
            Self::Publishing => "nav-publishing",
            Self::Public => "nav-public",
            Self::History => "nav-history",
            Self::Api => "nav-api",
            Self::Components => "nav-components",
        }
    }

    /// Its address.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::Overview => "/",
            Self::Announcements => "/announcements",
            Self::Import => "/imports",
            Self::Checks => "/checks",
            Self::Figures => "/figures",
            Self::Events => "/events",
            Self::Organisations => "/organisations",
            Self::Projects => "/projects",
            Self::Shared => "/shared",
            Self::Publishing => "/publishing",
            Self::Public => "/public",
            Self::History => "/history",
            Self::Api => "/api",
            Self::Components => "/components",
        }
    }

    const fn sign(self) -> Icon {
        match self {
            Self::Overview => Icon::Chart,
            Self::Announcements => Icon::Inbox,
            Self::Import => Icon::Upload,
            Self::Checks => Icon::Scale,
            Self::Figures => Icon::Table,
            Self::Events => Icon::Calendar,
            Self::Organisations => Icon::Organisation,
            Self::Projects => Icon::Folder,
            Self::Shared => Icon::Share,
            Self::Publishing => Icon::Public,
            Self::Public => Icon::Language,
            Self::History => Icon::History,
            Self::Api => Icon::Plug,
            Self::Components => Icon::Copy,
        }
    }
}

/// A page before its content is put in.
#[derive(Debug, Clone)]
pub struct Layout<'a> {
    ctx: &'a Ctx,
    title: String,
    title_lang: Option<String>,
    nav: Option<Nav>,
    crumbs: Vec<(Option<String>, String)>,
    by: Option<Markup>,
    actions: Option<Markup>,
    after_message: Option<Markup>,
    landscape: bool,
    refresh: Option<u16>,
    refresh_is_spare: bool,
    scripts: Vec<&'static str>,
}

impl<'a> Layout<'a> {
    /// A page with its heading.
    #[must_use]
    pub fn new(ctx: &'a Ctx, title: impl Into<String>) -> Self {
        Self {
            ctx,
            title: title.into(),
            title_lang: None,
            nav: None,
            crumbs: Vec::new(),
            by: None,
            actions: None,
            after_message: None,
            landscape: false,
            refresh: None,
            refresh_is_spare: false,
            scripts: Vec::new(),
        }
    }

    /// The language of the heading, where it is not the page's.
    #[must_use]
    pub fn title_lang(mut self, tag: Option<&str>) -> Self {
        self.title_lang = tag.map(ToOwned::to_owned);
        self
    }

    /// Where the page is in the side list.
    #[must_use]
    pub const fn nav(mut self, nav: Nav) -> Self {
        self.nav = Some(nav);
        self
    }

    /// One step on the way to the page, outermost first.
    #[must_use]
    pub fn crumb(mut self, href: &str, label: impl Into<String>) -> Self {
        self.crumbs.push((Some(href.to_owned()), label.into()));
        self
    }

    /// The last step: the page itself.
    #[must_use]
    pub fn crumb_here(mut self, label: impl Into<String>) -> Self {
        self.crumbs.push((None, label.into()));
        self
    }

    /// The line below the heading: what it is, from when, from whom.
    #[must_use]
    pub fn by(mut self, by: Markup) -> Self {
        self.by = Some(by);
        self
    }

    /// What can be done with the whole page. They are not printed.
    #[must_use]
    pub fn actions(mut self, actions: Markup) -> Self {
        self.actions = Some(actions);
        self
    }

    /// What can be done about the message that the request before left.
    #[must_use]
    pub fn after_message(mut self, action: Option<Markup>) -> Self {
        self.after_message = action;
        self
    }

    /// Printed on a wide sheet.
    #[must_use]
    pub const fn landscape(mut self) -> Self {
        self.landscape = true;
        self
    }

    /// Loaded again after so many seconds, for progress without script.
    #[must_use]
    pub const fn refresh(mut self, seconds: u16) -> Self {
        self.refresh = Some(seconds);
        self
    }

    /// The same where there is no script that does it better.
    #[must_use]
    pub const fn refresh_without_script(mut self, seconds: u16) -> Self {
        self.refresh = Some(seconds);
        self.refresh_is_spare = true;
        self
    }

    /// A script of ours beside the common one, as in `review.js`.
    #[must_use]
    pub fn script(mut self, name: &'static str) -> Self {
        self.scripts.push(name);
        self
    }

    /// The whole page.
    #[must_use]
    pub fn render(&self, body: &Markup) -> Markup {
        let ctx = self.ctx;
        html! {
            (DOCTYPE)
            html lang=(ctx.lang.as_str()) data-theme=[(ctx.theme != Theme::System).then(|| ctx.theme.as_str())] {
                (self.head())
                body {
                    a.skip href="#main" { (ctx.t("skip-to-content")) }
                    (patterns())
                    (top(ctx))
                    div class=(if ctx.chrome.closed { "shell bare" } else { "shell" }) {
                        @if !ctx.chrome.closed { (side(ctx, self.nav)) }
                        (self.main(body))
                        (foot(ctx))
                    }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if let Some(seconds) = self.refresh {
                    @if self.refresh_is_spare {
                        noscript { meta http-equiv="refresh" content=(seconds); }
                    } @else {
                        meta http-equiv="refresh" content=(seconds);
                    }
                }
                title { (self.ctx.t_with("page-title", &[("title", (&self.title).into())])) }
                link rel="icon" type="image/svg+xml" href=(address("favicon.svg"));
                link rel="stylesheet" href=(address(STYLESHEET));
                script type="module" src=(address("app.js")) {}
                @for script in &self.scripts { script type="module" src=(address(script)) {} }
            }
        }
    }

    fn main(&self, body: &Markup) -> Markup {
        html! {
            main id="main" tabindex="-1" class=[self.landscape.then_some("landscape")] {
                (print_head(self.ctx))
                @if self.ctx.chrome.demo { p.demo-line { (self.ctx.t("demo-notice")) } }
                @if let Some(role) = self.ctx.chrome.demo_as { (demo_switch(self.ctx, role)) }
                (crumbs(self.ctx, &self.crumbs))
                div.head {
                    div {
                        h1 lang=[self.title_lang.as_deref()] { (self.title) }
                        @if let Some(by) = &self.by { p.by { (by) } }
                    }
                    @if let Some(actions) = &self.actions { div.row { (actions) } }
                }
                @if let Some(flash) = &self.ctx.flash { (flash.render(self.ctx.lang, self.after_message.clone())) }
                (body)
            }
        }
    }
}

/// The same as somebody else.
fn demo_switch(ctx: &Ctx, current: &str) -> Markup {
    html! {
        form class="row xs demo-switch" method="post" action="/demo/role" {
            span { (ctx.t("demo-switch")) }
            @for role in DEMO_ROLES {
                button class="btn small" name="to" value=(role) aria-pressed=(role == current) {
                    (ctx.t(&format!("demo-role-{role}"))) @if role == current { (icon(Icon::Ok)) }
                }
            }
        }
    }
}

fn crumbs(ctx: &Ctx, steps: &[(Option<String>, String)]) -> Markup {
    html! {
        @if !steps.is_empty() {
            nav aria-label=(ctx.t("breadcrumb")) {
                ol.crumbs {
                    @for (href, label) in steps {
                        @match href {
                            Some(href) => li { a href=(href) { (label) } },
                            None => li aria-current="page" { (label) },
                        }
                    }
                }
            }
        }
    }
}

fn print_head(ctx: &Ctx) -> Markup {
    let time = ctx.chrome.now.map(|now| crate::lang::format::date_time(ctx.lang, &ctx.at(now))).unwrap_or_default();
    html! {
        div.print-head { span { (ctx.team()) } span { (ctx.t_with("printed-from", &[("time", time.into())])) } }
    }
}

fn top(ctx: &Ctx) -> Markup {
    html! {
        header.top {
            @if !ctx.chrome.closed {
                button.menu-btn type="button" popovertarget="nav" aria-label=(ctx.t("menu")) { (icon(Icon::Menu)) }
            }
            a.brand href="/" { (mark()) (ctx.t("brand")) }
            @if ctx.chrome.closed || ctx.chrome.guest { span.find {} } @else { (find(ctx, "find")) }
            @if !ctx.team().is_empty() { span.wide title=(ctx.team()) { (ctx.team()) } }
            (languages(ctx))
            @if !ctx.chrome.closed { (officer(ctx)) }
        }
    }
}

/// The moon over two shores: one sky.
fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 28 28" aria-hidden="true" {
            circle cx="14" cy="10" r="6" {}
            path d="M1 20.5c3-2.5 6-2.5 9 0M18 20.5c3-2.5 6-2.5 9 0M4 25h20" {}
        }
    }
}

/// The search; on a phone it stands in the side list.
fn find(ctx: &Ctx, id: &str) -> Markup {
    let label = ctx.t("search-everything");
    html! {
        form.find role="search" action="/search" {
            label.sr for=(id) { (label) }
            (icon(Icon::Search))
            input id=(id) name="q" type="search" placeholder=(label);
        }
    }
}

fn languages(ctx: &Ctx) -> Markup {
    html! {
        details.menu name="top" {
            summary {
                (icon(Icon::Language)) span.sr { (ctx.t("language")) " " }
                span.label { (ctx.lang.endonym()) } (icon(Icon::Down))
            }
            form method="post" action="/language" {
                input type="hidden" name="back" value=(ctx.here);
                @for lang in Lang::ALL {
                    (pick(("to", lang.as_str()), Some(lang.as_str()), lang.endonym(), *lang == ctx.lang))
                }
            }
        }
    }
}

fn officer(ctx: &Ctx) -> Markup {
    let name = ctx.chrome.officer.clone().unwrap_or_else(|| ctx.t("no-officer"));
    html! {
        details.menu name="top" {
            summary {
                (icon(Icon::User)) span.sr { (ctx.t("officer")) " " } span.label { (name) } (icon(Icon::Down))
            }
            form method="post" action="/theme" {
                input type="hidden" name="back" value=(ctx.here);
                p.group { (ctx.t("theme")) }
                @for theme in Theme::ALL {
                    (pick(("to", theme.as_str()), None, &ctx.t(&format!("theme-{}", theme.as_str())), *theme == ctx.theme))
                }
                a.item href="/settings" { (ctx.t("settings-title")) }
                @if ctx.chrome.signed_in {
                    a.item href="/profile" { (ctx.t("profile-title")) }
                    @if !ctx.chrome.guest { a.item href="/team" { (ctx.t("team-title")) } }
                    @if !ctx.chrome.demo { button.item formaction="/sign-out" { (ctx.t("do-sign-out")) } }
                }
            }
        }
    }
}

fn pick((name, value): (&str, &str), lang: Option<&str>, label: &str, chosen: bool) -> Markup {
    html! {
        button.item name=(name) value=(value) lang=[lang] aria-current=[chosen.then_some("true")] {
            (label) @if chosen { (icon(Icon::Ok)) }
        }
    }
}

fn side(ctx: &Ctx, here: Option<Nav>) -> Markup {
    html! {
        nav.side id="nav" popover aria-label=(ctx.t("menu")) {
            @if !ctx.chrome.guest { (find(ctx, "find-side")) }
            ul {
                @for (group, places) in if ctx.chrome.guest { GUESTS } else { GROUPS } {
                    li.group { (ctx.t(group)) }
                    @for place in *places {
                        li {
                            a href=(place.href()) aria-current=[(here == Some(*place)).then_some("page")] {
                                (icon(place.sign())) (ctx.t(place.key())) (count(ctx, *place))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn count(ctx: &Ctx, place: Nav) -> Markup {
    let (waiting, contradicted) = (ctx.chrome.waiting, ctx.chrome.contradicted);
    html! {
        @match place {
            Nav::Announcements if waiting > 0 => span.count title=(ctx.t_with("nav-count-waiting", &[("count", waiting.into())])) {
                (group(&waiting.to_string()))
            },
            Nav::Checks if contradicted > 0 => span class="count bad"
                title=(ctx.t_with("nav-count-contradicted", &[("count", contradicted.into())])) {
                (icon(Icon::Unequal)) (group(&contradicted.to_string()))
            },
            Nav::Publishing if ctx.chrome.to_confirm > 0 => span.count
                title=(ctx.t_with("nav-count-to-confirm", &[("count", ctx.chrome.to_confirm.into())])) {
                (group(&ctx.chrome.to_confirm.to_string()))
            },
            _ => {},
        }
    }
}

fn foot(ctx: &Ctx) -> Markup {
    let note = if ctx.chrome.demo { "demo-notice" } else { "foot-note" };
    html! { footer.foot { p { (ctx.t(note)) } } }
}

/// Patterns that styles refer to by name.
fn patterns() -> Markup {
    html! {
        svg.sprite aria-hidden="true" {
            pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                rect.hatch-line width="1.2" height="4" {}
            }
        }
    }
}

/// The moment the page was made, for the line below a heading.
#[must_use]
pub fn as_of(ctx: &Ctx) -> Markup {
    html! { @if let Some(now) = ctx.chrome.now { (time::moment(ctx, now)) } }
}
