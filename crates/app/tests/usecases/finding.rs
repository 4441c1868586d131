//! Looking for organisations: what is found, in which order, page by page, and by whom.

use crate::world::{World, worlds};
use samesky_app::organisations::bulk::{BulkChange, BulkHow};
use samesky_app::organisations::find::{FoundOrganisations, ListLanguage, OrganisationQuestion, OrganisationSort};
use samesky_app::organisations::views::NewView;
use samesky_app::organisations::{
    Fact, FactChange, FactField, IndustryCode, NameKind, NumberVerdict, OrganisationName, OrganisationNumber,
};
use samesky_app::{AppError, OpenOptions, Session, Store};
use samesky_model::id::OrganisationId;
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{OrganisationRecord, RecordState, Stamp, WrittenName};

fn named(language: &str, text: &str, reading: Option<&str>) -> FactChange {
    FactChange::default().say(
        FactField::Name,
        [Fact::Name(OrganisationName {
            text: text.to_owned(),
            language: Some(language.to_owned()),
            kind: NameKind::Legal,
            reading: reading.map(str::to_owned),
        })],
    )
}

async fn add(world: &World, said: FactChange) -> OrganisationId {
    world.app.add_organisation(&world.session, said).await.expect("added").organisation.id
}

fn words(text: &str) -> OrganisationQuestion {
    OrganisationQuestion { text: text.to_owned(), ..OrganisationQuestion::default() }
}

async fn page(world: &World, question: &OrganisationQuestion, after: Option<&str>, limit: usize) -> FoundOrganisations {
    world.app.find_organisations(&world.session, question, after, limit).await.expect("looked")
}

async fn names(world: &World, question: &OrganisationQuestion) -> Vec<String> {
    let found = page(world, question, None, 200).await;
    assert_eq!(found.next, None);
    found.items.into_iter().map(|one| one.organisation.names[0].text.clone()).collect()
}

/// Every page of a list, some at a time.
async fn pages(world: &World, question: &OrganisationQuestion, limit: usize) -> Vec<OrganisationId> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let found = page(world, question, after.as_deref(), limit).await;
        assert!(found.items.len() <= limit);
        all.extend(found.items.iter().map(|one| one.organisation.id));
        after = found.next;
        if after.is_none() {
            return all;
        }
    }
}

#[tokio::test]
async fn organisation_is_found_by_every_name_reading_and_number_and_no_more_when_they_are_gone() {
    for world in worlds().await {
        let id = add(&world, named("zh-Hans", "深圳市云栖精机技术有限公司", None)).await;
        add(&world, named("ja", "東京虚構精密株式会社", Some("とうきょうきょこうせいみつ"))).await;
        add(&world, named("th", "บริษัท สมมติรุ่งเรือง จำกัด", None)).await;
        add(&world, named("en", "Fictional Aero Parts Ltd", None)).await;
        for (question, found) in [
            ("云栖", "深圳市云栖精机技术有限公司"),
            ("yúnqī", "深圳市云栖精机技术有限公司"),
            ("yqjj", "深圳市云栖精机技术有限公司"),
            ("toukyou", "東京虚構精密株式会社"),
            ("せいみつ", "東京虚構精密株式会社"),
            ("รุ่งเรือง", "บริษัท สมมติรุ่งเรือง จำกัด"),
            ("aero part", "Fictional Aero Parts Ltd"),
            ("株式会社", "東京虚構精密株式会社"),
        ] {
            assert_eq!(names(&world, &words(question)).await, [found], "{question} on {}", world.name);
        }
        assert_eq!(names(&world, &words("精")).await, ["東京虚構精密株式会社", "深圳市云栖精机技术有限公司"]);
        assert_eq!(names(&world, &words("！！")).await, [] as [&str; 0]);
        let number = OrganisationNumber {
            scheme: "jp-corporate-number".to_owned(),
            value: "1180301018771".to_owned(),
            verdict: NumberVerdict::Unchecked,
        };
        let said = named("zh-Hans", "架空山海有限公司", None).say(FactField::Identifier, [Fact::Identifier(number)]);
        world.app.change_organisation(&world.session, id, 1, said).await.expect("changed");
        assert_eq!(names(&world, &words("云栖")).await, [] as [&str; 0], "{}", world.name);
        for question in ["118030", "shanhai", "山海"] {
            assert_eq!(names(&world, &words(question)).await, ["架空山海有限公司"], "{question} on {}", world.name);
        }
    }
}

