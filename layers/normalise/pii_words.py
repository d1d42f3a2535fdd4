"""Which words before 様, さん, 氏, 宅 are names, and which are not. Source: unified model, section 3.11."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list written with blanks between them."""
    return frozenset(text.split())


_ROLES = words(
    "区長 会長 副会長 組長 班長 町長 村長 市長 副市長 部長 次長 課長 係長 社長 専務 店長 校長 教頭 "
    "園長 院長 議長 議員 委員長 自治会長 町内会長 行政区長 駅長 所長 署長 局長 団長 隊長 先生 理事長 "
    "管理人 大家 地主 住職 運転手 店員 職員 作業員 警備員 民生委員"
)
_PEOPLE = words(
    "住民 近隣住民 付近住民 地域住民 周辺住民 地元住民 市民 町民 区民 県民 利用者 通行人 歩行者 "
    "高齢者 保護者 申出者 申請者 通報者 要望者 相談者 連絡者 電話者 所有者 土地所有者 地権者 "
    "隣地所有者 管理者 占用者 事業者 業者 施工業者 請負業者 担当 担当者 前任者 後任者 当事者 関係者 "
    "被害者 相手 相手方 先方 本人 御本人 ご本人 家族 御家族 親 両親 父 母 夫 妻 主人 御主人 旦那 息子 "
    "娘 子供 子 孫 奥 嫁 隣 両隣 東隣 西隣 南隣 北隣 隣人 近所 御近所 個人 匿名 第三者 他人 友人 知人 "
    "客 来客 乗客 お客 皆 各位 全員 一同 殿 職人 大工 石屋 電気屋 水道屋 酒屋 肉屋 花屋 床屋 農家 "
    "民家 商店 旧 元 前 故 新 同 両 各 某 当 彼 御 一人 二人 方 不明 不詳 未記入 同上 非公開 "
    "非通知 有無 外人 何 誰 何処 お隣 匿名希望 女性 男性 "
    "老人 若者 婦人 学生 児童 生徒 園児"
)
_WITH = {
    "様": words(
        "仕 模 同 多 有 異 一 神 王 姫 殿 左 逆 各 紋 文 今 此 其 斯 空 若 町 村 苦労 疲 世話 馳走 気の毒 何"
    ),
    "さん": words("沢 たく"),
    "氏": words("同 両 各 彼 源 平 華 摂 某 諸 藤 徳川 無"),
    "宅": words(
        "自 住 帰 隣 社 在 居 お 御 当 各 本 個人 民 家 新 旧 農 貸 官 公 持 拝 私 別 他 同 実 在 邸 火 両"
    ),
    "殿": words("神 御 宮 本 拝 貴 沈 湯 主 仏 社 正 寝 玉 別 奥 社殿 神社本"),
    "邸": words("官 公 私 豪 別 自 本 旧 御 藩"),
    "さま": frozenset(),
}
_ENDS = {
    "宅": ("住", "自", "隣", "在", "帰", "社", "民", "者", "個人", "本人", "借", "営住"),
    "様": ("仕", "模", "異", "れ", "苦労", "同", "多"),
}
# Bodies, firms and offices are not persons.
_BODIES = tuple(
    words(
        "会社 建設 電力 電工 工業 工務店 土木 組合 自治会 町内会 老人会 子供会 協会 商会 商店 商事 製作所 "
        "運輸 運送 交通 鉄道 造園 設備 水道 舗装 道路 開発 産業 銀行 信金 農協 病院 医院 学校 大学 高校 "
        "保育園 幼稚園 警察署 警察 消防署 消防 役所 役場 本部 支部 支店 本店 営業所 事務所 出張所 公社 "
        "財団 法人 連合 団地 寺院 神社 研究所 委員会 協議会 土地改良区 改良区 工場 公民館 郵便局 土木課 "
        "建設課 管理課 道路課 都市計画課"
    )
)
_OFFICE_ENDS = ("課", "局", "署", "庁", "省", "係")
_PREFIXES = tuple(
    sorted(
        _ROLES
        | _PEOPLE
        - words(
            "親 父 母 夫 妻 子 孫 奥 嫁 隣 客 皆 殿 新 前 元 旧 同 両 各 某 当 彼 御 何 誰 故 農家"
        )  # fmt: skip
        | words(
            "受付 苦情 通報 要望 相談 連絡 電話 現地 近隣 付近 地元 隣家 本日 昨日 今朝 午前 午後 来庁 立会 "
            "道路 側溝 舗装 市道 県道 国道 交差点"
        ),
        key=len,
        reverse=True,
    )
)
_HIRAGANA_NO = words(
    "さん くん ちゃん さまさま あ うんてんしゅ お おいしゃ おおや おかあ "
    "おかみ おきゃく おく おこ おじ おじい おせわ おつかれ "
    "おてつだい おとう おにい おねえ おば おばあ おぼう おまわり おや お嬢 お子 お隣 かあ かみ かん "
    "き こう こども ご ごくろう ごちそう さ さま しょくにん じい ずい そう たく たくさ だ だいく ちゃ "
    "とこや にい ねえ ばあ ひ ぼう ま みな みなの みんな むすこ むすめ もう れ"
)
_HIRAGANA_ENDS = tuple(word for word in _HIRAGANA_NO if len(word) > 2)
_PARTICLES = "のはがとにへをでもやよりらか"
_KATAKANA_NO = tuple(
    words(
        "ユーザー オーナー ドライバー スタッフ メーカー モニター キャラクター ヤクルト コンビニ ホーム "
        "センター ストア マート ハウス コーポ クリニック スーパー サービス タクシー バス ポンプ ガス "
        "パート"
    )
)
_LONGEST_NAME = 6


