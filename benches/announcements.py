"""Announcements for measurements: the texts of the demo, told again with other places, years, days and amounts.

Each is different from all others and speaks of an event of its own. Amounts of one text grow by one factor, so that what added up still does.
"""

import re
from decimal import Decimal
from pathlib import Path

DEMO = Path(__file__).resolve().parent.parent / "fixtures" / "demo"

FIRST = "霞青云临松柳枫桐竹兰荷梅溪泉湖岭峰岚虹霓星晨暮秋春夏晴雪露"
SECOND = "川岚河溪原城港浦洲岛陵岗坪湾滨塘桥渡沙堤野谷崖江屿澜汀渚岸泽"
SYLLABLES = ["Lar", "Gre", "Hol", "Bran", "Wes", "Nor", "Kel", "Mar", "Tor", "Vel", "Ash", "Dun", "Fen", "Har", "Ives", "Jor"]
ENDINGS = ["mere", "ling", "ford", "wick", "stead", "by", "ham", "combe", "holt", "ley", "mouth", "dale", "minster", "haven", "gate", "worth"]

HAN_PLACES = ["霞川", "青岚", "星野", "成都", "上海", "苏州", "蘇州", "山东", "山東", "南沙", "威海", "广州", "広州", "相城"]
LATIN_PLACES = ["Larkmere", "Hoshino", "Thararom", "Chengdu", "Shanghai", "Suzhou", "Shandong", "Nansha", "Guangzhou"]
THAI_PLACES = ["ธารารมย์", "เฉิงตู", "เซี่ยงไฮ้", "ซูโจว", "กว่างโจว"]

NAMES = ["三菱重工", "乐敦", "ロート", "三起", "三起商行", "Mikihouse", "ミキハウス", "国际动漫", "国際動漫", "住友", "丹尼斯克", "货拉拉", "小马智行", "微品致远"]
WORKS = ["精密减速器", "精密減速機", "再生医学", "冷链物流", "竹材深加工", "区域总部", "研发中心", "Mitsubishi", "Rohto", "Greyling", "Danisco"]

AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?(?=\s*(?:亿|億|万元|万円|万美元|兆|million|billion|ล้าน|พันล้าน))")
YEAR = re.compile(r"(?<!\d)20(?:1\d|2\d)(?!\d)")
THAI_YEAR = re.compile(r"(?<!\d)25(?:5\d|6\d)(?!\d)")
DAY = re.compile(r"(?<=月)(\d{1,2})(?=日)")


def announcements(count):
    """Pairs of a file name and a text."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(DEMO.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"no announcements in {DEMO}")
    for number in range(count):
        turn, which = divmod(number, len(texts))
        yield f"{number:06}.txt", retold(texts[which], turn, number)


def retold(text, turn, number):
    """The text with other places, years, days and amounts; `turn` 0 is another telling already."""
    for nth, place in enumerate(HAN_PLACES):
        text = text.replace(place, han_place(number * 7 + nth * 131))
    # Most names occur once; in one text of ten they are those of other texts, as with companies that sign everywhere.
    if number % 10:
        for nth, name in enumerate(NAMES + WORKS):
            own = latin_place(number + nth) if name.isascii() else han_place(number * 11 + nth)
            text = text.replace(name, own + name.lower() if name.isascii() else own + name)
    for nth, place in enumerate(LATIN_PLACES):
        text = text.replace(place, latin_place(number * 5 + nth * 37))
    for nth, place in enumerate(THAI_PLACES):
        text = text.replace(place, f"{place}{thai_letters(number + nth)}")
    text = AMOUNT.sub(lambda match: grown(match.group(), turn % 9 + 1), text)
    text = YEAR.sub(lambda match: str(2012 + (int(match.group()) + turn) % 14), text)
    text = THAI_YEAR.sub(lambda match: str(2555 + (int(match.group()) + turn) % 14), text)
    text = DAY.sub(lambda match: str((int(match.group()) + number) % 27 + 1), text)
    return f"{text.rstrip()}\n（{number}）\n"


def grown(amount, factor):
    plain = amount.replace(",", "")
    value = Decimal(plain) * factor
    return f"{value:,}" if "," in amount else str(value)


def han_place(number):
    return FIRST[number % len(FIRST)] + SECOND[number // len(FIRST) % len(SECOND)]


def latin_place(number):
    return SYLLABLES[number % len(SYLLABLES)] + ENDINGS[number // len(SYLLABLES) % len(ENDINGS)]


def thai_letters(number):
    letters = "กขคงจชซดตทนบปพฟมยรลวสหอ"
    return letters[number % len(letters)] + letters[number // len(letters) % len(letters)]