#[tokio::test]
async fn list_goes_through_all_organisations_once_in_every_order_and_language() {
    for world in worlds().await {
        let mut made = Vec::new();
        for name in ["重庆架空", "安徽架空", "Zeta Fictional", "北京架空", "深圳架空", "架空深圳"] {
            made.push(add(&world, named("zh-Hans", name, None)).await);
        }
        let in_order = OrganisationQuestion { sort: OrganisationSort::Name, ..OrganisationQuestion::default() };
        assert_eq!(
            names(&world, &in_order).await,
            ["Zeta Fictional", "安徽架空", "北京架空", "重庆架空", "架空深圳", "深圳架空"]
        );
        made.sort_unstable();
        for sort in
            [OrganisationSort::Fit, OrganisationSort::Name, OrganisationSort::Newest, OrganisationSort::Announcements]
        {
            for language in [ListLanguage::Zh, ListLanguage::Ja, ListLanguage::Th, ListLanguage::En] {
                for text in ["", "架空", "架空 深圳"] {
                    let question = OrganisationQuestion { sort, language, ..words(text) };
                    let whole = page(&world, &question, None, 100).await;
                    let ids: Vec<_> = whole.items.iter().map(|one| one.organisation.id).collect();
                    let expected = match text {
                        "" => 6,
                        "架空" => 5,
                        _ => 2,
                    };
                    assert_eq!((ids.len(), whole.total), (expected, Some(expected as u64)), "{sort:?} {text}");
                    assert_eq!(pages(&world, &question, 1).await, ids, "{sort:?} {language:?} {text} {}", world.name);
                    assert_eq!(pages(&world, &question, 2).await, ids, "{sort:?} {language:?} {text} {}", world.name);
                }
            }
        }
        assert_eq!(names(&world, &words("深圳")).await, ["深圳架空", "架空深圳"]);
        let wrong = world.app.find_organisations(&world.session, &words("深圳"), Some("nonsense"), 10).await;
        assert!(wrong.is_err());
    }
}

#[tokio::test]
async fn list_is_narrowed_by_what_is_kept_and_names_what_it_can_be_narrowed_by() {
    for world in worlds().await {
        let of = |name: &str, place: &str, country: &str| {
            let industry = IndustryCode { scheme: "isic-4".to_owned(), code: "C29".to_owned() };
            named("zh-Hans", name, None)
                .say(FactField::Place, [Fact::Place(place.to_owned())])
                .say(FactField::Country, [Fact::Country(country.to_owned())])
                .say(FactField::Industry, [Fact::Industry(industry)])
        };
        add(&world, of("架空甲", "成都", "CN")).await;
        add(&world, of("架空乙", "Chengdu", "CN")).await;
        add(&world, of("架空丙", "虚构港", "SG")).await;
        let at = |place: &str| OrganisationQuestion { place: Some(place.to_owned()), ..words("") };
        assert_eq!(names(&world, &at("成都")).await, ["架空甲", "架空乙"], "{}", world.name);
        assert_eq!(names(&world, &at("虚构港")).await, ["架空丙"]);
        assert_eq!(names(&world, &at("虚构")).await, [] as [&str; 0]);
        let country = OrganisationQuestion { country: Some("SG".to_owned()), ..words("jia kong") };
        assert_eq!(names(&world, &country).await, ["架空丙"]);
        let withdrawn = OrganisationQuestion { state: Some(RecordState::Withdrawn), ..words("架空") };
        assert_eq!(names(&world, &withdrawn).await, [] as [&str; 0]);
        let choices =
            world.app.organisation_choices(&world.session, samesky_model::record::Scope::Own).await.expect("choices");
        assert_eq!(choices.countries, ["CN", "SG"]);
        assert_eq!(choices.industries, ["isic-4:C29"]);
        assert_eq!((choices.places.len(), choices.sizes.len()), (2, 0), "{choices:?}");
    }
}