_PLACE_ENDS = ("市", "町", "村", "丁目", "区", "新田", "台")


def name_in(run: str, kind: str, title: str, places: frozenset[str] = frozenset()) -> str | None:
    """The name at the end of ``run`` (the characters before the title), or None; ``places`` are no names."""
    if kind == "kanji":
        return _kanji_name(run, title, places)
    if title in ("宅", "殿", "邸") and kind == "hiragana":
        return (
            None
            if len(run) < 2 or run[-1] in _PARTICLES or run.endswith(("お", "ご"))
            else _hiragana_name(run)
        )
    if kind == "hiragana":
        return None if title == "氏" else _hiragana_name(run)
    if kind == "katakana":
        return None if run.endswith(_KATAKANA_NO) or not run.strip("ー・") else run.lstrip("ー・")
    return None if run.isupper() else run


def is_no_name(word: str) -> bool:
    """Whether a kanji word is a role, a group, a body: anything but a person's name."""
    word = word.replace(" ", "")
    return word in _ROLES or word in _PEOPLE or word in _PREFIXES or word.endswith((*_BODIES, *_OFFICE_ENDS))


def _kanji_name(run: str, title: str, places: frozenset[str]) -> str | None:
    if run in _WITH[title] or run.endswith(_ENDS.get(title, ())):
        return None
    name = run
    while True:
        # Many family names are names of places too (加藤, 大柏): before a title they are taken for people,
        # unless the word itself says that it is a place.
        if (name in places and name.endswith(_PLACE_ENDS)) or is_no_name(name) or name in _WITH[title]:
            return None
        prefix = next((p for p in _PREFIXES if len(name) > len(p) and name.startswith(p)), None)
        prefix = prefix or next((name[:n] for n in range(len(name) - 1, 1, -1) if name[:n] in places), None)
        if prefix is None:
            break
        name = name[len(prefix) :]
    if any(name.endswith(word) for word in _ROLES | {p for p in _PEOPLE if len(p) > 1}):
        return None
    return name if len(name) <= _LONGEST_NAME else name[-4:]


def _hiragana_name(run: str) -> str | None:
    """Where a name begins in a run of hiragana cannot be told: rather a particle too much than a name left."""
    name = run[run.rindex("の", 0, -2) + 1 :] if "の" in run[:-2] else run
    if name in _HIRAGANA_NO or name.endswith(_HIRAGANA_ENDS):
        return None
    if len(name) > 3 and name[0] in "がをへ":
        name = name[1:]
    return name if len(name) >= 2 else None
