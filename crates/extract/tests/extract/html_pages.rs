//! Pages in the manner of real sites, of our own wording; every organisation in them is invented.

/// A portal of the old kind: tables for layout, a trail, related news, a ranking and a foot.
pub(crate) const PORTAL: &str = r#"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>虚构市在东京签约12个项目——虚构在线资讯频道</title>
<script type="text/javascript">var hm = "签约999个项目"; document.write("<p>骗人的话。</p>");</script>
<style>.a { content: "签约888个"; }</style></head><body>
<table width="960"><tr><td><a href="/">首页</a> | <a href="/news">资讯</a> | <a href="/eco">经济</a> | <a href="/life">生活</a></td></tr></table>
<table width="960"><tr><td width="700">
 <table><tr><td>您现在的位置: <a href="/">虚构在线</a> &gt;&gt; <a href="/news">资讯</a> &gt;&gt; 正文</td></tr></table>
 <table><tr><td align="center"><b><font size="5">虚构市在东京签约12个项目</font></b></td></tr>
 <tr><td align="center">作者:虚构通讯员 文章来源:<a href="http://example.org">虚构日报</a> 更新时间:2024-4-1 9:30:00</td></tr>
 <tr><td><div id="fontzoom">
 　　4月1日,虚构市投资推介会在东京举行,
会上集中签约项目12个,总投资约35.6亿元。<br><br>
 　　&ldquo;两地产业互补性强。&rdquo;虚构市商务局负责人说,去年双边贸易额达到120亿元,同比增长8.5%。<br><br>
 　　签约项目中,<a href="/k">汽车零部件</a>项目6个,医疗器械项目4个,其余2个为研发中心。<br><br>
 　　据介绍,该市已有日资企业59家。(完)
 </div></td></tr>
 <tr><td align="right">新闻录入:虚构一 &nbsp; 责任编辑:虚构二</td></tr>
 <tr><td>上一篇:<a href="/1">虚构县举办农产品展销会</a><br>下一篇:<a href="/2">虚构港吞吐量创新高</a></td></tr></table>
 <table><tr><td>相关文章</td></tr><tr><td><li><a href="/3">某株式会社年营收破1万亿日元 创业界纪录</a></li><li><a href="/4">股价一度上涨超过800点</a></li>
 <li><a href="/5">某地引进外资项目300个,总投资999亿元</a></li></td></tr></table>
</td><td width="260"><table><tr><td>热门排行</td></tr><tr><td><a href="/6">十大旅游目的地</a></td></tr><tr><td><a href="/7">留学签证新规</a></td></tr></table></td></tr></table>
<table width="960"><tr><td align="center">Copyright © 2004-2024 虚构在线 版权所有 虚ICP备00000000号<br><a href="/about">关于我们</a> | <a href="/ad">广告服务</a></td></tr></table>
</body></html>"#;

/// A government site with the metadata that such sites have.
pub(crate) const GOVERNMENT: &str = r#"<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="SiteName" content="虚构市商务局"><meta name="ArticleTitle" content="我市赴大阪开展招商推介"><meta name="PubDate" content="2023-05-21 10:20">
<meta name="ContentSource" content="市商务局"><title>我市赴大阪开展招商推介_虚构市商务局</title></head><body class="has-sidebar">
<div class="header"><div class="logo"><h1>虚构市商务局</h1></div><ul class="main-nav"><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul></div>
<div class="crumbs">当前位置:<a href="/">首页</a> &gt; <a href="/dt">工作动态</a></div>
<div class="main"><div class="article-title">我市赴大阪开展招商推介</div>
<div class="info"><span>发布时间:2023-05-21 10:20</span> <span>来源:市商务局</span> <span>浏览次数:321</span> 字体:[<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a>]</div>
<div class="TRS_Editor"><p>5月20日,我市在大阪举办招商推介会,120余名企业代表参加。</p>
<p>会上签订合作协议8项,计划总投资合计26.9亿元,具体如下:</p>
<table><tr><th>项目</th><th>投资方</th><th>计划投资(亿元)</th></tr><tr><td>新材料基地</td><td>虚构材料株式会社</td><td>15.2</td></tr><tr><td>物流中心</td><td>架空物流株式会社</td><td>11.7</td></tr></table>
<div class="share">分享到: <a href="w">微博</a><a href="x">微信</a></div>
<p>下一步,市商务局将做好跟踪服务,推动项目早日落地。</p></div>
<p class="editor">责任编辑:虚构三</p></div>
<div class="related-news"><h3>相关阅读</h3><ul><li><a href="/a">我市召开外资企业座谈会</a><span>2023-05-18</span></li><li><a href="/b">1至4月实际使用外资增长12%</a><span>2023-05-15</span></li></ul></div>
<div class="footer"><p>主办单位:虚构市商务局 地址:虚构市虚构路1号 邮编:000000 电话:000-0000000。</p><p>虚ICP备00000001号 网站标识码0000000000</p></div></body></html>"#;