#[tokio::test]
async fn common_word_is_gone_through_by_how_well_it_fits() {
    for world in worlds().await {
        let mut written: Vec<String> = (0..2_300).map(|n| format!("虚构{n}号科技")).collect();
        written.push("科技虚构园".to_owned());
        keep_unlisted(&world, &written).await;
        assert_eq!(world.app.list_organisations_again().await.expect("listed"), 2_301);
        let found = page(&world, &words("科技"), None, 5).await;
        assert_eq!(found.items[0].organisation.names[0].text, "科技虚构园", "{}", world.name);
        assert_eq!((found.items.len(), found.total, found.next.is_some()), (5, None, true));
        for (text, sort, count) in [
            ("科技", OrganisationSort::Fit, 2_301),
            ("xugou keji", OrganisationSort::Name, 2_301),
            ("科技 号", OrganisationSort::Fit, 2_300),
            ("科技 1号", OrganisationSort::Fit, 1),
        ] {
            let mut ids = pages(&world, &OrganisationQuestion { sort, ..words(text) }, 200).await;
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{text} on {}", world.name);
        }
    }
}

#[tokio::test]
async fn organisations_kept_by_an_earlier_version_are_listed_when_the_server_starts() {
    for world in worlds().await {
        add(&world, named("zh-Hans", "架空集团", None)).await;
        assert_eq!(world.app.list_organisations_again().await.expect("nothing to do"), 0);
        keep_unlisted(&world, &["架空园区".to_owned()]).await;
        assert_eq!(names(&world, &words("jiakong")).await, ["架空集团"], "{}", world.name);
        assert_eq!(world.app.list_organisations_again().await.expect("listed"), 1, "{}", world.name);
        assert_eq!(names(&world, &words("jiakong")).await, ["架空集团", "架空园区"]);
        assert_eq!(world.app.list_organisations_again().await.expect("nothing to do"), 0);
    }
}

#[tokio::test]
async fn organisations_of_a_long_list_that_was_interrupted_wait_and_are_listed_when_the_server_starts() {
    for world in worlds().await {
        keep(&world, &["架空集团".to_owned(), "架空园区".to_owned()], true).await;
        assert_eq!(world.app.organisations_waiting(&world.session).await.expect("counted"), 2, "{}", world.name);
        let other = Session { team: samesky_model::id::TeamId(uuid::Uuid::nil()), ..world.session.clone() };
        assert_eq!(world.app.organisations_waiting(&other).await.expect("counted"), 0, "{}", world.name);
        assert_eq!(names(&world, &words("jiakong")).await, [""; 0], "{}", world.name);
        assert_eq!(world.app.list_organisations_again().await.expect("listed"), 2, "{}", world.name);
        assert_eq!(world.app.organisations_waiting(&world.session).await.expect("counted"), 0, "{}", world.name);
        assert_eq!(names(&world, &words("jiakong")).await, ["架空集团", "架空园区"], "{}", world.name);
    }
}

/// Keeps organisations as a version did that had no such list.
async fn keep_unlisted(world: &World, written: &[String]) {
    keep(world, written, false).await;
}

async fn keep(world: &World, written: &[String], later: bool) {
    let store = Store::open(&world.database.url, &OpenOptions::default()).await.expect("a store");
    let record = |(at, text): (usize, &String)| {
        let name = WrittenName { text: text.clone(), language: None, announcement: None };
        let record = OrganisationRecord {
            id: OrganisationId(uuid::Uuid::from_u128(7 << 64 | at as u128)),
            team: world.session.team,
            version: 1,
            state: RecordState::Active,
            names: vec![name],
            kind: OrganisationKind::Company,
            country: None,
            readings: Vec::new(),
            created: Stamp { by: "林澄".to_owned(), at: world.now() },
        };
        (record, vec![text.clone()])
    };
    let tx = store.write().await.expect("a turn");
    if later {
        tx.list_organisations_later();
    }
    let records: Vec<_> = written.iter().enumerate().map(record).collect();
    samesky_store::organisation::insert_many(&tx, &records).await.expect("kept");
    tx.commit().await.expect("committed");
}

