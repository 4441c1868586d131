//! Web pages.

use super::html_pages::{BARE, ENGLISH, GOVERNMENT, HUB, JAPANESE, LINKED, LIST, MODERN, OFFICE, PORTAL, THAI, VEILED};
use super::{body_of, extract, only};
use encoding_rs::{BIG5, EUC_JP, Encoding, GBK, SHIFT_JIS, UTF_8, WINDOWS_874};
use samesky_extract::{ExtractError, Extracted, Format};

fn read(page: &str, encoding: &'static Encoding) -> Extracted {
    extract(&encoding.encode(page).0).expect("a page that can be read")
}

/// What stands outside of the article: above and below it.
fn around(found: &Extracted) -> (String, String) {
    let block = found.body.as_deref().and_then(|blocks| blocks.first()).expect("a body");
    let slice = |start: usize, end: usize| found.text.chars().skip(start).take(end - start).collect::<String>();
    (slice(0, block.start).trim_end().to_owned(), slice(block.end, usize::MAX).trim_start().to_owned())
}

#[test]
fn html_portal_of_layout_tables_gives_the_article() {
    let found = read(PORTAL, GBK);
    assert_eq!((found.format, found.encoding.as_str()), (Format::Html, "GBK"));
    assert_eq!(found.title.as_deref(), Some("虚构市在东京签约12个项目"));
    assert_eq!(
        body_of(&found),
        "4月1日,虚构市投资推介会在东京举行,会上集中签约项目12个,总投资约35.6亿元。\n\
         “两地产业互补性强。”虚构市商务局负责人说,去年双边贸易额达到120亿元,同比增长8.5%。\n\
         签约项目中,汽车零部件项目6个,医疗器械项目4个,其余2个为研发中心。\n\
         据介绍,该市已有日资企业59家。(完)"
    );
    assert_eq!(
        around(&found),
        (
            "虚构市在东京签约12个项目\n作者:虚构通讯员 文章来源:虚构日报 更新时间:2024-4-1 9:30:00".to_owned(),
            "新闻录入:虚构一 责任编辑:虚构二".to_owned()
        )
    );
}

#[test]
fn html_government_page_gives_article_with_table_and_metadata() {
    let found = read(GOVERNMENT, UTF_8);
    let text = "我市赴大阪开展招商推介\n发布时间:2023-05-21 10:20 来源:市商务局 浏览次数:321 字体:[大 中 小]\n\
                5月20日,我市在大阪举办招商推介会,120余名企业代表参加。\n会上签订合作协议8项,计划总投资合计26.9亿元,具体如下:\n\
                项目\t投资方\t计划投资(亿元)\n新材料基地\t虚构材料株式会社\t15.2\n物流中心\t架空物流株式会社\t11.7\n\
                下一步,市商务局将做好跟踪服务,推动项目早日落地。\n责任编辑:虚构三";
    let expected = Extracted {
        title: Some("我市赴大阪开展招商推介".to_owned()),
        language: Some("zh-CN".to_owned()),
        publisher: Some("虚构市商务局".to_owned()),
        published: "2023-05-21".parse().ok(),
        body: found.body.clone(),
        ..only(text, Format::Html)
    };
    assert_eq!(found, expected);
    assert!(body_of(&found).starts_with("5月20日") && body_of(&found).ends_with("早日落地。"));
}

#[test]
fn html_modern_page_leaves_out_teasers_captions_of_others_and_comments() {
    let found = read(MODERN, UTF_8);
    assert_eq!(found.source_address.as_deref(), Some("https://news.example.org/2024/06/18.html"));
    assert_eq!(found.publisher.as_deref(), Some("虚构新闻网"));
    assert_eq!(found.published, "2024-06-18".parse().ok());
    assert_eq!(
        body_of(&found),
        "虚构新区6月17日举行招商大会,18个项目签约落户,总投资56亿元。\n三场活动同步举行\n\
         大会在虚构新区设主会场,在上海、东京设分会场,三地分别签约6个项目。\n签约现场。虚构记者 摄\n\
         新区管委会表示,力争到2025年实际使用外资突破3亿美元。"
    );
    assert_eq!(
        around(&found),
        ("总投资56亿元!18个项目落户虚构新区\n2024-06-18 08:00来源:虚构新闻网".to_owned(), String::new())
    );
}

#[test]
fn html_bare_page_of_plain_divisions_gives_the_article_without_ruby() {
    for encoding in [SHIFT_JIS, EUC_JP] {
        let found = read(BARE, encoding);
        let text = "架空開発区、東南アジア企業と協定\n2022年7月2日\n\
                    架空開発区は2日、バンコクで企業説明会を開き、タイとベトナムの企業9社と協力協定を結んだ。\n\
                    投資総額は約1兆2000億円で、架空港の整備も含まれる。";
        let expected = Extracted {
            encoding: encoding.name().to_owned(),
            title: Some("架空開発区、東南アジア企業と協定".to_owned()),
            body: found.body.clone(),
            ..only(text, Format::Html)
        };
        assert_eq!(found, expected);
        assert!(body_of(&found).starts_with("架空開発区は2日"));
    }
}