/// A news site of today: sections, lists of headlines as long as sentences, a comment box, JSON-LD.
pub(crate) const MODERN: &str = r#"<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>总投资56亿元!18个项目落户虚构新区 | 虚构新闻网</title>
<link rel="canonical" href="https://news.example.org/2024/06/18.html"><meta property="og:site_name" content="虚构新闻网">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"总投资56亿元!18个项目落户虚构新区","datePublished":"2024-06-18T08:00:00+08:00","publisher":{"@type":"Organization","name":"虚构新闻网"}}]}</script></head>
<body><div id="app"><header class="site-header"><a href="/">虚构新闻网</a><nav><a href="/1">时政</a><a href="/2">财经</a><a href="/3">国际</a></nav></header>
<div class="ticker"><a href="/t1">快讯:某地举行项目集中开工仪式,总投资达到300亿元,涉及多个领域。</a></div>
<article class="post"><h1>总投资56亿元!18个项目落户虚构新区</h1><div class="meta"><time datetime="2024-06-18T08:00:00+08:00">2024-06-18 08:00</time><span>来源:<a href="/s">虚构新闻网</a></span></div>
<div class="post-body"><p>虚构新区6月17日举行招商大会,18个项目签约落户,总投资56亿元。</p>
<h2>三场活动同步举行</h2><p>大会在虚构新区设主会场,在上海、东京设分会场,三地分别签约6个项目。</p>
<figure><img src="a.jpg" alt="签约现场签约777个"><figcaption>签约现场。虚构记者 摄</figcaption></figure>
<aside class="recommend"><h4>推荐阅读</h4><a href="/r1">虚构新区一季度新增企业1200家,注册资本超过200亿元</a></aside>
<p>新区管委会表示,力争到2025年实际使用外资突破3亿美元。</p></div>
<div class="tags"><a href="/g1">招商</a><a href="/g2">外资</a></div></article>
<section class="hot-list"><h3>热门新闻</h3><ul><li><a href="/h1">某集团宣布投资80亿元建设新工厂,预计2026年投产</a></li><li><a href="/h2">全国外贸进出口同比增长6%</a></li></ul></section>
<section id="comments"><h3>网友评论</h3><p>这个项目真不错,希望早日建成投产,带动我们这里的就业和经济发展,大家都很期待。</p><p>投资这么大,效益如何还要看后续运营,建议多公布一些具体数据,让大家放心。</p></section>
<footer><p>虚构新闻网版权所有,未经授权不得转载。违法和不良信息举报电话000-000000。</p></footer></div></body></html>"#;

/// A weekly's page on one wide list of teasers, with the article in a plain `div` among them.
pub(crate) const BARE: &str = r#"<html><head><title>架空開発区、東南アジア企業と協定</title></head><body>
<div><div><a href="1">ニュース</a></div><div><a href="2">特集</a></div></div>
<div><div>架空開発区、東南アジア企業と協定</div><div>2022年7月2日</div>
<div>架空開発区は2日、バンコクで企業説明会を開き、タイとベトナムの企業9社と協力協定を結んだ。</div>
<div>投資総額は約1兆2000億円で、<ruby>架空<rp>(</rp><rt>かくう</rt><rp>)</rp></ruby>港の整備も含まれる。</div></div>
<div><div><a href="3">海外進出企業の調査、3割が拡大と回答した。</a></div><div><a href="4">半導体工場、2棟目の建設が始まった。</a></div></div>
</body></html>"#;

