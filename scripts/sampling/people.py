"""Invented people: no name, number or address here belongs to anyone.

Phones stand in blocks that are not assigned (0297-00, 0280-00, 090-0000, 080-0000), mails end in example.jp.
"""

from __future__ import annotations

SURNAMES = [
    ("佐藤", "サトウ"),
    ("鈴木", "スズキ"),
    ("高橋", "タカハシ"),
    ("田中", "タナカ"),
    ("渡辺", "ワタナベ"),
    ("伊藤", "イトウ"),
    ("中村", "ナカムラ"),
    ("小林", "コバヤシ"),
    ("加藤", "カトウ"),
    ("吉田", "ヨシダ"),
    ("山田", "ヤマダ"),
    ("斎藤", "サイトウ"),
    ("松本", "マツモト"),
    ("井上", "イノウエ"),
    ("木村", "キムラ"),
    ("清水", "シミズ"),
    ("髙橋", "タカハシ"),
    ("石塚", "イシヅカ"),
    ("飯田", "イイダ"),
    ("染谷", "ソメヤ"),
    ("倉持", "クラモチ"),
    ("荒井", "アライ"),
    ("中山", "ナカヤマ"),
    ("秋葉", "アキバ"),
]
GIVEN = [
    ("太郎", "タロウ"),
    ("一郎", "イチロウ"),
    ("花子", "ハナコ"),
    ("正", "タダシ"),
    ("和子", "カズコ"),
    ("健一", "ケンイチ"),
    ("美咲", "ミサキ"),
    ("誠", "マコト"),
    ("洋子", "ヨウコ"),
    ("翔太", "ショウタ"),
    ("恵子", "ケイコ"),
    ("博", "ヒロシ"),
]
AREA_CODE = {"082244": "0297-00", "082112": "0297-00", "082287": "0297-00", "082350": "0297-00"}


def person(rng, city: str, town: str) -> dict:
    """One invented petitioner: name, kana, phone, mail, address."""
    family, given = SURNAMES[int(rng.integers(len(SURNAMES)))], GIVEN[int(rng.integers(len(GIVEN)))]
    phone = (
        f"{AREA_CODE[city]}-{int(rng.integers(1000, 9999))}"
        if rng.random() < 0.5
        else f"{rng.choice(['090', '080'])}-0000-{int(rng.integers(1000, 9999))}"
    )
    return {
        "p_name": f"{family[0]} {given[0]}",
        "p_kana": f"{family[1]} {given[1]}",
        "p_phone": phone,
        "p_email": f"user{int(rng.integers(1000, 9999))}@example.jp" if rng.random() < 0.12 else None,
        "p_address": f"{town}{int(rng.integers(7001, 9899))}番地{int(rng.integers(1, 20))}",
        "p_ward": f"{town}区" if rng.random() < 0.3 else None,
        "_family": family[0],
    }