#[tokio::test]
async fn many_organisations_are_changed_as_the_preview_says_and_taken_back() {
    for world in worlds().await {
        let place = |text: &str| Fact::Place(text.to_owned());
        let one = add(&world, named("zh-Hans", "架空甲", None).say(FactField::Place, [place("成都")])).await;
        let two = add(&world, named("zh-Hans", "架空乙", None).say(FactField::Place, [place("虚构港")])).await;
        let change = BulkChange { how: BulkHow::Add, fact: place("虚构港") };
        let rows = world.app.preview_bulk(&world.session, &[one, two], &change).await.expect("a preview");
        let said: Vec<_> = rows.iter().map(|row| (row.organisation.id, row.changes(), row.after.len())).collect();
        assert_eq!(said, [(one, true, 2), (two, false, 1)], "{}", world.name);
        let seen = [(one, 1), (two, 1)];
        let before = world.audit().await.len();
        let changed = world.app.change_organisations(&world.session, &seen, &change).await.expect("changed");
        assert_eq!((changed.as_slice(), world.audit().await.len()), ([(one, 2)].as_slice(), before + 1));
        let at = OrganisationQuestion { place: Some("虚构港".to_owned()), ..words("") };
        assert_eq!(names(&world, &at).await, ["架空甲", "架空乙"]);
        let stale = world.app.change_organisations(&world.session, &seen, &change).await;
        assert!(matches!(stale, Err(AppError::Conflict { .. })), "{stale:?}");
        let half = BulkChange { how: BulkHow::Set, fact: Fact::Country("CN".to_owned()) };
        let late = world.app.change_organisations(&world.session, &[(two, 1), (one, 1)], &half).await;
        assert!(matches!(late, Err(AppError::Conflict { .. })), "{late:?}");
        let country = OrganisationQuestion { country: Some("CN".to_owned()), ..words("") };
        assert_eq!(names(&world, &country).await, [] as [&str; 0], "nothing by half");
        world.app.undo_organisation_changes(&world.session, &changed).await.expect("undone");
        assert_eq!(names(&world, &at).await, ["架空乙"]);
        let gone = BulkChange { how: BulkHow::TakeAway, fact: place("成都") };
        world.app.change_organisations(&world.session, &[(one, 3)], &gone).await.expect("changed");
        let facts = world.app.organisation(&world.session, one).await.expect("there").facts;
        assert!(facts.iter().all(|kept| kept.fact.field() != FactField::Place), "{facts:?}");
        let nobody = Session::nobody(world.session.team);
        assert!(matches!(world.app.preview_bulk(&nobody, &[one], &gone).await, Err(AppError::Forbidden { .. })));
    }
}

#[tokio::test]
async fn views_are_saved_renamed_and_removed_with_a_trace() {
    for world in worlds().await {
        let content = [("q".to_owned(), "架空".to_owned()), ("kind".to_owned(), String::new())].into();
        let new = NewView { name: "  虚构 视图 ".to_owned(), of_team: true, content };
        let view = world.app.save_view(&world.session, new.clone()).await.expect("saved");
        assert_eq!((view.name.as_str(), view.content.len(), view.version), ("虚构 视图", 1, 1));
        let renamed = world.app.rename_saved_view(&world.session, view.id, 1, "新").await.expect("renamed");
        assert_eq!(world.app.saved_views(&world.session).await.expect("views"), std::slice::from_ref(&renamed));
        let late = world.app.rename_saved_view(&world.session, view.id, 1, "旧").await;
        assert!(late.is_err(), "{}", world.name);
        let nameless = world.app.save_view(&world.session, NewView { name: " ".to_owned(), ..new }).await;
        assert!(matches!(nameless, Err(AppError::Invalid(_))));
        world.app.remove_saved_view(&world.session, view.id).await.expect("removed");
        assert_eq!(world.app.saved_views(&world.session).await.expect("views"), []);
        let actions: Vec<_> = world.audit().await.into_iter().map(|change| change.action).collect();
        assert!(actions.ends_with(&["saved_view.save", "saved_view.rename", "saved_view.remove"].map(str::to_owned)));
    }
}