/// A Japanese prefecture's press release.
pub(crate) const JAPANESE: &str = r##"<!DOCTYPE html><html lang="ja"><head><meta charset="Shift_JIS"><title>架空県と虚構市の経済交流に関する覚書の締結について - 架空県公式ホームページ</title>
<meta property="og:title" content="架空県と虚構市の経済交流に関する覚書の締結について"><meta property="og:site_name" content="架空県"></head><body>
<a href="#main" class="skip">本文へ</a><div id="header"><p><a href="/">架空県</a></p><div id="gnavi"><ul><li><a href="/k">くらし</a></li><li><a href="/s">産業・しごと</a></li></ul></div></div>
<div id="topicpath"><a href="/">トップ</a> &gt; <a href="/s">産業</a> &gt; 覚書の締結について</div>
<div id="main"><h1>架空県と虚構市の経済交流に関する覚書の締結について</h1><p class="date">更新日:2021年11月18日</p>
<p>架空県は、中国・虚構市と経済交流に関する覚書を締結しましたので、お知らせします。</p>
<h2>1 概要</h2><p>両地域の企業が参加する商談会を毎年開催し、5年間で100件の成約を目指します。</p>
<h2>2 日時・場所</h2><ul><li>日時:令和3年11月17日(水曜日)14時から</li><li>場所:架空県庁及び虚構市(オンライン)</li></ul>
<h2>3 参加企業</h2><p>県内企業23社、虚構市の企業31社</p>
<div class="contact"><p>お問い合わせ先</p><p>産業労働部国際課 電話:000-000-0000</p></div></div>
<div id="side"><h2>関連リンク</h2><ul><li><a href="/x">海外ビジネス支援</a></li></ul></div>
<div id="footer"><address>〒000-0000 架空県架空市1-1 Copyright © Kakuu Prefecture. All rights reserved.</address></div></body></html>"##;

/// A Thai news page.
pub(crate) const THAI: &str = r#"<!DOCTYPE html><html lang="th"><head><meta charset="windows-874"><title>เมืองสมมติลงนาม 12 โครงการ มูลค่า 3,560 ล้านบาท - ข่าวสมมติ</title>
<meta property="article:published_time" content="2023-07-02T10:00:00+07:00"><meta property="og:site_name" content="ข่าวสมมติ"></head><body>
<div class="navbar"><a href="/">หน้าแรก</a> <a href="/eco">เศรษฐกิจ</a> <a href="/sport">กีฬา</a></div>
<div class="content"><h1>เมืองสมมติลงนาม 12 โครงการ มูลค่า 3,560 ล้านบาท</h1><div class="byline">เผยแพร่: 2 ก.ค. 2566 10:00 โดย: กองบรรณาธิการ</div>
<p>เมื่อวันที่ 1 กรกฎาคม เมืองสมมติจัดงานส่งเสริมการลงทุนที่กรุงเทพฯ มีผู้เข้าร่วมกว่า 200 ราย และลงนามความร่วมมือ 12 โครงการ</p>
<p>นายสมมติ ผู้แทนสำนักงานส่งเสริมการลงทุน กล่าวว่ามูลค่ารวมของโครงการทั้งหมดอยู่ที่ประมาณ 3,560 ล้านบาท โดยส่วนใหญ่เป็นอุตสาหกรรมยานยนต์ไฟฟ้า</p>
<div class="related"><h3>ข่าวที่เกี่ยวข้อง</h3><ul><li><a href="/1">โรงงานแบตเตอรี่แห่งใหม่เริ่มก่อสร้างแล้ว มูลค่า 900 ล้านบาท</a></li><li><a href="/2">ส่งออกครึ่งปีแรกขยายตัวร้อยละ 4</a></li></ul></div></div>
<div class="footer">สงวนลิขสิทธิ์ © 2566 ข่าวสมมติ ห้ามทำซ้ำหรือดัดแปลงส่วนหนึ่งส่วนใดโดยไม่ได้รับอนุญาตเป็นลายลักษณ์อักษร</div></body></html>"#;

