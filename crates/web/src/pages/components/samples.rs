//! Sample content of the page of components. Every name in it is invented.

use crate::{
    lang::{Lang, tr},
    ui::{
        Ctx, Icon, badge,
        chart::{Bar, Point},
        check::{CheckRow, Term},
        control::{self, Button},
        figure,
        form::{Choice, Field, FieldError, error_summary, tick},
        list::{Step, Tab},
        section::Headline,
        table::{Cell, Column, Mark, Order, Row},
        time,
    },
};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use samesky_model::{
    Decimal,
    reading::{MoneyClass, Qualifier, Rule, Verdict},
    record::{ClaimState, Stage, TeamNames},
};

const M: i64 = 1_000_000;

/// The frame of a team that does not exist, where the page is shown without one.
pub(super) fn framed(ctx: &Ctx) -> Ctx {
    let mut ctx = ctx.clone();
    if ctx.team().is_empty() {
        let name = |lang| tr(lang, "sample-team", &[]);
        ctx.chrome.team =
            TeamNames { zh_hans: name(Lang::ZhHans), ja: name(Lang::Ja), en: name(Lang::En), th: name(Lang::Th) };
        ctx.chrome.officer = Some(ctx.t("sample-officer"));
        (ctx.chrome.waiting, ctx.chrome.contradicted) = (12, 2);
        ctx.chrome.now = "2023-08-31T09:30:00Z".parse().ok();
        ctx.chrome.zone = Some(TimeZone::fixed(jiff::tz::offset(8)));
    }
    ctx
}

fn cny(millions: i64) -> Decimal {
    Decimal::from(millions * M)
}

fn money(ctx: &Ctx, value: Decimal, code: &str) -> Markup {
    figure::figure_value(ctx.lang, value, Some(code))
}

pub(super) fn headline_figures(ctx: &Ctx) -> Vec<Headline> {
    let count = |number: i64, unit: &str| vec![figure::figure_value(ctx.lang, number.into(), Some(unit))];
    let of = |class, number, unit: &str, projects| {
        Headline::money(ctx.lang, class, Some(money(ctx, cny(number), unit)), Some("#c-tables".to_owned()))
            .below(count(projects, "projects"))
    };
    vec![
        of(MoneyClass::Planned, 20_450, "CNY", 15),
        of(MoneyClass::Signed, 11_900, "CNY", 14),
        of(MoneyClass::Contracted, 318, "USD", 9),
        of(MoneyClass::PaidIn, 1_961, "USD", 6),
        of(MoneyClass::FixedAssets, 12_060, "CNY", 9),
        Headline::measure(&ctx.t("measure-sales"), None, None),
    ]
}

fn term(label: Option<String>, value: Decimal, unit: &str, qualifier: Qualifier) -> Term {
    Term { label, value, unit: Some(unit.to_owned()), qualifier, href: Some("#c-review".to_owned()) }
}

fn exact(label: Option<String>, value: Decimal, unit: &str) -> Term {
    term(label, value, unit, Qualifier::Exact)
}

pub(super) fn checks(ctx: &Ctx) -> Vec<CheckRow<'static>> {
    let place = |number: u8| Some(ctx.t(&format!("sample-place-{number}")));
    let row = |rule, verdict, total, parts, difference| CheckRow {
        rule,
        verdict,
        title: "",
        total,
        parts,
        difference,
        remark: None,
        from: None,
        action: Some(control::link(Button::Small, "#c-review", None, &ctx.t("show-source"))),
    };
    vec![
        row(
            Rule::Sum,
            Verdict::Contradicted,
            exact(None, cny(3_860), "CNY"),
            vec![exact(None, cny(1_420), "CNY"), exact(None, cny(1_190), "CNY"), exact(None, cny(1_210), "CNY")],
            Some(cny(40)),
        ),
        row(
            Rule::Listed,
            Verdict::Unknown,
            exact(None, 15.into(), "projects"),
            vec![exact(None, 4.into(), "projects")],
            None,
        ),
        row(
            Rule::Repeated,
            Verdict::Consistent,
            exact(None, cny(20_450), "CNY"),
            vec![term(None, cny(20_000), "CNY", Qualifier::Over)],
            None,
        ),
        row(
            Rule::Sum,
            Verdict::Reconciled,
            exact(None, cny(17_000), "CNY"),
            vec![
                exact(place(1), cny(5_100), "CNY"),
                exact(place(2), cny(6_200), "CNY"),
                exact(place(3), cny(5_700), "CNY"),
            ],
            None,
        ),
        row(
            Rule::PartOf,
            Verdict::Reconciled,
            exact(None, 15.into(), "projects"),
            vec![exact(place(1), 11.into(), "projects")],
            None,
        ),
    ]
}

