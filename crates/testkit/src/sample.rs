//! Records of invented content. Every builder gives a whole record that a store takes; a test changes what it is about.

mod sharing;

pub use sharing::{content, edition, publication, share};

use crate::Ids;
use crate::source::instant;
use samesky_model::{
    Decimal,
    id::{AccountId, AnnouncementId, ClaimId, ImportId, OrganisationId, TeamId},
    language::Language,
    reading::{
        DateBasis, EventType, FigureClaim, Measure, MoneyClass, OrganisationKind, Published, Qualifier, Rule, Status,
        Verdict,
    },
    record::{
        Account, AccountState, Announcement, AnnouncementState, AnnouncementText, Attachment, AttachmentKind,
        CheckRecord, CheckTerm, Claim, ClaimDecision, ClaimRecord, ClaimState, Counting, EntryKind, EventRecord,
        EvidenceNote, Fact, FactSource, Figure, FigureEntry, FigureState, FileOutcome, Import, ImportFile,
        ImportSource, ImportState, InLanguage, KeptFact, KeptPersonFact, ListJob, ListJobRow, ListLayout, ListMessage,
        ListSaid, ListState, MergeKind, Moved, NameKind, NumberVerdict, OrganisationImport, OrganisationImportRow,
        OrganisationMerge, OrganisationName, OrganisationNumber, OrganisationPair, OrganisationRecord, Origin,
        PairAnswer, PairVerdict, Passkey, Person, PersonFact, Post, ProjectRecord, RecordKind, RecordState,
        RemovedFact, Role, RowCandidate, RowOutcome, RowTotals, SignIn, SourceFormat, Stamp, Step, StepKind, Team,
        TeamKind, TeamNames, Ticket, TicketKind, WrittenName,
    },
    remark::{Remark, RemarkCode},
    span::Block,
};
use sha2::{Digest, Sha256};

/// An account at the given second of the test's time.
#[must_use]
pub fn stamp(second: i64) -> Stamp {
    Stamp { by: "officer".to_owned(), at: instant(second) }
}

/// A team beside the default one.
#[must_use]
pub fn team(ids: &Ids) -> Team {
    let names =
        TeamNames { zh_hans: "虚构团队".to_owned(), ja: "架空チーム".to_owned(), ..TeamNames::default() };
    let place = Some("虚构市".to_owned());
    Team { id: ids.next(), parent: None, names, kind: TeamKind::Bureau, place, created_at: instant(0) }
}

/// An account whose address is its name in lower case `@example.org`.
#[must_use]
pub fn account(ids: &Ids, name: &str) -> Account {
    Account {
        id: ids.next(),
        name: name.to_owned(),
        email: format!("{}@example.org", name.to_lowercase()),
        language: Some(Language::Ja),
        time_zone: Some("Asia/Tokyo".to_owned()),
        state: AccountState::Active,
        organisation: None,
        version: 1,
        created_at: instant(0),
    }
}

/// A browser signed in for a hundred seconds.
#[must_use]
pub fn sign_in(ids: &Ids, account: AccountId, team: TeamId) -> SignIn {
    let origin = Origin { address: Some("192.0.2.7".to_owned()), agent: Some("Browser/1".to_owned()) };
    let (created_at, ends_at) = (instant(0), instant(100));
    SignIn { id: ids.next(), account, team: Some(team), created_at, seen_at: created_at, ends_at, origin }
}

/// A passkey that was never used.
#[must_use]
pub fn passkey(ids: &Ids, account: AccountId) -> Passkey {
    Passkey {
        id: ids.next(),
        account,
        credential: "Y3JlZGVudGlhbA".to_owned(),
        public_key: "-7:cHVibGlj".to_owned(),
        name: "架空キー".to_owned(),
        uses: 0,
        created_at: instant(0),
        used_at: None,
    }
}