/// An English press release with its date above the headline.
pub(crate) const ENGLISH: &str = r##"<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Newbridge signs 12 projects in Bangkok | Fictitious Trade Office</title>
<link rel="canonical" href="https://trade.example.org/news/12-projects"></head><body>
<div class="cookie-banner"><p>We use cookies to improve your experience. By going on you agree that we may store some of them on your device.</p></div>
<header><a href="/">Fictitious Trade Office</a><nav><ul><li><a href="/news">News</a></li><li><a href="/events">Events</a></li></ul></nav></header>
<main><p class="date">2 July 2023</p><h1>Newbridge signs 12 projects in Bangkok</h1><p class="standfirst">Press release</p>
<p>The fictitious city of Newbridge signed 12 projects worth about CNY 3.56 billion at a roadshow in Bangkok on Saturday,
the trade office said.</p>
<p>&#8220;The industries of both places fit each other,&#8221; said an official.&nbsp;More than 200 people attended.</p>
<ul><li>Electric vehicles: 7 projects</li><li>Medical devices: 5 projects</li></ul>
<p>The city aims to attract USD 300 million of foreign investment by 2025.</p>
<div style="display: none">Hidden: 9,999 projects were signed.</div><p hidden>Hidden: 8,888 projects.</p>
<h2>Related</h2><ul><li><a href="/a">Harbour upgrade to cost USD 80 million, council is told</a></li></ul></main>
<footer><p>© 2023 Fictitious Trade Office. All rights reserved. <a href="/p">Privacy</a></p></footer></body></html>"##;

/// A page of headlines only.
pub(crate) const HUB: &str = r#"<!doctype html><html lang="en"><head><title>News</title></head><body><h1>News</h1><ul>
<li><a href="/a">Harbour upgrade to cost USD 80 million</a></li><li><a href="/b">Twelve projects signed</a></li></ul></body></html>"#;

/// A page of a messaging service that shows its article only when its script has run.
pub(crate) const VEILED: &str = r##"<html lang=zh_CN><head><meta property="og:title" content="招商快讯｜12家日企走进虚构开发区"><meta property="og:url" content="http://mp.example.com/s/abc"><title></title></head><body>
<div id="js_article"><div id="page-content"><div id="img-content"><h1 id="activity-name" class="rich_media_title">
   招商快讯｜12家日企走进虚构开发区
</h1><div id="meta_content"><span>原创</span> <span>虚构君</span> <a href="javascript:void(0);" id="js_name">虚构发布</a> <em id="publish_time">2022-08-09 18:00</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">
<section><section><p style="text-align:center"><span>▲点击蓝字关注我们</span></p></section><p><span>8月9日，</span><span>12家日本企业负责人走进虚构开发区，实地考察了智能制造产业园。</span></p><p><br></p><section><span>考察团一行先后参观了3家企业，并就5个合作意向进行洽谈，意向投资额约8亿元。</span></section></section><p><span>END</span></p><p>来源：虚构开发区管委会</p><p>编辑：某某</p></div></div></div></div></body></html>"##;

