//! Announcements of invented content with the claims that an officer adds to them. Nothing here rests on the reader.

use crate::support::World;
use samesky_app::import::{Content, ImportOptions, Incoming};
use samesky_app::review::NewClaim;
use samesky_model::Decimal;
use samesky_model::id::{AnnouncementId, ClaimId};
use samesky_model::reading::{
    DateBasis, EventClaim, EventType, FigureClaim, Measure, MoneyClass, Qualifier, Status, Tier,
};
use samesky_model::record::{Claim, ImportSource};

/// A text in which the reader finds nothing, so that only what a test adds is there.
const TEXT: &str = "lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt";

/// An announcement as it is brought in.
pub(crate) struct Notice {
    pub(crate) words: &'static str,
    pub(crate) publisher: &'static str,
    pub(crate) published: &'static str,
    pub(crate) language: &'static str,
}

pub(crate) async fn announce(world: &World, notice: &Notice) -> AnnouncementId {
    let incoming = Incoming {
        name: "notice.txt".to_owned(),
        content: Content::Bytes(format!("{TEXT}\n{}", notice.words).into_bytes()),
        content_type: None,
        source_address: Some("https://example.org/notice".to_owned()),
        publisher: Some(notice.publisher.to_owned()),
        published: notice.published.parse().ok(),
        language: Some(notice.language.to_owned()),
    };
    let options = ImportOptions { source: ImportSource::Command, skip_refused: false };
    let report = world.app.import(&world.session, vec![incoming], options).await.expect("an import");
    report.files[0].announcement.expect("an announcement")
}

async fn add(world: &World, announcement: AnnouncementId, claim: Claim) -> (ClaimId, String) {
    let new = NewClaim { claim, why: None };
    let added = world.app.add_claim(&world.session, announcement, new).await.expect("a claim");
    (added.id, added.current.local_id().to_owned())
}

/// A signing in Chengdu on that day.
pub(crate) async fn event(world: &World, announcement: AnnouncementId, day: &str) -> String {
    let claim = EventClaim {
        id: String::new(),
        kind: EventType::Signing,
        name: Some("虚构合作签约会".to_owned()),
        date: day.parse().ok(),
        date_basis: DateBasis::Text,
        places: vec!["成都".to_owned()],
        mode: None,
        organisers: Vec::new(),
        part_of: None,
        zone: Some("虚构示范区".to_owned()),
        industries: vec!["C29".to_owned()],
        start: 0,
        end: 5,
        remarks: Vec::new(),
    };
    add(world, announcement, Claim::Event(claim)).await.1
}

/// A figure whose quote stands in the words of the notice.
pub(crate) fn figure(notice: &Notice, quote: &str, value: &str, event: Option<&str>) -> FigureClaim {
    let text = format!("{TEXT}\n{}", notice.words);
    let start = text[..text.find(quote).expect("the quote")].chars().count();
    FigureClaim {
        id: String::new(),
        measure: Measure::TotalInvestment,
        value: value.parse().expect("a number"),
        low: None,
        high: None,
        unit: Some("CNY".to_owned()),
        qualifier: Qualifier::Exact,
        money_class: MoneyClass::Planned,
        status: Status::Actual,
        period: None,
        flow: None,
        subject: None,
        event: event.map(ToOwned::to_owned),
        project: None,
        organisation: None,
        part_of: None,
        tier: None,
        start,
        end: start + quote.chars().count(),
        quote: quote.to_owned(),
        spans: Vec::new(),
        remarks: Vec::new(),
    }
}

/// The same as a count of projects signed.
pub(crate) fn projects(claim: FigureClaim) -> FigureClaim {
    FigureClaim {
        measure: Measure::ProjectsSigned,
        unit: Some("projects".to_owned()),
        money_class: MoneyClass::None,
        ..claim
    }
}

pub(crate) async fn state(world: &World, announcement: AnnouncementId, claim: FigureClaim) -> (ClaimId, String) {
    add(world, announcement, Claim::Figure(claim)).await
}

pub(crate) const FIRST: Notice = Notice {
    words: "虚构市举行签约会，15个项目签约，总投资204.5亿元，其中2个50亿元级项目。",
    publisher: "虚构商务局",
    published: "2020-11-20",
    language: "zh-Hans",
};

const SECOND: Notice = Notice {
    words: "虚构市で調印式が行われ、15件、総投資額206億元。",
    publisher: "架空新聞",
    published: "2020-11-21",
    language: "ja",
};

const LATER: Notice = Notice {
    words: "虚构市 (2023) paid in <script>alert(1)</script> =cmd|' /C calc'!A0 USD 1.27 bn, planned CNY 30 bn.",
    publisher: "=HYPERLINK(\"https://evil.example\") <b>Gazette</b> (fictitious)",
    published: "2023-08-31",
    language: "en",
};

/// Two announcements of one event that agree on the projects and differ on the money, and a third of another year.
pub(crate) async fn ledger(world: &World) {
    let first = announce(world, &FIRST).await;
    let held = event(world, first, "2020-11-19").await;
    let of = Some(held.as_str());
    let (_, whole) = state(world, first, projects(figure(&FIRST, "15个项目", "15", of))).await;
    state(world, first, figure(&FIRST, "204.5亿元", "20450000000", of)).await;
    let tier = Tier { value: Decimal::from(5_000_000_000_i64), unit: "CNY".to_owned() };
    let members =
        FigureClaim {
            tier: Some(tier), part_of: Some(whole), ..projects(figure(&FIRST, "2个50亿元级项目", "2", of))
        };
    state(world, first, members).await;
    let second = announce(world, &SECOND).await;
    let held = event(world, second, "2020-11-19").await;
    let of = Some(held.as_str());
    state(world, second, projects(figure(&SECOND, "15件", "15", of))).await;
    state(world, second, figure(&SECOND, "206億元", "20600000000", of)).await;
    later(world).await;
}

/// A year later: paid in and planned money, hostile words around it.
pub(crate) async fn later(world: &World) {
    let third = announce(world, &LATER).await;
    let hostile = "<script>alert(1)</script>";
    let paid = FigureClaim {
        money_class: MoneyClass::PaidIn,
        measure: Measure::Investment,
        unit: Some("USD".to_owned()),
        subject: Some(hostile.to_owned()),
        organisation: Some("=1+1 Works (fictitious)".to_owned()),
        period: Some("2023".to_owned()),
        ..figure(&LATER, "=cmd|' /C calc'!A0 USD 1.27 bn", "1270000000.5", None)
    };
    state(world, third, paid).await;
    state(
        world,
        third,
        FigureClaim { period: Some("2023".to_owned()), ..figure(&LATER, "CNY 30 bn", "30000000000", None) },
    )
    .await;
}