/// A step of signing in that is open for a hundred seconds.
#[must_use]
pub fn step(ids: &Ids, account: AccountId) -> Step {
    let (kind, data) = (StepKind::Code, "{}".to_owned());
    Step { id: ids.next(), kind, account: Some(account), data, tries: 0, ends_at: instant(100) }
}

/// A one-time link that is open for a hundred seconds.
#[must_use]
pub fn ticket(ids: &Ids, kind: TicketKind, team: Option<TeamId>) -> Ticket {
    let invited = kind == TicketKind::Invitation;
    Ticket {
        id: ids.next(),
        kind,
        team,
        role: invited.then_some(Role::Officer),
        email: invited.then(|| "hoshi@example.org".to_owned()),
        account: None,
        organisation: None,
        made: stamp(0),
        ends_at: instant(100),
        spent_at: None,
    }
}

/// A running import of one file.
#[must_use]
pub fn import(ids: &Ids, team: TeamId) -> Import {
    Import {
        id: ids.next(),
        team,
        source: ImportSource::Upload,
        started: stamp(0),
        finished_at: None,
        state: ImportState::Running,
        total: 1,
        done: 0,
        cancel_requested: false,
    }
}

/// A file that waits.
#[must_use]
pub fn import_file(ordinal: i64) -> ImportFile {
    let name = format!("notice-{ordinal}.txt");
    ImportFile { ordinal, name, outcome: FileOutcome::Waiting, announcement: None, claims: 0, remarks: Vec::new() }
}

/// The text of an announcement about an invented signing.
#[must_use]
pub fn text(number: i64) -> AnnouncementText {
    let text = format!("虚构合作对接会第{number}次签约仪式\n架空株式会社与虚构新材料签约15个项目，总投资204.5亿元。");
    let end = text.chars().count();
    AnnouncementText { text, body: vec![Block { start: 0, end, language: Some("zh-Hans".to_owned()) }] }
}

/// The announcement with [`text`] of the same number, brought at that second.
#[must_use]
pub fn announcement(ids: &Ids, team: TeamId, import: ImportId, number: i64) -> Announcement {
    let bytes = text(number).text.into_bytes();
    Announcement {
        id: ids.next(),
        team,
        version: 1,
        sha256: Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        format: SourceFormat::Text,
        encoding: Some("UTF-8".to_owned()),
        file_name: Some(format!("notice-{number}.txt")),
        source_address: Some(format!("https://example.test/notice/{number}")),
        publisher: Some("虚构商务局".to_owned()),
        published: "2020-11-20".parse().ok().map(|date| Published { date, basis: DateBasis::Text }),
        language: Some("zh-Hans".to_owned()),
        title: Some(format!("虚构合作对接会第{number}次签约仪式")),
        parties: vec!["虚构市".to_owned(), "架空県".to_owned()],
        remarks: Vec::new(),
        import,
        imported: stamp(number),
        state: AnnouncementState::New,
        claims: 0,
        pending: 0,
    }
}

/// A claim of planned money: 204.5亿元.
#[must_use]
pub fn figure_claim() -> FigureClaim {
    FigureClaim {
        id: "f1".to_owned(),
        measure: Measure::TotalInvestment,
        value: Decimal::from(20_450_000_000_i64),
        low: None,
        high: None,
        unit: Some("CNY".to_owned()),
        qualifier: Qualifier::Exact,
        money_class: MoneyClass::Planned,
        status: Status::Actual,
        period: None,
        flow: None,
        subject: Some("15个项目".to_owned()),
        event: Some("e1".to_owned()),
        project: None,
        organisation: None,
        part_of: None,
        tier: None,
        start: 40,
        end: 47,
        quote: "204.5亿元".to_owned(),
        spans: Vec::new(),
        remarks: Vec::new(),
    }
}

/// A claim of an announcement that waits for a decision.
#[must_use]
pub fn claim(ids: &Ids, team: TeamId, announcement: AnnouncementId, ordinal: i64) -> ClaimRecord {
    let claim = Claim::Figure(FigureClaim { id: format!("f{ordinal}"), ..figure_claim() });
    ClaimRecord {
        id: ids.next(),
        team,
        announcement,
        ordinal,
        version: 0,
        state: ClaimState::Pending,
        original: Some(claim.clone()),
        current: claim,
        remarks: Vec::new(),
        decided: None,
        why: None,
        record: None,
    }
}