#[test]
fn html_japanese_press_release_keeps_its_sections() {
    let found = read(JAPANESE, SHIFT_JIS);
    assert_eq!(found.encoding, "Shift_JIS");
    assert_eq!(found.title.as_deref(), Some("架空県と虚構市の経済交流に関する覚書の締結について"));
    assert_eq!(around(&found).0, "架空県と虚構市の経済交流に関する覚書の締結について\n更新日:2021年11月18日");
    let body = body_of(&found);
    for part in ["お知らせします。", "1 概要", "日時:令和3年11月17日(水曜日)14時から", "県内企業23社、虚構市の企業31社"]
    {
        assert!(body.contains(part), "{part}: {body}");
    }
    for part in ["くらし", "関連リンク", "海外ビジネス支援", "Copyright", "トップ"] {
        assert!(!found.text.contains(part), "{part}: {}", found.text);
    }
}

#[test]
fn html_thai_page_gives_article_and_byline() {
    let found = read(THAI, WINDOWS_874);
    assert_eq!(found.encoding, "windows-874");
    assert_eq!(found.published, "2023-07-02".parse().ok());
    assert_eq!(
        around(&found),
        (
            "เมืองสมมติลงนาม 12 โครงการ มูลค่า 3,560 ล้านบาท\nเผยแพร่: 2 ก.ค. 2566 10:00 โดย: กองบรรณาธิการ".to_owned(),
            String::new()
        )
    );
    assert!(body_of(&found).starts_with("เมื่อวันที่ 1") && body_of(&found).ends_with("ยานยนต์ไฟฟ้า"));
}

#[test]
fn html_english_press_release_keeps_the_date_above_its_headline() {
    let found = read(ENGLISH, UTF_8);
    assert_eq!(
        body_of(&found),
        "Press release\n\
         The fictitious city of Newbridge signed 12 projects worth about CNY 3.56 billion at a roadshow in Bangkok on \
         Saturday, the trade office said.\n“The industries of both places fit each other,” said an official. More than \
         200 people attended.\nElectric vehicles: 7 projects\nMedical devices: 5 projects\n\
         The city aims to attract USD 300 million of foreign investment by 2025."
    );
    assert_eq!(around(&found), ("Newbridge signs 12 projects in Bangkok\n2 July 2023".to_owned(), String::new()));
}

#[test]
fn html_page_of_headlines_has_no_body() {
    let found = read(HUB, UTF_8);
    assert_eq!(
        (found.text.as_str(), found.body),
        ("News\nHarbour upgrade to cost USD 80 million\nTwelve projects signed", None)
    );
}

#[test]
fn html_article_that_a_script_unveils_is_read() {
    let found = read(VEILED, UTF_8);
    let body = "▲点击蓝字关注我们\n8月9日\u{FF0C}12家日本企业负责人走进虚构开发区\u{FF0C}实地考察了智能制造产业园。\n\
                考察团一行先后参观了3家企业\u{FF0C}并就5个合作意向进行洽谈\u{FF0C}意向投资额约8亿元。\nEND";
    assert_eq!(body_of(&found), body);
    assert_eq!(around(&found).1, "来源\u{FF1A}虚构开发区管委会\n编辑\u{FF1A}某某");
    assert_eq!(found.source_address.as_deref(), Some("http://mp.example.com/s/abc"));
}

#[test]
fn html_headline_that_is_only_bold_is_kept() {
    let found = read(OFFICE, UTF_8);
    let headline = "คณะนักลงทุนจากเมืองสมมติเยือนจังหวัดระยอง หารือความร่วมมือ 5 โครงการ";
    assert_eq!(found.title.as_deref(), Some(headline));
    assert_eq!(around(&found), (format!("{headline}\nวันที่ 12 มีนาคม 2567"), "ที่มา : สำนักงานสมมติ".to_owned()));
    assert_eq!(body_of(&found).lines().count(), 2);
}

#[test]
fn html_sentences_full_of_links_stay_and_other_articles_go() {
    assert_eq!(
        body_of(&read(LINKED, UTF_8)),
        "A fictitious battery maker will invest US$450 million in the Newbridge Free Trade Zone, officials said.\n\
         The plant will create 1,500 jobs and open in 2026. The zone already hosts 59 companies from Japan.\n\
         “This is the largest single investment in our history,” said the mayor.\nPlanned total: US$450m"
    );
}

#[test]
fn html_list_of_projects_is_an_article_where_the_page_says_so() {
    let body = body_of(&read(LIST, UTF_8));
    assert!(body.starts_with("一、签约项目\n1.虚构新能源项目") && body.ends_with("签约\t2\t15"), "{body}");
}

#[test]
fn html_every_encoding_reads_the_same() {
    let page = |charset: &str| {
        format!(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\"></head><body>\
             <p>虛構市商務局在東京舉行投資說明會,簽約項目12個,總投資約35.6億元。</p></body></html>"
        )
    };
    let text = "虛構市商務局在東京舉行投資說明會,簽約項目12個,總投資約35.6億元。";
    for (encoding, stated) in [(BIG5, "big5"), (BIG5, "utf-8"), (UTF_8, "gb2312"), (GBK, "gbk")] {
        let found = read(&page(stated), encoding);
        assert_eq!((found.text.as_str(), found.encoding.as_str()), (text, encoding.name()), "{stated}");
    }
}

#[test]
fn html_without_words_is_refused() {
    let page = "<html><head><title>签约</title></head><body><script>document.write('签约12个项目')</script><img alt='x'></body></html>";
    assert_eq!(extract(page.as_bytes()), Err(ExtractError::WithoutText { format: Format::Html }));
}