const YEARS: [(&str, i64); 5] = [("2019", 9), ("2020", 15), ("2021", 12), ("2022", 18), ("2023", 21)];

pub(super) fn points() -> Vec<Point> {
    YEARS
        .iter()
        .map(|(year, count)| Point { label: (*year).to_owned(), value: (*count).into(), shown: count.to_string() })
        .collect()
}

pub(super) fn bars(ctx: &Ctx) -> Vec<Bar> {
    let shown =
        |count: i64| figure::source_link("#c-tables", &figure::figure_value(ctx.lang, count.into(), Some("projects")));
    YEARS
        .iter()
        .map(|(year, count)| Bar { label: html! { (year) }, value: (*count).into(), shown: shown(*count) })
        .collect()
}

pub(super) fn tabs(ctx: &Ctx) -> Vec<Tab> {
    let tab = |key: &str, count, current| Tab {
        href: "#c-tables".to_owned(),
        label: ctx.t(key),
        count: Some(count),
        current,
    };
    vec![
        tab("show-all", 64, true),
        tab("stage-signed", 21, false),
        tab("stage-under_construction", 9, false),
        tab("stage-stalled", 6, false),
    ]
}

pub(super) fn project_columns(ctx: &Ctx) -> Vec<Column> {
    vec![
        Column::new(ctx.t("column-project")),
        Column::new(ctx.t("column-stage")),
        Column::new(ctx.t("column-class")),
        Column::new(ctx.t("column-qualifier")),
        Column::number(ctx.t("column-amount")).sorted("#c-tables".to_owned(), Some(Order::Descending)),
        Column::new(ctx.t("column-date")),
        Column::new(ctx.t("column-source")),
    ]
}

pub(super) fn project_rows(ctx: &Ctx) -> Vec<Row> {
    let row = |names: &[(&str, Option<&str>)], stage, class, qualifier, amount: Option<i64>, date: &str| {
        let amount = amount.map_or_else(
            || figure::not_stated(ctx.lang),
            |amount| figure::source_link("#c-review", &figure::figure_full(ctx.lang, cny(amount), Some("CNY"))),
        );
        Row::new(vec![
            Cell::title(html! { a.title href="#c-tables" { (figure::names(ctx.lang, names)) } }),
            Cell::new(badge::stage(ctx.lang, stage)),
            Cell::new(badge::money(ctx.lang, class)),
            Cell::new(badge::qualifier(ctx.lang, qualifier)),
            Cell::new(amount),
            Cell::new(date.parse().map_or_else(|_| figure::dash(), |date| time::day_on_figure(ctx.lang, date))),
            Cell::new(figure::from(Icon::File, &html! { a href="#c-review" { (ctx.t("source-announcement")) } })),
        ])
    };
    let written = |key: &str| [Lang::ZhHans, Lang::Ja].map(|lang| (tr(lang, key, &[]), lang.as_str()));
    let (first, second, third) =
        (written("sample-project-1"), written("sample-project-2"), written("sample-project-3"));
    let names = |written: &'static str, own: &[(String, &'static str); 2]| {
        let mut names: Vec<(String, Option<&'static str>)> =
            own.iter().map(|(name, tag)| (name.clone(), Some(*tag))).collect();
        names.push((tr(ctx.lang, written, &[]), Some(ctx.lang.as_str())));
        names
    };
    let lists =
        [names("sample-project-1", &first), names("sample-project-2", &second), names("sample-project-3", &third)];
    let borrowed: Vec<Vec<(&str, Option<&str>)>> =
        lists.iter().map(|list| list.iter().map(|(name, tag)| (name.as_str(), *tag)).collect()).collect();
    vec![
        row(&borrowed[0], Stage::UnderConstruction, MoneyClass::Planned, Qualifier::Exact, Some(20_450), "2020-11-19"),
        row(&borrowed[1], Stage::Signed, MoneyClass::Signed, Qualifier::Over, Some(240), "--07-02").mark(Mark::Bad),
        row(&borrowed[2], Stage::Stalled, MoneyClass::PaidIn, Qualifier::About, None, "2022-09"),
    ]
}