/// The decision to accept a claim as it stands.
#[must_use]
pub fn acceptance(claim: &ClaimRecord, second: i64) -> ClaimDecision {
    ClaimDecision {
        claim: claim.id,
        version: claim.version + 1,
        state: ClaimState::Accepted,
        current: claim.current.clone(),
        stamp: stamp(second),
        why: None,
    }
}

/// The entry of an accepted figure claim.
#[must_use]
pub fn entry(ids: &Ids, claim: &ClaimRecord, second: i64) -> FigureEntry {
    let figure = match &claim.current {
        Claim::Figure(figure) => figure.clone(),
        _ => figure_claim(),
    };
    FigureEntry {
        id: ids.next(),
        team: claim.team,
        claim: claim.id,
        announcement: claim.announcement,
        kind: EntryKind::Entry,
        replaces: None,
        figure,
        entered: stamp(second),
        why: None,
    }
}

/// A counted figure made of one entry, of no event.
#[must_use]
pub fn figure(ids: &Ids, entry: &FigureEntry) -> Figure {
    Figure {
        id: ids.next(),
        team: entry.team,
        measure: entry.figure.measure,
        money_class: entry.figure.money_class,
        unit: entry.figure.unit.clone(),
        status: entry.figure.status,
        period: None,
        flow: None,
        event: None,
        project: None,
        organisation: None,
        subject: entry.figure.subject.clone(),
        state: FigureState::Single,
        value: Some(entry.figure.value),
        qualifier: entry.figure.qualifier,
        tier_label: None,
        counting: Counting::Counted,
        year: Some(2020),
        part_of: None,
        entries: vec![entry.id],
        announcements: 1,
    }
}

/// A name as an announcement writes it.
#[must_use]
pub fn name(text: &str, announcement: AnnouncementId) -> WrittenName {
    WrittenName { text: text.to_owned(), language: Some("zh-Hans".to_owned()), announcement: Some(announcement) }
}

/// A signing on 2020-11-19.
#[must_use]
pub fn event(ids: &Ids, team: TeamId, announcement: AnnouncementId) -> EventRecord {
    EventRecord {
        id: ids.next(),
        team,
        version: 1,
        state: RecordState::Active,
        kind: EventType::Signing,
        names: vec![name("虚构合作对接会", announcement)],
        date: "2020-11-19".parse().ok(),
        date_basis: DateBasis::Text,
        places: vec!["虚构市".to_owned()],
        place_keys: vec!["x-city".to_owned()],
        mode: None,
        organisers: Vec::new(),
        part_of: None,
        zone: Some("虚构示范区".to_owned()),
        industries: vec!["C29".to_owned()],
        parties: vec!["虚构市".to_owned()],
        created: stamp(1),
    }
}

/// A company.
#[must_use]
pub fn organisation(ids: &Ids, team: TeamId, announcement: AnnouncementId) -> OrganisationRecord {
    OrganisationRecord {
        id: ids.next(),
        team,
        version: 1,
        state: RecordState::Active,
        names: vec![name("架空株式会社", announcement)],
        kind: OrganisationKind::Company,
        country: None,
        readings: Vec::new(),
        created: stamp(1),
    }
}