/// An office's page: one form around layout tables, and a headline that is only set bold.
pub(crate) const OFFICE: &str = r##"<html><head><meta charset="utf-8"><title>สำนักงานสมมติ</title></head><body><form method="post" action="news.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="xxx"/>
<table width="100%"><tr><td colspan="2"><img src="banner.jpg"></td></tr><tr><td valign="top" width="200"><table><tr><td><a href="1">หน้าหลัก</a></td></tr><tr><td><a href="2">เกี่ยวกับเรา</a></td></tr><tr><td><a href="3">ข่าวประชาสัมพันธ์</a></td></tr></table></td>
<td valign="top"><table><tr><td class="head">ข่าวประชาสัมพันธ์</td></tr><tr><td><b>คณะนักลงทุนจากเมืองสมมติเยือนจังหวัดระยอง หารือความร่วมมือ 5 โครงการ</b></td></tr><tr><td>วันที่ 12 มีนาคม 2567</td></tr>
<tr><td>เมื่อวันที่ 11 มีนาคม 2567 คณะนักลงทุนจากเมืองสมมติ จำนวน 30 คน เดินทางเยือนจังหวัดระยองเพื่อหารือความร่วมมือด้านการลงทุน<br><br>ทั้งสองฝ่ายเห็นพ้องที่จะผลักดันโครงการร่วมทุน 5 โครงการ มูลค่ารวมกว่า 1,200 ล้านบาท ภายในปี 2568</td></tr><tr><td>ที่มา : สำนักงานสมมติ</td></tr><tr><td>จำนวนผู้เข้าชม 123 คน</td></tr></table></td></tr>
<tr><td colspan="2" align="center">สำนักงานสมมติ เลขที่ 1 ถนนสมมติ กรุงเทพฯ 10000 โทรศัพท์ 0-0000-0000 สงวนลิขสิทธิ์ 2567</td></tr></table></form></body></html>"##;

/// A local paper: sentences full of links, a note on the author, related articles with summaries.
pub(crate) const LINKED: &str = r##"<html lang=en><head><title>Newbridge lures battery maker - The Fictitious Post</title><meta property="article:published_time" content="2024-02-03"></head><body class="single single-post postid-1 has-sidebar">
<div id="masthead"><ul id="primary-menu"><li><a href=1>Business</a><li><a href=2>Politics</a></ul></div>
<div id="content" class="site-content"><div class="entry-header"><span class="cat-links"><a href=b>Business</a></span><h1 class="entry-title">Newbridge lures battery maker</h1><div class="entry-meta">By <a href=x>A. Writer</a> | Feb 3, 2024 | <a href=c>4 comments</a></div></div>
<div class="entry-content"><p>A <a href=1>fictitious battery maker</a> will invest <a href=2>US$450 million</a> in the <a href=3>Newbridge Free Trade Zone</a>, officials said.</p>
<p><strong><a href=r>Read more: Port of Newbridge handles record 3.1 million containers</a></strong></p>
<p>The plant will create 1,500 jobs and open in 2026. The zone already hosts <a href=k>59 companies from Japan</a>.</p>
<div class="newsletter-signup"><p>Get the best of our business reporting in your inbox every morning, free of charge.</p><input type=email><button>Sign up</button></div>
<blockquote><p>“This is the largest single investment in our history,” said the mayor.</p></blockquote>
<p>Planned total: US$450m</p></div>
<div class="author-box"><p>A. Writer has covered business for the Post since 2010 and lives in Newbridge with two cats.</p></div>
<div class="jp-relatedposts"><h3>Related</h3><p><a href=1>Trade office opens in Osaka</a></p><p>The office will serve 120 member companies, the chamber said in a statement on Monday.</p></div>
<div id="comments"><ol><li><p>Great news for the town, I hope that they train local people for these jobs.</p></li></ol></div></div>
<div id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul><li><a href=1>Ten firms fined US$3 million</a></ul></section></div>
<div id="colophon"><p>Proudly printed in Newbridge since 1901. The Fictitious Post Ltd., 1 Fictitious Street.</p></div></body></html>"##;

/// A weekly list of projects without a sentence in it.
pub(crate) const LIST: &str = r##"<html><head><meta charset=utf-8><title>虚构区招商引资周报</title></head><body><div class=nav><a href=1>首页</a></div><div class="content"><h2>虚构区招商引资周报</h2><p>发布日期：2024-03-01 来源：虚构区投促局</p>
<p>一、签约项目</p><p>1.虚构新能源项目，投资10亿元</p><p>2.虚构物流项目，投资5亿元</p><p>二、在谈项目</p><ul><li>架空医疗：3亿元</li><li>架空电子：2亿元</li></ul>
<table border=1><tr><td>类别</td><td>个数</td><td>金额</td></tr><tr><td>签约</td><td>2</td><td>15</td></tr></table></div><div class=foot>主办：虚构区投资促进局</div></body></html>"##;