pub(super) fn numbers(ctx: &Ctx) -> Vec<Row> {
    let lang = ctx.lang;
    let linked = |number: Markup| figure::source_link("#c-review", &number);
    let text = || {
        figure::from(
            Icon::File,
            &html! { a href="#c-review" {
                (ctx.t_with("source-paragraph", &[("source", ctx.t("source-announcement").into()), ("paragraph", 3.into())]))
            } },
        )
    };
    let row = |key: &str, number: Markup, source: Markup| {
        Row::new(vec![Cell::title(html! { (ctx.t(key)) }), Cell::new(number), Cell::wide(source)])
    };
    let dates = html! { (time::day_on_figure(lang, day("2020-11-19"))) br; (time::day(lang, day("--11-19"))) };
    let person = html! { (ctx.t_with("source-entered", &[("who", ctx.t("sample-officer").into()), ("when", crate::lang::format::date(lang, day("2023-08-04")).into())])) };
    vec![
        row("sample-from-text", linked(money(ctx, cny(20_450), "CNY")), text()),
        row(
            "sample-from-file",
            linked(money(ctx, cny(1_961), "USD")),
            figure::from(Icon::Table, &html! { (ctx.t("sample-from-file-source")) }),
        ),
        row("sample-from-person", linked(money(ctx, cny(1_200_000), "JPY")), figure::from(Icon::User, &person)),
        row(
            "sample-with-qualifier",
            linked(figure::figure_qualified(lang, cny(20_000), Some("CNY"), Qualifier::Over)),
            text(),
        ),
        row(
            "sample-range",
            linked(figure::parts(&crate::lang::format::range(lang, cny(300), cny(500), Some("CNY")))),
            text(),
        ),
        row("sample-tier", linked(figure::figure_qualified(lang, cny(5_000), Some("CNY"), Qualifier::Tier)), text()),
        row("measure-area", linked(figure::figure_value(lang, 489.into(), Some("km2"))), text()),
        row("measure-jobs", linked(figure::figure_value(lang, 28_000.into(), Some("people"))), text()),
        row("sample-ledger", linked(figure::figure_full(lang, cny(20_450), Some("CNY"))), text()),
        row("sample-dates", dates, text()),
        row("sample-missing", figure::not_stated(lang), figure::dash()),
    ]
}

fn day(text: &str) -> samesky_model::date::PartialDate {
    text.parse().unwrap_or_else(|_| samesky_model::date::PartialDate::from(jiff::civil::date(2000, 1, 1)))
}

pub(super) fn paper(ctx: &Ctx) -> Markup {
    html! {
        article.paper {
            h3 { (ctx.t("sample-paper-title")) }
            p {
                (ctx.t("sample-paper-1")) " "
                mark.accepted id="s1" { (ctx.t("sample-paper-mark-1")) a href="#c1" { "1" } }
                " " (ctx.t("sample-paper-2")) " "
                mark id="s2" { (ctx.t("sample-paper-mark-2")) a href="#c2" { "2" } }
                (ctx.t("sample-paper-3")) " "
                mark.rejected id="s3" { (ctx.t("sample-paper-mark-3")) a href="#c3" { "3" } }
                (ctx.t("sample-paper-4"))
            }
        }
    }
}