/// Values of an organisation: one of an officer, two of a list.
#[must_use]
pub fn organisation_facts(ids: &Ids) -> Vec<KeptFact> {
    let list = FactSource::Import { import: ids.next(), row: 4, layout: "a".to_owned() };
    let name = OrganisationName {
        text: "架空精机有限公司".to_owned(),
        language: Some("zh-Hans".to_owned()),
        kind: NameKind::Legal,
        reading: Some("jiakong jingji".to_owned()),
    };
    let number = OrganisationNumber {
        scheme: "jp-corporate-number".to_owned(),
        value: "1180301018771".to_owned(),
        verdict: NumberVerdict::Holds,
    };
    let kept = |fact, source: &FactSource| KeptFact { fact, source: source.clone(), added: stamp(2) };
    vec![
        kept(Fact::Name(name), &list),
        kept(Fact::Identifier(number), &list),
        kept(Fact::Country("JP".to_owned()), &FactSource::Officer),
    ]
}

/// A person of an organisation, who was removed, with a name, a post and an address for mail.
#[must_use]
pub fn person(ids: &Ids, team: TeamId, organisation: OrganisationId) -> (Person, Vec<KeptPersonFact>) {
    let words = |text: &str, language: &str| InLanguage { text: text.to_owned(), language: Some(language.to_owned()) };
    let list = FactSource::Import { import: ids.next(), row: 7, layout: "b".to_owned() };
    let post = Post {
        titles: vec![words("部長", "ja"), words("General Manager", "en")],
        from: "2019-04".parse().ok(),
        until: None,
        current: true,
    };
    let kept = |fact, source: &FactSource| KeptPersonFact { fact, source: source.clone(), added: stamp(4) };
    let facts = vec![
        kept(PersonFact::NativeName(words("星野（架空）", "ja")), &FactSource::Officer),
        kept(PersonFact::Post(post), &list),
        kept(PersonFact::Email("Hoshino@example.org".to_owned()), &list),
    ];
    let removed = Some(stamp(5));
    (Person { id: ids.next(), team, organisation, version: 1, created: stamp(4), removed }, facts)
}

/// An import of a list with its only row, which took a value of an earlier list away.
#[must_use]
pub fn organisation_import(ids: &Ids, team: TeamId) -> (OrganisationImport, OrganisationImportRow) {
    let import = OrganisationImport {
        id: ids.next(),
        team,
        file_name: "名单.xlsx".to_owned(),
        sha256: "00".repeat(32),
        sheet: "一".to_owned(),
        layout: "a".to_owned(),
        mapping: [("企业名称".to_owned(), "name.zh-Hans.legal".to_owned())].into(),
        totals: RowTotals { updated: 1, ..RowTotals::default() },
        started: stamp(3),
        undone: None,
    };
    let message = ListMessage {
        cell: Some("B4".to_owned()),
        code: "no-country".to_owned(),
        args: [("found".to_owned(), "虚构国".to_owned())].into(),
        evidence: Vec::new(),
    };
    let removed =
        RemovedFact { fact: Fact::Place("虚构市".to_owned()), import: ids.next(), row: 7, layout: "a".to_owned() };
    let row = OrganisationImportRow {
        row: 4,
        outcome: RowOutcome::Updated,
        organisation: Some(ids.next()),
        messages: vec![message],
        removed: vec![removed],
        content: Some("5eed".to_owned()),
    };
    (import, row)
}

/// A merge of two organisations, which was taken back.
#[must_use]
pub fn organisation_merge(
    ids: &Ids,
    team: TeamId,
    survivor: OrganisationId,
    other: OrganisationId,
) -> OrganisationMerge {
    OrganisationMerge {
        id: ids.next(),
        team,
        kind: MergeKind::Merge,
        survivor,
        others: vec![other],
        moved: Moved { children: vec![(ids.next(), other)], ..Moved::default() },
        made: stamp(4),
        why: Some("同一家".to_owned()),
        undone: Some(stamp(6)),
    }
}

/// Two organisations that an officer said are two.
#[must_use]
pub fn organisation_pair(ids: &Ids, team: TeamId, one: OrganisationId, other: OrganisationId) -> OrganisationPair {
    let evidence = EvidenceNote { code: "same-core".to_owned(), a: "架空".to_owned(), b: String::new() };
    let (one, other) = if one <= other { (one, other) } else { (other, one) };
    OrganisationPair {
        id: ids.next::<TeamId>().0,
        team,
        one,
        other,
        verdict: PairVerdict::Ask,
        score: 550,
        evidence: vec![evidence],
        answer: PairAnswer::Apart,
        answered: Some(stamp(5)),
        found: stamp(4).at,
    }
}

/// A list on its way in with its only row, which is doubtful.
#[must_use]
pub fn list_job(ids: &Ids, team: TeamId) -> (ListJob, ListJobRow) {
    let job = ListJob {
        id: ids.next(),
        team,
        file_name: "名单.csv".to_owned(),
        sha256: "11".repeat(32),
        size: 3,
        state: ListState::Compared,
        said: ListSaid { header_rows: Some(vec![1]), ..ListSaid::default() },
        layout: ListLayout::default(),
        totals: RowTotals { doubtful: 1, ..RowTotals::default() },
        skip_refused: false,
        total: 1,
        done: 1,
        cancel_requested: false,
        problems: Vec::new(),
        started: stamp(4),
        finished_at: None,
        import: None,
    };
    let evidence = vec![EvidenceNote { code: "same-core".to_owned(), a: "架空".to_owned(), b: String::new() }];
    let candidate = RowCandidate {
        organisation: Some(ids.next()),
        row: None,
        name: "架空精机有限公司".to_owned(),
        verdict: PairVerdict::Ask,
        score: 550,
        evidence,
    };
    let row = ListJobRow {
        row: 2,
        outcome: RowOutcome::Doubtful,
        name: Some("架空".to_owned()),
        organisation: None,
        identifiers: [("jp-corporate-number".to_owned(), "1180301018771".to_owned())].into(),
        country: Some("JP".to_owned()),
        messages: Vec::new(),
        candidates: vec![candidate],
        choice: Some("new".to_owned()),
    };
    (job, row)
}

/// A project of no event.
#[must_use]
pub fn project(ids: &Ids, team: TeamId, announcement: AnnouncementId) -> ProjectRecord {
    ProjectRecord {
        id: ids.next(),
        team,
        version: 1,
        state: RecordState::Active,
        names: vec![name("虚构新材料项目", announcement)],
        organisations: vec!["架空株式会社".to_owned()],
        place: Some("虚构市".to_owned()),
        event: None,
        stage: None,
        industries: Vec::new(),
        created: stamp(1),
    }
}

/// A check over claims, with a difference of −0.10 and a remark.
#[must_use]
pub fn check(ids: &Ids, total: &ClaimRecord, parts: &[&ClaimRecord], rule: Rule, verdict: Verdict) -> CheckRecord {
    CheckRecord {
        id: ids.next(),
        team: total.team,
        announcement: total.announcement,
        event: None,
        rule,
        verdict,
        total: term(total),
        parts: parts.iter().map(|part| term(part)).collect(),
        difference: Some(Decimal::new(-10, 2)),
        remark: Some(Remark::new(RemarkCode::ClassesDiffer, &[("classes", "planned, signed")])),
    }
}

fn term(claim: &ClaimRecord) -> CheckTerm {
    CheckTerm {
        claim: claim.id,
        announcement: claim.announcement,
        label: None,
        value: Decimal::new(2045, 1),
        unit: Some("CNY".to_owned()),
        qualifier: Qualifier::Exact,
        money_class: MoneyClass::Planned,
        quote: "204.5亿元".to_owned(),
    }
}

/// A claim's identifier with nothing behind it.
#[must_use]
pub fn nowhere() -> ClaimId {
    ClaimId(uuid::Uuid::nil())
}

/// A file of three bytes beside an event.
pub fn attachment(ids: &Ids, team: TeamId, event: uuid::Uuid) -> Attachment {
    Attachment {
        id: ids.next(),
        team,
        record_kind: RecordKind::Event,
        record: event,
        name: "虚构协议.pdf".to_owned(),
        kind: AttachmentKind::Pdf,
        sha256: "5f".repeat(32),
        size: 3,
        attached: stamp(5),
    }
}