pub(super) fn claims(ctx: &Ctx) -> Markup {
    let accept = html! {
        form.do method="post" action="#c-review" {
            (control::submit_as(Button::Small, ("do", "accept"), Some(Icon::Ok), &ctx.t("review-accept")))
            (control::submit_sign(("do", "reject"), Icon::Close, &ctx.t("review-reject")))
        }
    };
    html! {
        ol.claims {
            (claim(ctx, 1, "measure-projects_signed", &figure::figure_value(ctx.lang, 15.into(), Some("projects")), &done(ctx, ClaimState::Accepted)))
            (claim(ctx, 2, "measure-total_investment", &html! { (money(ctx, cny(20_450), "CNY")) " " (badge::money(ctx.lang, MoneyClass::Planned)) }, &accept))
            (claim(ctx, 3, "claim-kind-organisation", &html! { (ctx.t("sample-paper-mark-3")) }, &done(ctx, ClaimState::Rejected)))
        }
    }
}

fn done(ctx: &Ctx, state: ClaimState) -> Markup {
    html! { div.do { (badge::claim_state(ctx.lang, state)) } }
}

fn claim(ctx: &Ctx, number: u8, what: &str, value: &Markup, buttons: &Markup) -> Markup {
    html! {
        li id={ "c" (number) } class=[(number == 2).then_some("now")] {
            a.no href={ "#s" (number) } { (number) }
            div { span.what { (ctx.t(what)) } div.val { (value) } }
            (buttons)
        }
    }
}

pub(super) fn steps(ctx: &Ctx) -> Vec<(Step, String, Markup)> {
    let count = |number: i64| figure::figure_value(ctx.lang, number.into(), Some("announcements"));
    vec![
        (Step::Done, ctx.t("import-source-upload"), count(207)),
        (Step::Now, ctx.t("import-state-running"), count(128)),
        (Step::Ahead, ctx.t("import-state-finished"), figure::dash()),
    ]
}

pub(super) fn keys(ctx: &Ctx) -> Markup {
    html! {
        p.keys {
            span { kbd { "J" } " " kbd { "K" } " " (ctx.t("review-key-move")) }
            span { kbd { "A" } " " (ctx.t("review-key-accept")) }
            span { kbd { "X" } " " (ctx.t("review-key-reject")) }
            span { (ctx.t("review-key-none")) }
        }
    }
}

pub(super) fn forms(ctx: &Ctx) -> Markup {
    html! { div class="cols w66" { (form_with_errors(ctx)) (form_without(ctx)) } }
}

fn form_with_errors(ctx: &Ctx) -> Markup {
    let (amount, date) = (ctx.t("column-amount"), ctx.t("column-date"));
    let (number_error, date_error) = (ctx.t("error-number"), ctx.t("sample-date-error"));
    let error =
        |id: &str, label: &str, error: &str| FieldError { id: id.into(), label: label.into(), error: error.into() };
    let wrong = [error("x-amount", &amount, &number_error), error("x-date", &date, &date_error)];
    html! {
        form class="form sample" action="#c-forms" {
            (error_summary(ctx.lang, &wrong))
            (Field::new("x-amount", &amount).hint(&ctx.t("sample-amount-hint")).value(&ctx.t("sample-amount-wrong")).unit("CNY").error(Some(&number_error)).number())
            (Field::new("x-date", &date).value("2023-06-31").error(Some(&date_error)).text())
        }
    }
}

fn form_without(ctx: &Ctx) -> Markup {
    let classes: Vec<Choice> =
        MoneyClass::ALL.iter().map(|class| Choice::new(class.as_str(), ctx.name(*class))).collect();
    let who = [Choice::new("team", ctx.t("sample-who-team")), Choice::new("below", ctx.t("sample-who-below"))];
    html! {
        form.form action="#c-forms" {
            (Field::new("x-class", &ctx.t("column-class")).value("signed").select(&classes))
            (Field::new("x-reason", &ctx.t("sample-reason")).value(&ctx.t("sample-reason-text")).textarea(3))
            (Field::new("x-who", &ctx.t("sample-who")).value("team").radios(&who))
            (tick("x-second", "yes", &ctx.t("sample-second"), true))
            (Field::new("x-number", &ctx.t("sample-number")).value("F-2022-0117").hint(&ctx.t("sample-number-hint")).disabled().text())
            div.row {
                (control::submit(Button::Plain, Some(Icon::Ok), &ctx.t("do-save")))
            }
        }
    }
}
