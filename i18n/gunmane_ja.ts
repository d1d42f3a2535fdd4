<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Gunmane</name>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>  ... and {count} more</source>
        <translation>  ほか {count} 行</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <location filename="../layers/profile_check.py"/>
        <source> (did you mean “{word}”?)</source>
        <translation>(「{word}」ではありませんか)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source> (example)</source>
        <translation>（例）</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source> and {number} more</source>
        <translation> ほか{number}件</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <location filename="../processing_provider/network/progress.py"/>
        <source> and {n} more</source>
        <translation>ほか{n}群</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source> damages. They stand in no bar and are not counted as savings.</source>
        <translation>件。どの棒にも入れていない。減った数にもしていない。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/model.py"/>
        <source> … and {n} more</source>
        <translation>　ほか {n} 件</translation>
    </message>
    <message>
        <location filename="../ui/wizard/wizard.py"/>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>&amp;Leave this ledger out…</source>
        <translation>取り込まない(&amp;L)…</translation>
    </message>
    <message>
        <location filename="../ui/wizard/wizard.py"/>
        <source>&amp;Next &gt;</source>
        <translation>次へ(&amp;N) &gt;</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>&amp;Note</source>
        <translation>備考(&amp;N)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>&amp;Places</source>
        <translation>位置(&amp;P)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>&amp;Read again so</source>
        <translation>この読み方で読み直す(&amp;R)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>&amp;Remove from the list</source>
        <translation>一覧から外す(&amp;R)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>&amp;Right as it is</source>
        <translation>これでよい(&amp;R)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>&amp;Save the profile only</source>
        <translation>プロファイルだけ保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>&amp;Set the places so</source>
        <translation>この位置の読み方にする(&amp;S)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>&amp;Stop</source>
        <translation>止める(&amp;S)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>&amp;Take this ledger</source>
        <translation>取り込む(&amp;L)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>&amp;Try again</source>
        <translation>もう一度試す(&amp;T)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>&amp;Words of codes</source>
        <translation>コードの語(&amp;W)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>(an example: enter your own)</source>
        <translation>(例。自市の値を入れてください)</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>(as in general)</source>
        <translation>(一般と同じ)</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>(before: {km} km).</source>
        <translation>(これまで {km} km)。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/review_dock/editors.py"/>
        <location filename="../ui/wizard/columns_model.py"/>
        <source>(empty)</source>
        <translation>(空欄)</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <location filename="../documents/standards_report.py"/>
        <source>(example)</source>
        <translation>(例・架空の値)</translation>
    </message>
    <message>
        <location filename="../layers/review/subject.py"/>
        <source>(no row)</source>
        <translation>(行なし)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_model.py"/>
        <source>(words without a code: {count})</source>
        <translation>(コードのない語 {count})</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>* provisional: an answer that is still out could raise the class</source>
        <translation>* 暫定: 未回答の市の回答しだいで区分が上がりうる</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>* rests on an assumption, see below</source>
        <translation>* は仮定にもとづく値です (下記)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>* stands for all other classes.</source>
        <translation>*はその他のすべての種別です。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>+ newly to be repaired</source>
        <translation>+ 新たに補修する</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/workplan_words.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../layers/project/furniture.py"/>
        <location filename="../processing_provider/network/progress.py"/>
        <location filename="../processing_provider/zones/scenario_tables.py"/>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <location filename="../ui/review_dock/actions.py"/>
        <location filename="../ui/review_dock/words.py"/>
        <source>, </source>
        <translation>・</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>, {n} border crossings among the cuts</source>
        <translation>（切断箇所のうち市境通過{n}箇所）</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <location filename="../processing_provider/importing/common.py"/>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <location filename="../processing_provider/importing/update_store.py"/>
        <source>1 Data: several cities, one map</source>
        <translation>1 データ: 複数の市を一つの地図に</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>1 day overdue</source>
        <translation>期限超過1日</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>1 more request</source>
        <translation>ほかに要望1件</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>1. The city’s files</source>
        <translation>1. 市のファイル</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>1000 yen
a year (ex.)</source>
        <translation>費用 千円
/年（例）</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/common.py"/>
        <source>2 Standards: judging and agreeing</source>
        <translation>2 維持管理水準: 判定と合意</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>2. The city</source>
        <translation>2. どの市か</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>20: between 0.8 and 1.2 times the agreed value, each equally likely; also for the single changes.</source>
        <translation>20 なら、決めた値の 0.8〜1.2 倍を一様に取ります。重みを一つずつ変える計算にも使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>3 Priority: one list</source>
        <translation>3 優先順位: 一つの一覧</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>3. What the ledgers are</source>
        <translation>3. 台帳の対応付け</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>4 Network: routes and groups across borders</source>
        <translation>4 路線網: 市境を越える路線と路線群</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>4. Trial</source>
        <translation>4. 試しに読む</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>5 Zones: shared out among contractors</source>
        <translation>5 工区: 事業者への割り振り</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>5 or 6 digits</source>
        <translation>5桁か6桁</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>5. Save and import</source>
        <translation>5. 保存して取り込む</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>8.3.5 is a year of an era (wareki)</source>
        <translation>8.3.5 は和暦</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>8.3.5 is no year of an era</source>
        <translation>8.3.5 は和暦ではない</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <location filename="../layers/project/furniture.py"/>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>; {count} cannot be read and are left out</source>
        <translation>。うち {count} は読めないので使いません</translation>
    </message>
    <message>
        <location filename="../ui/wizard/wizard.py"/>
        <source>&lt; &amp;Back</source>
        <translation>&lt; 戻る(&amp;B)</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>= repairs if agreed</source>
        <translation>= 合意後の補修</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>A GeoJSON of municipal boundaries with city_code, for cities that the plugin does not ship.</source>
        <translation>プラグインに境界が入っていない市のための、市区町村の境界の GeoJSON(項目 city_code が必要)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>A GeoJSON with city_code: coordinates, axis order and datum are checked against it. Without it the files' own statements are taken, flagged as unchecked.</source>
        <translation>city_code を持つ GeoJSON。座標・軸の順・測地系をこれで確かめます。ないときはファイルの記載のままとし、未確認の印を付けます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>A bridge so near to both ends lets them be joined across a river.</source>
        <translation>両端からこれより近い橋があれば、川を越えてつなぎます。</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>A cell merged over several rows; its value was taken for each row.</source>
        <translation>複数の行にまたがる結合セルです。値を各行に入れました。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>A city outside Japan cannot be drawn in {crs}.</source>
        <translation>日本の外の市は {crs} では図化できません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>A crew is assumed to work {n} hours a year; nobody gave the figure.</source>
        <translation>班の稼働時間は年 {n} 時間と仮定しました。実際の値は入力されていません。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>A deadline that had passed before the plan begins cannot be kept; it counts as done late or missed, and not among the deadlines in the plan.</source>
        <translation>計画の開始前に過ぎた期限は守れません。「期限後に実施」または「未実施」と数え、計画期間内の期限の件数には入れません。</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>A figure in a disc or square counts what lies together.</source>
        <translation>丸・四角の中の数字は、まとまっている件数</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>A formula without a stored value; kept as text: {formula}</source>
        <translation>計算結果が保存されていない数式のため、文字のまま残しました: {formula}</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>A group is one crew's tour over connected roads. Roads left out are in no group, but crews drive on them; rivers are crossed at bridges only.</source>
        <translation>路線群は、つながった道路を一つの作業班が回る単位です。除いた道路はどの群にも入りませんが、通行には使います。川は橋だけで越えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>A layer with section and group_id (a former result “Sections with groups”): the search begins there.</source>
        <translation>section と group_id を持つレイヤー (前の結果「路線群付きの区間」)。そこから探索を始めます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>A layer with section and zone_id (a former result “Sections with zones”): for what changes, and for the price of changes.</source>
        <translation>sectionとzone_idのあるレイヤ (以前の結果「工区付きの区間」)。何が変わるか、変更の重みを計るために使います。</translation>
    </message>
    <message>
        <location filename="../layers/review/linking.py"/>
        <source>A link can be accepted, rejected, or drawn to another end.</source>
        <translation>連結は、採用・却下するか、別の端点へ引き直せます。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>A link is proposed.</source>
        <translation>接続の候補があります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>A new version from what is shown</source>
        <translation>表示中の内容から新しい版を作る</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>A number of each section in any unit, and its weight in the workload.</source>
        <translation>区間ごとの数値 (単位は自由) と、業務量の中での重み。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>A number of each section, such as its workload. Empty: the length.</source>
        <translation>業務量など、区間ごとの数値。空欄: 延長。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>A page with a heat map, to read and to print.</source>
        <translation>読んで印刷できるページ(ヒートマップ付き)。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>A person accepted every link.</source>
        <translation>すべての連結を担当者が採用した。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>A place may lie so far outside its city before it is reported.</source>
        <translation>この距離までは、市の外にあっても知らせません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>A plan by yen uses no crew-hours; “Compare standards” writes a table of prices.</source>
        <translation>予算による計画では作業時間を使いません。単価表の見本は「維持管理水準を比べる」で書き出せます。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/capacity.py"/>
        <source>A plan covers 1 to 120 months, not {months}.</source>
        <translation>作業計画の期間は 1 から 120 か月です（今は {months}）。</translation>
    </message>
    <message>
        <location filename="../layers/planning/networks.py"/>
        <source>A plan of {kind} has no table {table}.</source>
        <translation>{kind}の計画に表 {table} はありません。</translation>
    </message>
    <message>
        <location filename="../layers/planning/runs.py"/>
        <source>A plan run has no column {column}.</source>
        <translation>計画実行に項目 {column} はありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>A point for each finding, in the store's CRS, with the row, the source's file and line, what is wrong in words, and the remedy.</source>
        <translation>見つかったこと一つに点一つ。座標系は統一ストアと同じ。対象の行、元のファイルと行番号、何がおかしいか、直し方が付きます。</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <source>A quotation mark is opened and never closed.</source>
        <translation>引用符が開いたまま閉じられていません。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>A repair counts in the month in which it ends.</source>
        <translation>補修は、終わる月に数えています。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>A repair is a damage judged L2 (repair) or L3 (emergency). Counted are damages that both standards can judge.</source>
        <translation>「補修」は判定が L2(要補修)か L3(緊急)の損傷。どちらの基準でも判定できる損傷だけを数えた。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>A road class is unknown.</source>
        <translation>道路種別が不明。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>A row has no section.</source>
        <translation>区間のない行があります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>A row of a stored version stays: make a new version in which it ends.</source>
        <translation>保存済みの版の行は削除できません。新しい版を作り、その版で終わりにしてください。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>A row set aside can be corrected, accepted or rejected.</source>
        <translation>保留行は、修正・このままでよい・対象外のいずれかで決めてください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>A standard that nobody has yet</source>
        <translation>新しい基準を加える</translation>
    </message>
    <message>
        <location filename="../layers/importing/run.py"/>
        <source>A store keeps its CRS; leave the parameter empty or make a new store.</source>
        <translation>ストアの座標系は後から変えられません。この欄を空にするか、新しいストアを作ってください。</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>A store that exists keeps the CRS that it was made with.</source>
        <translation>すでにあるストアの座標系は、作成時のまま変わりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>A store with standards, or a workbook. Empty: the common standard that ships with the plugin.</source>
        <translation>基準の入ったストア、またはブック。空欄なら同梱の共通水準。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>A stored version is kept as it is: past judgements name it.</source>
        <translation>過去の判定の根拠になっているため、保存済みの版はそのまま残します。値を変えるには新しい版を作ってください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>A table of both plans: capacity, work and repairs done, deadlines kept and late.</source>
        <translation>二つの計画の表: できる量、行う作業量と件数、期限内・期限後の件数。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>A table with one row for each damage and standard, also those that did not decide.</source>
        <translation>損傷と基準の組ごとに1行の表。決め手にならなかった基準も含みます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>A table: each weight alone, and the share of the risk, down and up: overlap of the first, Spearman's rho, Kendall's tau, bands that change.</source>
        <translation>重みを一つずつ、またリスクの割合を、増減させた結果の表: 上位の一致率、スピアマンの順位相関 ρ、ケンドールの τ、優先帯が変わる件数。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/agreement.py"/>
        <source>A value cannot be proposed: no city is known.</source>
        <translation>市が一つもないため、統一案を出せません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>A version may be part of past judgements; otherwise other values under the same version are refused.</source>
        <translation>版は過去の判定の根拠です。選ばないと、同じ版で値が違う行は断ります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>A version of {place} is being written already.</source>
        <translation>{place}の版は既に編集中です。</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>A version that is in force stays as it is: to change a value, copy the row, give it a new version and the day from which it is valid.</source>
        <translation>適用中の版は書き換えません。値を変えるときは、行を写して、新しい版と適用開始日を付けてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>A workbook (xlsx)</source>
        <translation>ブック (xlsx)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>A workbook has the form that “Write maintenance standards as a workbook” gives.</source>
        <translation>ブックは「維持管理水準をブックに書き出す」で作った形です。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>A zone counts as one of a city from {n} % of its work on.</source>
        <translation>工区の業務量の {n} % 以上がある市を、その工区の関係市と数えます。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <location filename="../ui/standards_editor/window.py"/>
        <source>About the version…</source>
        <translation>版の情報…</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Above the maximum of {km} km only by islands for which no other group near them has room.</source>
        <translation>飛び地を加えたため上限{km} kmを超えています。近くに余裕のある群がほかにありません。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Above the maximum of {km} km: it cannot be cut within the bounds and locks.</source>
        <translation>上限{km} kmを超えています。上下限と固定のため分割できません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Accept</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../layers/review/links.py"/>
        <source>Accept it, reject it, or choose another end. It counts from the next linking run on.</source>
        <translation>採用・却下するか、別の端点を選んでください。次に連結を実行した時から効きます。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Add &amp;files…</source>
        <translation>ファイルを追加(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Add a f&amp;older…</source>
        <translation>フォルダーを追加(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Add a row…</source>
        <translation>行の追加…</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Add a standard</source>
        <translation>基準の追加</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Add rows for these months (0 where nothing can be done), or one without a month for all.</source>
        <translation>これらの月の行を加えてください (できない月は 0)。月が空欄の行を一つ加えれば、すべての月に使います。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Add {std}</source>
        <translation>{std} の追加</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Adopt</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../layers/planning/adopting.py"/>
        <source>Adopt another one first.</source>
        <translation>先に別の計画実行を採用してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <source>Adopt the plan run</source>
        <translation>この計画実行を採用する</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Adopted plan</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../processing_provider/plan_runs.py"/>
        <source>Adopted: {n} damages changed.</source>
        <translation>採用しました: 損傷 {n} 件の内容を書き換えました。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>After</source>
        <translation>合意後</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>After:</source>
        <translation>後:</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Agreed</source>
        <translation>合意後</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>All</source>
        <translation>全体</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>All as stored</source>
        <translation>すべて今の値</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>All cities</source>
        <translation>すべての市</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>All cities side by side</source>
        <translation>全市比較</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>All damages, with month, day, crew, state, amount of work, the day in the other plan, and a sentence. What is not planned is there without them.</source>
        <translation>すべての損傷に、月・実施日・班・状態・作業量・もう一方の計画での実施日・説明文を付けたもの。計画の対象でない損傷も、これらを空欄にして残します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>All figures of the report.</source>
        <translation>レポートのすべての数値です。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>All findings</source>
        <translation>見つかったことの合計</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>All from the file</source>
        <translation>すべて台帳の値</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>All items</source>
        <translation>全項目</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <source>All kinds</source>
        <translation>すべての種別</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>All numbers of the report, and every repair in both plans.</source>
        <translation>レポートのすべての数字と、二つの計画でのすべての補修。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>All numbers of the report.</source>
        <translation>報告書の数字すべて。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>All rows of the file vote at every import</source>
        <translation>取込のたびにファイル全体で決める</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>All standards that spoke</source>
        <translation>該当した全基準</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>All together</source>
        <translation>共同で行う場合</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>All weights are 0: at least one factor must count.</source>
        <translation>重みがすべて 0 です。少なくとも一つの係数に重みを付けてください。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>All yen: EXAMPLE prices, invented.</source>
        <translation>円はすべて「例・架空の値」の単価による。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>All yen: EXAMPLE prices, invented. Do not use them for a budget before your own prices stand in the table.</source>
        <translation>円はすべて「例・架空の値」の単価による。自市の単価に置き換えるまで、予算に使わないこと。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Along a border: distance (m)</source>
        <translation>市境付近とする距離 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Along the borders: through routes that cross or run along one, with what lies beside them; the rest stays with each city. Whole area: every section is in exactly one group.</source>
        <translation>市境沿線: 市境を越える・市境に沿う連続路線と、その近くの区間。残りは各市に残します。全域: すべての区間を、必ず一つの路線群に入れます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Along the borders: with what lies within (m)</source>
        <translation>市境沿線: 含める範囲 (m)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>Also at later imports of this city</source>
        <translation>この市の次からの取込でも</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Also rows that a person worked on since</source>
        <translation>取込後に人が手を入れた行も</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Always on top</source>
        <translation>最優先</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Amount of work</source>
        <translation>作業量</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Amount of work assumed</source>
        <translation>作業量は仮定</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Amounts of work from</source>
        <translation>作業量の出所</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Amounts of work that are assumed</source>
        <translation>作業量を仮定した補修</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>An end that stops so near to another line of its city is joined to it; no line is moved.</source>
        <translation>同じ市の別の線にこれより近い端は、つながっているものとします。線は動かしません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>An end that stops so near to another line was probably meant to join it. It must be larger than the distance of joined ends.</source>
        <translation>ほかの線のこの距離まで来て止まっている端は、つなぐはずだったとみなします。「つながっているとみなす距離」より大きくしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>An existing grouping</source>
        <translation>今の編成</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>An island: {count} pieces, {metres:.0f} m.</source>
        <translation>孤立した道路です(区間片 {count}、{metres:.0f} m)。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Another end fits nearly as well.</source>
        <translation>ほぼ同じくらい合う別の端点があります。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Another end is near, too: to be checked.</source>
        <translation>別の端点も近くにあるため確認が必要です。</translation>
    </message>
    <message>
        <location filename="../analysis/network/reading.py"/>
        <source>Another section of the city has the same line: it counts once.</source>
        <translation>同じ市の別の区間と線が同じです。一度だけ数えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Another seed, another search; the same seed, the same result.</source>
        <translation>種を変えると探索が変わり、同じ種なら同じ結果になります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Another store or a workbook</source>
        <translation>別のストアまたはワークブック</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Any positive numbers, e.g. what each contractor can do. Zones that are not named get the mean, or what is left of 1. In a batch: east,2,west,1.</source>
        <translation>正の数なら何でもかまいません (事業者の施工能力など)。書かれていない工区は平均、または1の残りになります。一括処理では「東,2,西,1」。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Areas of the cities</source>
        <translation>市域</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>As a plan run of its own, with what it says in short. Layers alone are not kept.</source>
        <translation>一つの計画実行として、要点とともに残します。レイヤだけの比較は残しません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>As before: {cities}</source>
        <translation>変わらない: {cities}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>As it is now, this ledger could not be imported: {why}</source>
        <translation>このままでは取り込めません: {why}</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>As the crow flies.</source>
        <translation>直線距離。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <location filename="../ui/review_dock/editors.py"/>
        <location filename="../ui/review_dock/model.py"/>
        <source>As written</source>
        <translation>元の表記</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/package.py"/>
        <source>Ask for the file in its original form, or as csv.</source>
        <translation>元の形式または csv のファイルを、作成元に求めてください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Ask for the table itself.</source>
        <translation>表そのもののファイルを、作成元に求めてください。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <source>Assumed</source>
        <translation>仮定</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Assumptions</source>
        <translation>前提</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>At a junction of a city: it may be another road.</source>
        <translation>市内の交差点にあり、別の道路かもしれません。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>At a narrow angle of {turn:.0f}°: to be checked.</source>
        <translation>{turn:.0f}°の浅い角度のため確認が必要です。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/options.py"/>
        <source>At least one start and no negative number of rounds.</source>
        <translation>初期解は1つ以上、反復回数は0以上にしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>At least two zone plans are needed; there is: {plans}.</source>
        <translation>工区案が二つ以上必要です。今あるもの: {plans}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>At most above the best (%)</source>
        <translation>最良からの超過 最大 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Attach islands to the nearest zone</source>
        <translation>つながらない区間を最寄りの工区に入れる</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Attribution, licence</source>
        <translation>出典表示・利用条件</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/exchange.py"/>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Author</source>
        <translation>改定者</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Axis order</source>
        <translation>軸の順</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>Background</source>
        <translation>参考</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Balance: up to 10 % off is good, up to 20 % is accepted.</source>
        <translation>均衡: 目標との差は 10% までが良好、20% までが許容です。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Balance: {dev:.0%} off the target at most, more than the {limit:.0%} that contracts accept: {names}.</source>
        <translation>均衡: 目標からの偏差が最大{dev:.0%}で、契約で許される{limit:.0%}を超えます: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Balance: {dev:.0%} off the target at most; {good:.0%} is good.</source>
        <translation>均衡: 目標からの偏差は最大{dev:.0%}です({good:.0%}以下が良好)。</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Band</source>
        <translation>優先帯</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Band A</source>
        <translation>優先帯A</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Band B</source>
        <translation>優先帯B</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Band C</source>
        <translation>優先帯C</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Bars: mean; diamonds: farthest place; minutes.</source>
        <translation>棒は平均、ひし形は最も遠い場所です (分)。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Bars: share of the work; dashed: what the zone should have; in brackets: % off.</source>
        <translation>棒は業務量の割合、破線は目標、かっこ内は目標との差 (%) です。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Bases</source>
        <translation>拠点</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Bases of the contractors</source>
        <translation>事業者の拠点</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>Bases outside the area, further than {limit:.1f} km from every road: {names}. Check the place and the CRS.</source>
        <translation>どの道路からも{limit:.1f} kmを超えて離れた、区域外の拠点: {names}。位置と座標系を確かめてください。</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>Basics</source>
        <translation>基本</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/model.py"/>
        <source>Basis: {text}</source>
        <translation>根拠: {text}</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Bearing measured over the last (m)</source>
        <translation>方位を測る末端の長さ (m)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_model.py"/>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>Becomes</source>
        <translation>項目</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Before</source>
        <translation>今</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Before and &amp;after</source>
        <translation>見比べる(&amp;A)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Before:</source>
        <translation>前:</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Belongs to group {id}; see there.</source>
        <translation>路線群{id}に属します（理由は路線群を参照）。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Below the minimum of {km} km: no road within {m} m leads to more, or locks and bounds forbid it.</source>
        <translation>下限{km} kmに足りません。{m} m以内につながる道路がないか、固定や上下限のため広げられません。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Below the shortest length</source>
        <translation>最短延長に満たないもの</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Best and worst rank over all draws, the share of draws in which the damage keeps its band and is among the first, the most places it moves when one weight changes, and whether it lies on a border of bands.</source>
        <translation>全試行での最高順位と最低順位、優先帯が変わらない割合、上位に入る割合、重みを一つ変えたときの順位の最大変動、優先帯の境界にあるかどうか。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Best rank</source>
        <translation>最高順位</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Border</source>
        <translation>市境</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Border (km)</source>
        <translation>市境 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Border crossings</source>
        <translation>市境の通過点</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Border crossings by group</source>
        <translation>路線群ごとの市境の通過点</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Border crossings cut</source>
        <translation>分かれる市境の通過点</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Border crossings in all</source>
        <translation>市境をまたぐ箇所 (全体)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Border crossings inside a zone</source>
        <translation>工区の中で市境をまたぐ箇所</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Border crossings joined</source>
        <translation>つながる市境の通過点</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Border crossings joined / cut</source>
        <translation>市境の通過点 つながる / 分かれる</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Borders</source>
        <translation>市境</translation>
    </message>
    <message>
        <location filename="../analysis/zones/options.py"/>
        <source>Borders are kept, preferred or ignored ({known}), not {given}.</source>
        <translation>市境は残す・優先・無視({known})のいずれかです({given}は使えません)。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Borders of the cities</source>
        <translation>市境の扱い</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Both deadlines: make safe, and permanent repair.</source>
        <translation>応急と本復旧の二つの期限。</translation>
    </message>
    <message>
        <location filename="../layers/review/linking.py"/>
        <source>Both ends lie in one city; links join roads of different cities.</source>
        <translation>両方の端点が同じ市にあります。連結は異なる市の道路をつなぐものです。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Both plans are always made and compared. Off: the layer shows each city by itself.</source>
        <translation>二つの計画を必ず作って比べます。オフにすると、レイヤーには各市が別々に行う計画を入れます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Boundary roads</source>
        <translation>境界道路</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Boundary roads: distance from the border (m)</source>
        <translation>境界道路: 市境からの距離 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Boundary roads: least length (m)</source>
        <translation>境界道路: 延長の下限 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Boundary roads: least share (%)</source>
        <translation>境界道路: 沿う割合の下限 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Breaks in detail</source>
        <translation>不連続の内訳</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Breaks in standard</source>
        <translation>基準の不連続</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>Breaks of standard are not known: no standards were given.</source>
        <translation>管理基準が与えられていないため、基準の不連続は分かりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Bridges</source>
        <translation>橋</translation>
    </message>
    <message>
        <location filename="../ui/wizard/wizard.py"/>
        <source>Bring in a new city’s data</source>
        <translation>新しい市のデータを取り込む</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Bring in a new city’s data…</source>
        <translation>新しい市のデータを取り込む…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Build through routes</source>
        <translation>連続路線をつくる</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>Bus route</source>
        <translation>バス路線</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Bus routes</source>
        <translation>バス路線</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>By band</source>
        <translation>優先帯別</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <source>By city (km)</source>
        <translation>市別延長 (km)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>By city, class, kind</source>
        <translation>市・種別・損傷ごと</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>By class of road</source>
        <translation>道路の種別ごと</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>By the files: {name} ({code}); {why}.</source>
        <translation>ファイルからの推定: {name} ({code})。{why}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>By the speeds of the classes times 1.3. What is further is named; no zone is bent to hide it.</source>
        <translation>道路種別ごとの速度による時間の1.3倍。超える区間は名前を挙げ、工区を曲げて隠すことはしません。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>By then there is less time or money than this one repair takes.</source>
        <translation>期限までにできる量が、この補修 1 件の作業量に足りません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <location filename="../layers/readers/delimited.py"/>
        <source>Byte {offset} cannot be decoded.</source>
        <translation>{offset} バイト目が文字として読めません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_checks.py"/>
        <source>CITIES has no area of {codes}: outlines there end {m} m from the roads.</source>
        <translation>CITIES に{codes}の区域がありません。そこでは工区の外形を道路から{m} mまでとします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <location filename="../ui/options_page.py"/>
        <source>CRS of a new store</source>
        <translation>新しいストアの座標系</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Call-out (yen)</source>
        <translation>出動費(円)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Can be done</source>
        <translation>できる量</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Can be done in the plan</source>
        <translation>計画期間にできる量</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/asking.py"/>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <location filename="../ui/standards_editor/versions.py"/>
        <location filename="../ui/wizard/wizard.py"/>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>中止しました。何も書き込んでいません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>Cancelled. What was being imported was taken back; nothing is half done.</source>
        <translation>中止しました。取り込み中だった分は取り消しました。中途半端に残ったものはありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Cancelled; nothing was taken back.</source>
        <translation>中止しました。何も取り消していません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <location filename="../processing_provider/network/progress.py"/>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>中止しました。何も書き込んでいません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Candidate places</source>
        <translation>位置の候補</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Cannot be judged (NJ): both / only now / only agreed</source>
        <translation>判定できない(NJ) 両方/今だけ/合意後だけ</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Cannot be judged (not measured)</source>
        <translation>測定値がなく判定できない損傷</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Cannot be judged (not measured), a year</source>
        <translation>測定値がなく判定できない損傷 1年</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Cannot be judged: {n} damages ({both} under both, {one} under one of the two). A measure is missing, or there is no standard. They stand in no number of repairs and are no savings: somebody must measure first.</source>
        <translation>判定できない損傷が {n} 件ある(両方で {both} 件、片方で {one} 件)。測定値がないか、基準がない。補修の件数にも、減った件数にも入れていない。まず測る必要がある。</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>Cannot write to {folder}: {error}</source>
        <translation>{folder} に書き込めません: {error}</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Capacity, row {row}: {city} stands there twice.</source>
        <translation>できる量の {row} 行目: {city} が二度書かれています。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Capacity, row {row}: “{city}”, “{amount}” is no city with an amount.</source>
        <translation>できる量の {row} 行目: 「{city}」「{amount}」は、市と量として読めません。</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Category and risk</source>
        <translation>優先区分とリスク値</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Cell</source>
        <translation>項目</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Cells</source>
        <translation>元データ</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Cells of the row</source>
        <translation>行のセル</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Change</source>
        <translation>差</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Change hands (% of all work)</source>
        <translation>担当が替わる業務量 (全体の%)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Change hands (km)</source>
        <translation>担当が替わる延長 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Change one of the wishes: nothing was relaxed, and nothing was written.</source>
        <translation>指定のどれかを変えてください。指定は何も緩めておらず、何も書き出していません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Changed rows put back</source>
        <translation>元に戻した変更行</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Changes its zone.</source>
        <translation>工区が変わります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/asking.py"/>
        <source>Changes of the standards are not saved.</source>
        <translation>維持管理水準の変更が保存されていません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>Check that all parts of the file were copied and that it opens in QGIS.</source>
        <translation>ファイルが一式すべてコピーされているか、QGIS で開けるかを確認してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/tables.py"/>
        <source>Check that the folder can be reached and run the import again.</source>
        <translation>フォルダーに接続できるか確認し、もう一度取り込んでください。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>Check the coordinate system with whoever made the file and correct crs in the profile.</source>
        <translation>座標系を作成元に確認し、プロファイルの crs を直してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Check the data</source>
        <translation>データを検査する</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>Check the folder and the file names in the profile.</source>
        <translation>フォルダーと、プロファイルに書いたファイル名を確認してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Check the folder and the name.</source>
        <translation>フォルダーとファイル名を確認してください。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Checked as of</source>
        <translation>基準日</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Checking the lines …</source>
        <translation>線を調べています…</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>Choose a folder for the sample's files</source>
        <translation>サンプルの保存先フォルダーを選んでください</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Choose a folder that you may write to, and close the file if it is open elsewhere.</source>
        <translation>書き込めるフォルダーを選び、ほかで開いているファイルは閉じてください。</translation>
    </message>
    <message>
        <location filename="../layers/project/__init__.py"/>
        <source>Choose a folder that you may write to, and close the project if it is open elsewhere.</source>
        <translation>書き込めるフォルダーを選び、ほかで開いているプロジェクトは閉じてください。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>Choose a store that was made by an import, or a new file name.</source>
        <translation>取込で作られたストアを選ぶか、新しいファイル名を付けてください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Choose a threshold in the table: its curve is drawn here.</source>
        <translation>表でしきい値の欄を選ぶと、ここに曲線を描きます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Choose another file for it, or close the program that has it open.</source>
        <translation>別のファイルを指定するか、そのファイルを開いているプログラムを閉じてください。</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>Choose another folder, or allow overwriting.</source>
        <translation>別のフォルダーを選ぶか、上書きを許可してください。</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>Choose another folder, or free some space.</source>
        <translation>別のフォルダーを選ぶか、空き容量を増やしてください。</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>Choose at least one format.</source>
        <translation>形式を一つ以上選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>Choose first what “{title}” is.</source>
        <translation>先に「{title}」が何の台帳か選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>Choose it in the list, or give its code and name. The area shows whether places are right.</source>
        <translation>一覧から選ぶか、コードと名前を入れてください。市の区域は、位置が正しいか確かめるのに使います。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>Choose on the map</source>
        <translation>地図で選ぶ</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Choose the field that says which city each road belongs to (advanced parameters).</source>
        <translation>どの市の道路かを示す項目を、詳細パラメータで選んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>Choose the field that says whose base each is.</source>
        <translation>どの工区・事業者の拠点かを示す列を選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/panel.py"/>
        <source>Choose the store</source>
        <translation>ストアを選ぶ</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>Choose the store (.gpkg) that an import made.</source>
        <translation>取込で作られたストア(.gpkg)を選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>Choose the store…</source>
        <translation>ストアを選ぶ…</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>Choose which of the two values is right.</source>
        <translation>二つの値のどちらを採るか選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Choose, or type a part of the name</source>
        <translation>選ぶか、名前の一部を入力</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../layers/project/furniture.py"/>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Cities</source>
        <translation>市</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>Cities not imported</source>
        <translation>取り込めなかった市の数</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Cities with their office days</source>
        <translation>市と閉庁日</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../ui/review_dock/filters.py"/>
        <location filename="../ui/review_dock/model.py"/>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>City (code or name)</source>
        <translation>市 (コードまたは名前)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>City (code)</source>
        <translation>市 (コード)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>City A</source>
        <translation>市A</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>City B</source>
        <translation>市B</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>City borders</source>
        <translation>市境</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>City boundaries</source>
        <translation>市の境界</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <source>City by city</source>
        <translation>市ごと</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>City by city: gains and losses</source>
        <translation>市ごとの得失</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>City code</source>
        <translation>市コード</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>City now, against agreed</source>
        <translation>今の値は合意後より</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>City of the other</source>
        <translation>従う側の市</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>City of the reference</source>
        <translation>基準の市</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/import_city.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>City profile</source>
        <translation>市のプロファイル</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>City, class</source>
        <translation>市・道路種別</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>City: {name}</source>
        <translation>市: {name}</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Class 1 (km)</source>
        <translation>1級市道 (km)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Class 1 / 2 / 3 / other (km)</source>
        <translation>1級 / 2級 / その他市道 / ほか (km)</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>Class 1 is the city road of class 1; responses are R0 (at once) to R5 (next year's plan), R9 (watch).</source>
        <translation>1級は1級市道です。応答はR0(即時)からR5(年度計画)、R9(経過観察)です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Class 1 meets class 2, not class 3. National roads count -1, prefectural 0.</source>
        <translation>1級は2級につながり、3級 (その他) にはつながりません。国道は-1、県道は0と数えます。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/labels.py"/>
        <source>Class 1 no. {number}</source>
        <translation>1級{number}号線</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Class 1 roads (km)</source>
        <translation>1級市道 (km)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Class 2 (km)</source>
        <translation>2級市道 (km)</translation>
    </message>
    <message>
        <location filename="../analysis/routes/labels.py"/>
        <source>Class 2 no. {number}</source>
        <translation>2級{number}号線</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Class 2 roads (km)</source>
        <translation>2級市道 (km)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Class 3 (km)</source>
        <translation>その他市道 (km)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Class 3 roads (km)</source>
        <translation>その他市道 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Class applied</source>
        <translation>適用した級</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Class or manager is excluded; crews may drive on it.</source>
        <translation>道路種別または管理者により対象外です（走行には使います）。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Classes differ by {step:.0f}.</source>
        <translation>道路種別の差 {step:.0f}。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Classes of items</source>
        <translation>項目の区分</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>Click the end of another road (M). Enter on the map decides, Esc ends.</source>
        <translation>別の道路の端点をクリックします (M)。地図上の Enter で決定、Esc で終了。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Click the place on the map (M). Enter on the map decides, Esc ends.</source>
        <translation>地図をクリックして位置を示します (M)。地図上で Enter を押すと決定、Esc で終わります。</translation>
    </message>
    <message>
        <location filename="../ui/help.py"/>
        <location filename="../ui/review_dock/notice.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Close it there, or copy it to another folder.</source>
        <translation>開いているソフトで閉じるか、別のフォルダーにコピーしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/files.py"/>
        <source>Close it where it is open, or choose another name or folder.</source>
        <translation>開いているアプリで閉じるか、別の名前かフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Closed</source>
        <translation>処理済</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/wizard/city_page.py"/>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Code or name of the city, e.g. 082244 or 守谷市. May be empty where only one city has an import that can be undone, and for a try, which then lists them all.</source>
        <translation>市のコードか名前(例: 082244、守谷市)。取り消せる取込が一つの市だけなら空欄でもかまいません。試すときに空欄にすると、すべて一覧に出ます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Code with 5 or 6 digits (with a name after it, if you like), or the name as in the boundary file. Empty: as the files themselves say. A city outside Japan gets six digits of your choice that begin with 9, and its name: 990001 Springfield. A prefecture's code (08000) takes the rows of all its municipalities.</source>
        <translation>5 桁か 6 桁のコード (後ろに名前を付けてもよい)、または境界ファイルにある名前。空ならファイルの記載による。海外の市には、9 で始まる 6 桁のコードを自分で決め、名前を付けて指定する (例: 990001 Springfield)。都道府県のコード (例: 08000) なら、その県の全市町村の行を取り込む。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Codes or names with commas between them. Empty: all.</source>
        <translation>市コードまたは市名をカンマで区切ります。空欄: すべて。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>Codes or names, separated by commas; empty: all cities.</source>
        <translation>市コードか市名をコンマ区切りで。空欄なら全市。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Colour number</source>
        <translation>色番号</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_model.py"/>
        <source>Column of the file</source>
        <translation>ファイルの列</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <location filename="../ui/review_dock/tables.py"/>
        <source>Column of the ledger</source>
        <translation>台帳の列</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Column that is compared</source>
        <translation>並べて見る列</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>Column {number} has no label.</source>
        <translation>{number} 列目に見出しがありません。</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Columns city, month (2026-06, 令和8年6月; empty: every month) and amount. It goes before the rows above.</source>
        <translation>市・月 (2026-06、令和8年6月など。空欄は毎月)・量の列。上の行よりも優先します。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Columns of the profile that the file lacks</source>
        <translation>プロファイルにあり、ファイルにない列</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Columns that have neither a place nor a reason</source>
        <translation>置き場所も理由もない列</translation>
    </message>
    <message>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>Columns that identify a row (none: its content does)</source>
        <translation>行を見分ける列 (なければ中身で見分けます)</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Columns to be decided</source>
        <translation>未確定の列</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Columns to decide: {count}</source>
        <translation>決めていない列 {count}</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Columns with a field</source>
        <translation>項目に当てた列</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <source>Columns without a place</source>
        <translation>置き場所のない列</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Columns without a place (kept in the raw data)</source>
        <translation>行き先のない列(元データとして残します)</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Columns without place and reason</source>
        <translation>置き場所も理由もない列の数</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Common now</source>
        <translation>現在の共通</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>Common: {value}</source>
        <translation>共通: {value}</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Compactness</source>
        <translation>まとまりのよさ</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Compactness: 1 is a circle, a long strip comes near 0.</source>
        <translation>まとまりのよさは、円が1、細長い帯ほど0に近づきます。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Compactness: 1 is a circle, a long strip comes near 0; 0.3 and more is compact.</source>
        <translation>まとまりのよさ: 円が1、細長い帯ほど0に近づきます。0.3以上ならまとまっています。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Compare standards: what changes if cities agree</source>
        <translation>維持管理水準を比べる(そろえると何が変わるか)</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Compare the cities' data items</source>
        <translation>各市のデータ項目を比べる</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Compare with each city by itself</source>
        <translation>各市別と比べる</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Compare zone plans: what each city gains or loses</source>
        <translation>工区案を比べる (各市の得失)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Compared with</source>
        <translation>比べる相手</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Compared with:</source>
        <translation>比較:</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Comparing standards at the borders</source>
        <translation>市境で水準を比べています</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Comparing …</source>
        <translation>比べています…</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Confidence</source>
        <translation>確信度</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Conflicts</source>
        <translation>値の衝突</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Connected part</source>
        <translation>連結成分</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Connected parts</source>
        <translation>つながりの数</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Connected parts of the network</source>
        <translation>路線網の連結成分</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/workplan_report.py"/>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Continues</source>
        <translation>引き継ぐ工区</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Continuing roads at their nodes</source>
        <translation>交差点で道路の続きを判定しています</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Continuity: no road connects {n} sections ({share:.1%} of the work) with a zone, so they have none: {names}.</source>
        <translation>連続性: {n}区間(業務量の{share:.1%})はどの工区とも道路でつながらないため、工区がありません: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Continuity: no road connects {n} sections ({share:.1%} of the work) with a zone; they were attached to the nearest one: {names}.</source>
        <translation>連続性: {n}区間(業務量の{share:.1%})はどの工区とも道路でつながらないため、最寄りの工区に加えました: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>Contract sums: none of the plans' zones has one.</source>
        <translation>契約額: どの案の工区にも契約額がありません。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Contractor</source>
        <translation>事業者</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Contractor's id</source>
        <translation>事業者ID</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Contractors' zones across the borders of the cities</source>
        <translation>工区割り (市境を越える・群マネ最適)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Contractors' zones, borders of the cities kept</source>
        <translation>工区割り (市境を残す)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Contractors' zones, borders of the cities preferred</source>
        <translation>工区割り (市境を優先)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/entries.py"/>
        <source>Coordinate of the place</source>
        <translation>位置の座標</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Coordinate system</source>
        <translation>座標系</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../layers/export/notes.py"/>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Coordinates</source>
        <translation>座標</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Coordinates (m)</source>
        <translation>座標 (m)</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>Copy all parts of the Shapefile (.shp, .shx, .dbf, .prj, .cpg) together.</source>
        <translation>Shapefile の構成ファイル(.shp、.shx、.dbf、.prj、.cpg)をすべて、まとめてコピーしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/update_store.py"/>
        <source>Copy of the store as it was</source>
        <translation>更新前のストアの写し</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>Copy the file again from its source, all its parts together.</source>
        <translation>ファイル一式を、元の場所からもう一度コピーしてください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/package.py"/>
        <source>Copy the file again from its source, or open it in Excel and save it under a new name.</source>
        <translation>元の場所からもう一度コピーするか、Excel で開いて別の名前で保存してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/open.py"/>
        <source>Copy the file again from its source.</source>
        <translation>元の場所からもう一度コピーしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>Correct the first day of the plan.</source>
        <translation>計画の初日を直してください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Correct the stored version {ver} itself</source>
        <translation>保存済みの版 {ver} そのものを訂正する</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>Correct these cells and read the workbook again; nothing of it was taken.</source>
        <translation>これらのセルを直して、もう一度読み込んでください。このブックからは何も取り込んでいません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/prices.py"/>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>Correct these cells and run it again.</source>
        <translation>これらのセルを直して、もう一度実行してください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Correct version {ver}</source>
        <translation>版 {ver} の訂正</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Could not be read (left empty)</source>
        <translation>読めない (空欄になる)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Counted along the borders.</source>
        <translation>市境付近の件数を数えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Counts and yen by city, by class of road, by kind of damage, and by all of them.</source>
        <translation>市、道路の種別、施設と損傷、そのすべてごとの件数と円。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Counts where the number of zones is empty and no bases or shares name them.</source>
        <translation>工区数が空欄で、拠点や割合にも書かれていないときに使います。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Coverage</source>
        <translation>網羅率</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Coverage as a table</source>
        <translation>項目対応(表)</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Coverage as a workbook</source>
        <translation>項目対応(Excel)</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Coverage of the data items</source>
        <translation>データ項目の網羅状況</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Coverage report</source>
        <translation>項目対応レポート</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Crew</source>
        <translation>班</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>Crew-hours</source>
        <translation>作業時間</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Crew-hours by kind of damage (xlsx or csv)</source>
        <translation>損傷の種類ごとの作業時間 (xlsx・csv)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Crews</source>
        <translation>班</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Crews by hours alone</source>
        <translation>時間だけで割った班数</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Crews needed</source>
        <translation>必要な班</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Crews needed {a} → {b}.</source>
        <translation>必要な班は {a} → {b}。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Crews needed, whole ones a zone</source>
        <translation>必要な班 (工区ごとに切上げ)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Crews, by hours alone</source>
        <translation>班 (時間だけで割った数)</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Crosses borders: {n}, not all of them checked by a person.</source>
        <translation>市境を{n}回越える。担当者の確認が済んでいない市境がある。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Crosses borders: {n}.</source>
        <translation>市境を{n}回越える。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>Crossings of borders: the sections have neither junctions nor places.</source>
        <translation>市境をまたぐ箇所: 区間に交差点の番号も位置もありません。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Crossings on through routes</source>
        <translation>連続路線の通過点</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Crossings with a break in standard</source>
        <translation>基準が不連続な通過点</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Curves</source>
        <translation>曲線の表</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Curves: this one value is set for all cities, all other values stay as they are now.</source>
        <translation>曲線は、その値だけを全市でそろえ、ほかの値は今のままとした場合である。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Cut</source>
        <translation>群が分かれる</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Cut from {names}{crossed}: so the lengths come near the target, and of the cuts tried these repeat least.</source>
        <translation>{names}と分けました{crossed}。延長が目標に近く、調べた切り方のうち空走が最も少ない位置です。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Cut from {names}{crossed}: with any of them it would exceed the largest length, and of the cuts tried these repeat least.</source>
        <translation>{names}と分けました{crossed}。合わせると延長の上限を超えるためで、調べた切り方のうち空走が最も少ない位置です。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Damage</source>
        <translation>損傷</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/workplan_report.py"/>
        <source>Damage no.</source>
        <translation>損傷番号</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Damages</source>
        <translation>損傷</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Damages a year</source>
        <translation>損傷 (件/年)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Damages dated later count as misdated. Empty: today.</source>
        <translation>これより後の日付は誤りとみなします。空欄なら今日。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Damages from</source>
        <translation>損傷データ</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Damages in the order of repair</source>
        <translation>補修の優先順位一覧</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Damages near the border</source>
        <translation>市境付近の損傷</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Damages of the city's roads in the records</source>
        <translation>記録にある市道の損傷(件)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Damages of which the judgement changes, with both judgements and what decided them.</source>
        <translation>判定が変わる損傷と、両方の判定、決め手になった基準・測定値。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Damages on a border of bands</source>
        <translation>優先帯の境界にある損傷</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Damages only</source>
        <translation>損傷のみ</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Damages that cannot be judged</source>
        <translation>判定できない損傷</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Damages that move</source>
        <translation>判定が変わる損傷</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Damages whose rank is solid</source>
        <translation>順位の安定した損傷</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Damages with the range of their rank</source>
        <translation>順位の幅を付けた損傷</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Damages:</source>
        <translation>損傷:</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Dates after this day are reported as lying in the future. Empty: today.</source>
        <translation>この日より後の日付を「未来」として知らせます。空欄なら今日。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Day of the check</source>
        <translation>検査の基準日</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Day of the list</source>
        <translation>一覧の基準日</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Day that is looked at</source>
        <translation>表示する日</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Days over</source>
        <translation>超過日数</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Days overdue</source>
        <translation>期限超過日数</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Dead running</source>
        <translation>空走</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Dead running (%)</source>
        <translation>空走 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Dead running (h)</source>
        <translation>空走 (時間)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Dead running (km)</source>
        <translation>空走 (km)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Dead running by itself (%)</source>
        <translation>空走 各市別 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Dead running by itself (h a year)</source>
        <translation>空走 各市別 (時間/年)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Dead running by itself (km)</source>
        <translation>空走 各市別 (km)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Dead running is what a crew drives without work, or a second time, to run every road of its group once and come back to where it began. It is counted by pairing the group's odd junctions over shortest ways.</source>
        <translation>空走とは、作業班が路線群の全区間を一度ずつ回って出発点に戻るまでに、作業なしで、または二度目に走る距離です。奇数次の交差点どうしを最短経路で結んで求めます。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Dead running joint (%)</source>
        <translation>空走 共同 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Dead running joint (h a year)</source>
        <translation>空走 共同 (時間/年)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Dead running joint (km)</source>
        <translation>空走 共同 (km)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Dead running on one pass</source>
        <translation>巡回1回の空走</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Dead running on the roads</source>
        <translation>空走する道路</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Dead running that no grouping can beat (%)</source>
        <translation>空走の下限値 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Dead running, each city by itself (%)</source>
        <translation>空走 各市別 (%)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Dead running: {joint} % of {km} km of roads.</source>
        <translation>空走は道路延長 {km} km の {joint}%。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Deadline in the plan</source>
        <translation>計画上の期限</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Deadlines in the plan</source>
        <translation>計画期間内の期限</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Deadlines kept</source>
        <translation>期限内に実施</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Deadlines kept, each by itself</source>
        <translation>期限内に実施 (各市別々)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Deadlines kept, joint</source>
        <translation>期限内に実施 (共同)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Deadlines not kept</source>
        <translation>守れない期限</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Deadlines that are chosen exactly</source>
        <translation>最適を証明する期限の件数</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Deadlines that are not kept, by rank</source>
        <translation>守れない期限 (順位の順)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Deadlines that have passed count anew</source>
        <translation>過ぎた期限を数え直す</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Deadlines that joint work gains</source>
        <translation>共同で増える期限内の件数</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Deadlines: the store has no work plan that says how many are met.</source>
        <translation>期限: 期限内の件数を示す作業計画がストアにありません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>Decide with what was entered (Ctrl+Enter)</source>
        <translation>入れた内容で決定する (Ctrl+Enter)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <source>Decided</source>
        <translation>決定済み</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/listing.py"/>
        <source>Decided, takes effect with the next import: {number}</source>
        <translation>決定済みで、次の取込で反映: {number}件</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/panel.py"/>
        <source>Decided: {number}, of these {pending} with the next import.</source>
        <translation>{number}件を決定しました。うち{pending}件は次の取込で反映されます。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/panel.py"/>
        <source>Decided: {number}.</source>
        <translation>{number}件を決定しました。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/actions.py"/>
        <source>Deciding again</source>
        <translation>決定のやり直し</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/actions.py"/>
        <source>Deciding {number} items</source>
        <translation>{number}件を決定</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <location filename="../ui/review_dock/model.py"/>
        <source>Decision</source>
        <translation>決定</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Department shown on printed maps</source>
        <translation>印刷する地図に載せる作成課</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Describing through routes</source>
        <translation>連続路線をまとめています</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Differing cells</source>
        <translation>違う項目</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Differing rows only</source>
        <translation>相違のある行のみ</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Differing values</source>
        <translation>違う項目の表</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Distance</source>
        <translation>差の大きさ</translation>
    </message>
    <message>
        <location filename="../analysis/groups/options.py"/>
        <source>Distances and penalties cannot be negative.</source>
        <translation>距離と変更の重みは0以上にしてください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>Do again</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>Do it again (Ctrl+Shift+Z)</source>
        <translation>取り消した決定をやり直す (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Do not ask again</source>
        <translation>この件は問わない</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>Do not rename the columns. Columns to the right that are not known are left alone.</source>
        <translation>列の見出しは変えないでください。右側に足した列は読みません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/asking.py"/>
        <source>Do not save</source>
        <translation>保存しない</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>Do not write names or telephone numbers into “{column}”.</source>
        <translation>「{column}」に氏名や電話番号を書かないでください。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/panel.py"/>
        <source>Done again: {number}.</source>
        <translation>{number}件の決定をやり直しました。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Done late</source>
        <translation>期限後に実施</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Done on</source>
        <translation>実施日</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>Done on {day} ({crew}, no. {place})</source>
        <translation>{day} に実施 ({crew}の班、着手順 {place})</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Done on, all together</source>
        <translation>実施日 (共同で行う場合)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Done on, by itself</source>
        <translation>実施日 (各市別々)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Done on, each city by itself</source>
        <translation>実施日 (各市が別々に行う場合)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Done on, joint</source>
        <translation>実施日 (共同)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Done, each by itself</source>
        <translation>実施件数 (各市別々)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Done, joint</source>
        <translation>実施件数 (共同)</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Done, not ours</source>
        <translation>完了・対象外</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/standards/exchange.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Doubts</source>
        <translation>疑い</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/problems.py"/>
        <source>Doubts about the standards</source>
        <translation>基準の確認事項</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Doubts of the ranking</source>
        <translation>順位付けの疑問点</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Draw contractors' zones</source>
        <translation>工区をつくる</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Draw zones again with other wishes, each kept in the store or as a layer.</source>
        <translation>条件を変えて工区をもう一度つくり、それぞれストアかレイヤに残してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Drawn already as</source>
        <translation>二重描画の基準</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Drawn in the file itself</source>
        <translation>ファイルの図形</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Drawn twice: follows section {other}.</source>
        <translation>二重描画のため、区間{other}に従います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Driving while working (h a pass)</source>
        <translation>作業しながらの走行 (時間/回)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Drop files or a folder here. Nothing is changed in them: they are only read.</source>
        <translation>ファイルかフォルダーをここに置いてください。読むだけで、書き換えません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Drop the city’s files or its folder here</source>
        <translation>ここに市のファイルかフォルダーをドロップ</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Duplicates: days</source>
        <translation>重複とみなす日数</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Duplicates: distance (m)</source>
        <translation>重複とみなす距離 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>E.g. 082112,320,082244,160; one amount a month goes into a table.</source>
        <translation>例: 082112,320,082244,160。月ごとに量が違うときは、表のファイルにしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>E.g. as many as can be done this month. Empty: 20, or half of a short list.</source>
        <translation>たとえば今月対応できる件数。空欄なら 20 件 (短い一覧では半数)。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/planning.py"/>
        <source>Each band needs a weight that is a whole number above 0 (bands: {bands}).</source>
        <translation>優先帯ごとに、0 より大きい整数の重みを付けてください（優先帯: {bands}）。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>Each city by itself</source>
        <translation>各市が別々に行う場合</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Each city by itself: its crews, its damages. All together: the same amounts, one list; who goes where is not planned, nor is the way between the cities.</source>
        <translation>別々: 各市の班が自市の損傷だけを直します。共同: できる量の合計は同じで、一つの一覧として直します。どの班がどこへ行くか、市の間の移動は計画していません。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Each city by itself: the same search over the same roads with every border closed. A joint group's dead running is shared among its cities by their length in it.</source>
        <translation>各市別とは、同じ道路を、すべての市境を閉じて同じ方法で編成した結果です。共同の群の空走は、群の中の延長に応じて各市に割り当てます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Each city by itself: {pct} %.</source>
        <translation>各市別では {pct}%。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Each city's own, as it is</source>
        <translation>各市の今の基準</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Each counts for the nearest section within 30 m.</source>
        <translation>それぞれ30 m以内で最寄りの区間に数えます。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Each finding names the file and row of the source: mend it there and import again, so that it does not come back. Coordinates in brackets are those of the road or city, where the row has no place of its own.</source>
        <translation>元のファイルと行番号を示します。元の台帳を直してもう一度取り込むと、同じことは出なくなります。かっこ付きの座標は、行に位置がないための、道路か市の目安です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>Each sub-folder is named by the city's code or as the city's profile says.</source>
        <translation>サブフォルダーの名前は、市コードか、その市のプロファイルに書いた名前にします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Each through route of the network is in one zone (in one a city where borders are kept).</source>
        <translation>連続路線はそれぞれ一つの工区に入ります (市境を残すときは市ごとに一つ)。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Emergencies</source>
        <translation>緊急</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Emergencies (L3) in all records</source>
        <translation>緊急(L3)の増減(記録全体)</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Emergencies (L3) now → agreed</source>
        <translation>緊急(L3) 今 → 合意後</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Emergencies (L3, safe the same day) a year</source>
        <translation>緊急(L3・当日中に安全確保)の増減(1年)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Emergencies if agreed</source>
        <translation>合意後の緊急</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Emergencies now</source>
        <translation>今の緊急</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Emergency
value</source>
        <translation>緊急</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>Emergency road</source>
        <translation>緊急輸送道路</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Emergency roads</source>
        <translation>緊急輸送道路</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Empty these cells of the cities too, so that they inherit the common value</source>
        <translation>各市の独自の値を空にする（共通の値に従う）</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/view.py"/>
        <source>Empty {n} cells</source>
        <translation>{n} 欄を空にする</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Empty: an assumption, which every result says.</source>
        <translation>空欄なら仮定の値を使い、すべての結果にそう書きます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Empty: an example, and every result says so.</source>
        <translation>空欄: 例の値を使い、結果にもその旨を示します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Empty: an invented example, which every page says. “Example of a price table” gives the form.</source>
        <translation>空欄なら架空の例で計算し、どのページにもそう書きます。様式は「例の単価表」で出力できます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Empty: an invented example, which every result says. “Example of a table of crew-hours” gives the form.</source>
        <translation>空欄: 架空の例を使い、その旨を結果のすべてに書きます。書式は「作業時間表の見本」で書き出せます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Empty: as many as the bases or shares name; else the fewest within the bounds that reach everything in time and are balanced.</source>
        <translation>空欄のときは、拠点や割合に書かれた数。それもないときは、範囲の中で、すべての区間に時間内に届き均衡が取れる最少の数。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Empty: as many as the bounds suggest.</source>
        <translation>空欄: 上下限から決めます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Empty: con_id, zone_id or name, whichever the layer has first.</source>
        <translation>空欄のときは、con_id、zone_id、nameのうちレイヤに最初にある列を使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Empty: from each city's first to its last damage, at least one year.</source>
        <translation>空欄なら、市ごとに最初の損傷から最後の損傷まで(最短1年)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Empty: no yen are told.</source>
        <translation>空欄のときは金額を示しません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Empty: no yen of the work; nothing is invented.</source>
        <translation>空欄なら金額は出しません。値を作り出すことはしません。</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Empty: the computer's user name</source>
        <translation>空欄ならパソコンのユーザー名</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Empty: the day of judging.</source>
        <translation>空欄なら判定日。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Empty: the day of the list, where its overdue damages tell it; else today.</source>
        <translation>空欄: 一覧の基準日 (期限超過の損傷から分かる場合)。分からなければ今日。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Empty: the preset's. Weights are shared out in proportion; 0 leaves the factor out.</source>
        <translation>空欄なら設定ファイルの値。重みは合計に対する割合で効きます。0 にすると、その項目は使いません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Empty: the unified model's name ({name}), where the layer has it.</source>
        <translation>空欄: 統一モデルの名前 ({name}) がレイヤーにあればそれを使います。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Ends of lines that lie so near count as joined.</source>
        <translation>この距離までの端は、つながっているとみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Ends of two cities so near may be one road.</source>
        <translation>二市の端がこれより近ければ、一本の道の可能性があります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Ends of two cities' roads that face each other so near are taken for one road; 0 looks for none.</source>
        <translation>二つの市の道路の端がこの距離以内で向き合えば、一つの道路とみなします。0 なら調べません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>Ends that it could be joined with</source>
        <translation>連結できる端点</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Ends without a partner</source>
        <translation>相手のない端</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Ends without a partner, islands, lines that cannot be used, and why.</source>
        <translation>相手のない端、孤立した道路、使えない線と、その理由。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Ends {gap:.1f} m apart, {turn:.0f}° off.</source>
        <translation>端点の間隔 {gap:.1f} m、方位差 {turn:.0f}°。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Ends {gap:.1f} m apart.</source>
        <translation>端点の間隔 {gap:.1f} m。</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Enter an amount for each (0 where nothing can be done; * for all others), or, as an assumption, a share of the listed work.</source>
        <translation>市ごとに量を入れてください (できないときは 0、残りの市すべては *)。仮定でよければ、一覧の作業量に対する割合を入れてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Enter numbers from 0 on, or leave the cells empty.</source>
        <translation>0 以上の数を入れるか、空欄にしてください。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/capacity.py"/>
        <source>Enter what each city can do in a month.</source>
        <translation>各市が一か月にできる量を入力してください。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Every column of the cities' files has a place in the model.</source>
        <translation>各市のファイルの列はすべて統一モデルに置き場所があります。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Every column without a place has its reason.</source>
        <translation>置き場所のない列には、すべて理由があります。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/planning.py"/>
        <source>Every damage needs a rank of its own: rank the list first.</source>
        <translation>損傷ごとに異なる順位が必要です。先に順位を付けてください。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Every deadline is kept.</source>
        <translation>すべての期限を守れます。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <location filename="../layers/propose/draft_check.py"/>
        <source>Every ledger is left out: there is nothing to import.</source>
        <translation>取り込む台帳がひとつもありません。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Every section is in a zone.</source>
        <translation>すべての区間が工区に入っています。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Every section of the network</source>
        <translation>路線網のすべての区間</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Everything is read as the import will read it, but nothing is written. Double click a reason to go to its column.</source>
        <translation>取込と同じように全部読みますが、何も書きません。理由をダブルクリックすると、その列に戻ります。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Everything that was asked for has been met.</source>
        <translation>すべての指定を満たしました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Example of a price table</source>
        <translation>例の単価表</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Example of a table of crew-hours</source>
        <translation>作業時間表の見本</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Example prices (1 = invented)</source>
        <translation>例の単価(1 = 架空)</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Example {city}: {before} + {newly} − {released} = {after} repairs; {after} ÷ {years} years = {yearly} a year.</source>
        <translation>例 {city}: {before} + {newly} − {released} = {after} 件、{after} 件 ÷ {years} 年 = 年 {yearly} 件。</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>Example: invented values, not the city's practice.</source>
        <translation>例: 架空の値です。市の実際の運用ではありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_model.py"/>
        <source>Examples</source>
        <translation>例</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Examples (file row: as written → as stored)</source>
        <translation>例(ファイル 行: 元の値 → 保存した値)</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel ブック (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Existing zone</source>
        <translation>現在の工区</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Existing zones of the sections</source>
        <translation>区間の現在の工区</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>Existing zones without a place among the new ones: {names}. Their sections are free.</source>
        <translation>新しい工区にない現在の工区: {names}。その区間は自由に割り当てます。</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>Expected columns that are not there: {columns}</source>
        <translation>あるはずの列がありません: {columns}</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>Export the unified data for others</source>
        <translation>統一データを外部提供用に書き出す</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>F2 or typing: edit, Del: inherit again, Ctrl+D: fill down</source>
        <translation>F2・入力: 編集　Del: 継承に戻す　Ctrl+D: 下へコピー</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Facilities</source>
        <translation>施設</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <location filename="../ui/standards_editor/model.py"/>
        <source>Facility</source>
        <translation>施設</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <source>Facility and damage</source>
        <translation>施設・損傷</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>Facility or damage type unknown: cannot be judged.</source>
        <translation>施設種別または損傷種別が不明のため判定不能。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Factors that do not count</source>
        <translation>使わなかった項目</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Farther apart than {limit:g} m.</source>
        <translation>間隔が {limit:g} m を超えています。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Farther than {limit:g} m: to be checked.</source>
        <translation>{limit:g} m を超えるため確認が必要です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Farthest from its wanted share (%)</source>
        <translation>目標の割合との最大の差 (%)</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Farthest place {a} → {b} min.</source>
        <translation>最も遠い場所まで {a}分 → {b}分。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Fewest zones, where the program chooses</source>
        <translation>プログラムが選ぶときの工区数の下限</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Field name</source>
        <translation>項目名(英字)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Field of the network</source>
        <translation>路線網の列</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Field of the zone or contractor</source>
        <translation>工区・事業者の列</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field that marks bridges</source>
        <translation>橋を示す項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field that tells sections apart</source>
        <translation>区間を見分ける項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Field with the amount of work</source>
        <translation>作業量の項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Field with the city's code</source>
        <translation>市コードの項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Field with the class of emergency roads</source>
        <translation>緊急輸送道路の区分の項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field with the level (0 ground, above it bridges, below it tunnels)</source>
        <translation>階層の項目 (0: 地上、正: 橋、負: トンネル)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field with the one-way direction (1 as drawn, -1 against)</source>
        <translation>一方通行の項目 (1: 線の向き、-1: 逆向き)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field with the road class</source>
        <translation>道路種別の項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field with the road's name</source>
        <translation>路線名の項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field with the route's number</source>
        <translation>路線番号の項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field with the section's number</source>
        <translation>区間番号の項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Field with the width (m)</source>
        <translation>幅員の項目 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Fields as in the unified model (ft, dt, depth_cm, found_at, route_key …), with or without places. A field that is not there counts as not measured, never as fine.</source>
        <translation>統一モデルの項目名 (ft, dt, depth_cm, found_at, route_key など)。位置はなくてもかまいません。ない項目は「測っていない」と扱い、問題なしにはしません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Fields city_code, office_calendar and office_hours as in the store's table of cities. Empty: those of the store, if one is given; else weekends, holidays and the turn of the year alone are closed.</source>
        <translation>ストアの市の表と同じ項目 (city_code、office_calendar、office_hours)。空欄なら、指定したストアのものを使います。どちらもなければ、土日・祝日・年末年始だけを閉庁日とします。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <source>Figure</source>
        <translation>項目</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>Figures</source>
        <translation>数値を集計しています</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Figures are rounded; sums may differ in the last digit.</source>
        <translation>数値は四捨五入のため、合計と末尾が合わないことがあります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Figures of each zone, a map, what could not be met, and how good the answer is.</source>
        <translation>工区ごとの数値、地図、満たせなかったこと、答えの良さ。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>File by file: table, columns, places, how sure and why, and what a person must decide.</source>
        <translation>ファイルごとの表・列・位置と、確信度、理由、人が決めること。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>Files are written when all are complete. Metadata and a description are always added.</source>
        <translation>すべて作り終えてから書き込みます。メタデータと説明は必ず付きます。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Files of the city</source>
        <translation>市のファイル</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Files or folders of the city</source>
        <translation>市のファイルまたはフォルダー</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Files that no ledger of the profile claims</source>
        <translation>プロファイルのどの台帳にも当たらないファイル</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>Files written</source>
        <translation>書き出したファイル数</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Fill rate %</source>
        <translation>充足率%</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Fill the field city_code, then judge and rank again.</source>
        <translation>項目 city_code を埋めて、判定と順位付けをやり直してください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/view.py"/>
        <source>Fill {n} cells down</source>
        <translation>{n} 欄を下へコピー</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Filled</source>
        <translation>記入率</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Filter (Ctrl+F)</source>
        <translation>絞り込み (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <source>Find (Ctrl+F)</source>
        <translation>検索 (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Finding</source>
        <translation>見つかったこと</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Findings</source>
        <translation>見つかったこと</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Findings in the network</source>
        <translation>路線網の所見</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Findings that are almost certainly wrong</source>
        <translation>ほぼ確実な誤りの数</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Findings that are wrong for certain</source>
        <translation>確かな誤りの数</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>First action</source>
        <translation>最初の対応</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>First day of the plan</source>
        <translation>計画の初日</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>First day, name, author and reason of the version</source>
        <translation>適用開始日・版名・改定者・改定理由</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>First rows. If they look wrong: encoding</source>
        <translation>最初の行。文字や見出しがおかしいときは: 文字コード</translation>
    </message>
    <message>
        <location filename="../ui/wizard/entries.py"/>
        <source>Fiscal year of the dates</source>
        <translation>日付の年度</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Fixed roads</source>
        <translation>固定する道路</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Fixed roads as a layer</source>
        <translation>固定する道路 (レイヤ)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>Fixed roads that the network does not have: {roads}.</source>
        <translation>固定する道路が路線網にありません: {roads}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>Folder of profiles</source>
        <translation>プロファイルのフォルダー</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/import_city.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Folder of the city's files</source>
        <translation>市のファイルのフォルダー</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>Folder of the package</source>
        <translation>パッケージのフォルダー</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Folder of your own city profiles</source>
        <translation>自分の市のプロファイルを置くフォルダー</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>Folder with a sub-folder for each city</source>
        <translation>市ごとのサブフォルダーが入ったフォルダー</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>For GIS. Coded columns have a second column with the words.</source>
        <translation>GIS 用。コードの列の隣に名称の列があります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>For a backlog: what is overdue gets the same response time again, counted from the first day of the plan. Off: it cannot be kept any more, and is done by rank.</source>
        <translation>積み残しが多いときに使います。期限を過ぎた損傷に、計画の初日から同じ対応期間の期限を改めて付けます。オフの場合、過ぎた期限は守れないものとして、順位の順に行います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>For a layer without such a field: all damages are of this city.</source>
        <translation>この項目がないレイヤのとき、損傷はすべてこの市のものとみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>For a layer without such a field: all damages are of this city. Empty: only the common standard.</source>
        <translation>その項目がないレイヤー用: 全件をこの市の損傷とします。空欄なら共通水準だけを使います。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>For all that are written alike ({number})</source>
        <translation>同じ表記の{number}件すべてに</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>For breaks in standard: where two cities judge the same damage differently on one road. Empty: breaks in standard are not looked for.</source>
        <translation>基準の不連続 (一本の道で、二つの市が同じ損傷を違って判定するところ) を調べるためのものです。空欄なら調べません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>For class and administrator of the road. Without it they are read from the route key.</source>
        <translation>道路の級と管理者を調べます。なければ路線キーから読みます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>For lists and maps, e.g. “Council of June”. Empty: its id.</source>
        <translation>一覧や地図に示す名称 (例: 「6月協議会」)。空欄のときは計画ID。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>For the values that differ between the cities of a group. Empty: not known.</source>
        <translation>群の中の市どうしで異なる値を数えます。空欄: 不明。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>For their names (city_code, name_ja).</source>
        <translation>市の名称と図に使います (city_code、name_ja)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>For traffic, speed limit, and where the record says so school, bus and emergency route. A damage without a section takes the nearest one.</source>
        <translation>交通量・規制速度と、台帳にあれば通学路・バス路線・緊急輸送道路の区分を読みます。区間のない損傷には、最も近い区間を使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>For what is measured of the road (cracks, ruts, IRI, MCI) and for emergency roads.</source>
        <translation>路面の測定値 (ひび割れ、わだち、IRI、MCI) と緊急輸送道路を調べます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>For yen. Empty: an invented example, which every result says. “Compare standards” writes the form.</source>
        <translation>予算による計画に使います。空欄: 架空の例を使い、その旨を結果のすべてに書きます。書式は「維持管理水準を比べる」で書き出せます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>For “Another store or a workbook”.</source>
        <translation>「別のストアまたはワークブック」のとき。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>For “One city's standard for all”.</source>
        <translation>「ある市の基準を全市に」のとき。</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>Formats</source>
        <translation>形式</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>Free some space or choose another folder, then try again.</source>
        <translation>空きを作るか、別のフォルダーを選んで、もう一度実行してください。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>From</source>
        <translation>これまで</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>From (m)</source>
        <translation>始点から (m)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>From Excel…</source>
        <translation>Excelから…</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>From contractor</source>
        <translation>これまでの事業者</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <source>From whom to whom</source>
        <translation>だれからだれへ</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>From zone</source>
        <translation>これまでの工区</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>From, to</source>
        <translation>期間</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Gain</source>
        <translation>増加</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Gain (h a year)</source>
        <translation>効果 (時間/年)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Gain (km a pass)</source>
        <translation>効果 (km/回)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Gain (yen a year)</source>
        <translation>効果 (円/年)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Gain (yen a year, example price)</source>
        <translation>効果 (円/年、単価は例)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <source>Gains and losses</source>
        <translation>得失</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Gap</source>
        <translation>上限との差</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Gap in %</source>
        <translation>上限との差 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Gap up to which a link is proposed (m)</source>
        <translation>要確認とする間隔の上限 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <location filename="../ui/options_page.py"/>
        <location filename="../ui/review_dock/panel.py"/>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>GeoPackage for GIS, GeoJSON for web maps, CSV for spreadsheets, Open311 for request systems.</source>
        <translation>GeoPackage は GIS、GeoJSON はウェブ地図、CSV は表計算、Open311 は通報システム用。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>Give a GeoJSON file in longitude and latitude with the fields city_code and name_ja.</source>
        <translation>項目 city_code と name_ja を持つ、経緯度の GeoJSON ファイルを指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Give a store with zone plans, or layers “Sections with zones”.</source>
        <translation>工区案のあるストアか、「工区つきの区間」のレイヤを指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Give a store, a folder of profiles, or both.</source>
        <translation>ストアかプロファイルのフォルダー、または両方を指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Give at least one file or folder.</source>
        <translation>ファイルかフォルダーを一つ以上指定してください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/ledgers.py"/>
        <source>Give csv, xlsx, shp, gpkg, geojson or kml files, or a folder that holds some.</source>
        <translation>csv、xlsx、shp、gpkg、geojson、kml のファイル、またはそれらを含むフォルダーを指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>Give numbers of sections, routes (route_key) or through routes (through_id).</source>
        <translation>区間、路線 (route_key) または連続路線 (through_id) の番号を指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>Give results “Sections with zones” of “Draw contractors' zones”.</source>
        <translation>「工区をつくる」の結果「工区つきの区間」を指定してください。</translation>
    </message>
    <message>
        <location filename="../layers/standards/table.py"/>
        <source>Give the changed rows a new version, or allow the replacement of versions.</source>
        <translation>変えた行に新しい版を付けるか、版の置き換えを許可してください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>Give the city's code (5 or 6 digits), or its name together with a boundary file. A city outside Japan gets six digits of your choice that begin with 9, and its name: 990001 Springfield.</source>
        <translation>市のコード (5 桁か 6 桁)、または市の名前と境界ファイルを指定してください。海外の市には、9 で始まる 6 桁のコードを自分で決め、名前を付けて指定します (例: 990001 Springfield)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Give the city's code or name, and a number from 0 on.</source>
        <translation>市のコードまたは名前と、0 以上の数を入れてください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_city.py"/>
        <source>Give the city's name.</source>
        <translation>市の名前を入れてください。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>Give the code with five digits, or with six and the right check digit.</source>
        <translation>5桁のコードか、検査数字の正しい6桁のコードにしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>Give the id of one of them: {plans}.</source>
        <translation>どれか一つの計画IDを指定してください: {plans}。</translation>
    </message>
    <message>
        <location filename="../layers/standards/table.py"/>
        <source>Give the second one another version or scope.</source>
        <translation>二つめの版か適用範囲を変えてください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Give the standard an id of its own.</source>
        <translation>基準IDを入力してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Give the store (advanced), or leave the name empty.</source>
        <translation>詳細パラメータでストアを指定するか、名前を空欄にしてください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Give the version a name.</source>
        <translation>版名を入力してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Give their codes as the field city_code has them, with commas between them.</source>
        <translation>項目 city_code にあるとおりの市コードを、カンマで区切って指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>Give what each city can do, or a share of the listed work, not both.</source>
        <translation>市ごとの量か、一覧の作業量に対する割合か、どちらか一方を入れてください。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Given for every zone</source>
        <translation>すべての工区に指定</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Go on with a &amp;profile that is there…</source>
        <translation>すでにあるプロファイルを直す(&amp;P)…</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Group</source>
        <translation>路線群</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Group of side A</source>
        <translation>A側の路線群</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Group of side B</source>
        <translation>B側の路線群</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Group routes to be managed together</source>
        <translation>路線群に編成する</translation>
    </message>
    <message>
        <location filename="../analysis/groups/describing.py"/>
        <source>Group {id} ({cities})</source>
        <translation>路線群{id}（{cities}）</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Groups</source>
        <translation>路線群を編成しています</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Groups are balanced by</source>
        <translation>群の釣合いの基準</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Groups out of their bounds</source>
        <translation>上下限を外れた群</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Groups, by itself</source>
        <translation>群の数 (各市別)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Groups, joint</source>
        <translation>群の数 (共同)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Groups, sentences, and what joining gains, to print on A4 or to project.</source>
        <translation>路線群とその説明、共同の効果。A4印刷・投影用。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>Guessing what the ledgers are</source>
        <translation>何の台帳かを推定しています</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <location filename="../plugin.py"/>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <location filename="../processing_provider/provider.py"/>
        <location filename="../ui/options_page.py"/>
        <location filename="../ui/sample.py"/>
        <location filename="../ui/standards_editor/asking.py"/>
        <location filename="../ui/windows.py"/>
        <location filename="../ui/wizard/finish_page.py"/>
        <location filename="../ui/wizard/wizard.py"/>
        <source>Gunmane Roads</source>
        <translation>群マネ道路</translation>
    </message>
    <message>
        <location filename="../ui/help.py"/>
        <source>Gunmane Roads: help</source>
        <translation>群マネ道路 ヘルプ</translation>
    </message>
    <message>
        <location filename="../processing_provider/provider.py"/>
        <source>Gunmane Roads: joint road maintenance of several cities</source>
        <translation>群マネ道路: 複数の市の道路の共同管理</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <location filename="../processing_provider/importing/common.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML ファイル (*.html)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>Have an example table written, and put your own hours into it.</source>
        <translation>見本の表を書き出し、実際の時間に書き換えてください。</translation>
    </message>
    <message>
        <location filename="../layers/standards/prices.py"/>
        <source>Have an example table written, and put your own prices into it.</source>
        <translation>例の単価表を書き出し、自市の単価を入れてください。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>Header row</source>
        <translation>見出し行</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>Heavier than the whole share of a zone.</source>
        <translation>1工区の業務量より重い区間です。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Heaviest zone (% of the work)</source>
        <translation>最も重い工区 (業務量の%)</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>History of decisions</source>
        <translation>決定の履歴</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>History, take back…</source>
        <translation>履歴・取り消し…</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>History: who decided what (H)</source>
        <translation>履歴: 誰が何を決めたか (H)</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>Hospital, shelter or school nearby</source>
        <translation>近くの病院・避難所・学校</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Hospitals, shelters and schools</source>
        <translation>病院・避難所・学校</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Hours (or yen) of each repair. Where it is empty, the table counts.</source>
        <translation>補修ごとの時間 (または円)。空欄の損傷には表を使います。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/options.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Hours a crew works a year</source>
        <translation>1班の年間稼働時間</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Hours a year</source>
        <translation>年間時間</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Hours and yen</source>
        <translation>時間と費用</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Hours are of all work; crews are counted for the zones, so that roads in no zone are in nobody's crews.</source>
        <translation>時間は全業務のものです。班は工区ごとに数えるので、工区に入らない道路の分はどの班にも含まれません。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Hours are spread evenly over the office days of a month; those before the first day are gone.</source>
        <translation>人時は、各月の開庁日に等しく割り振っています。初日より前の分は使えません。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Hours of repairs are by invented examples of hours a repair: enter your own.</source>
        <translation>補修の時間は、架空の例の所要時間によります。自分の値を入れてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Hours or yen a month</source>
        <translation>1 か月の人時または円</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>How</source>
        <translation>根拠</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>How each number is reckoned</source>
        <translation>数字の出し方</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>How far apart one city may have drawn one road twice. Wider, and roads with two carriageways are found as well.</source>
        <translation>一つの市が同じ道路を二度描いたとみなす間隔。広げると、上下線が分かれた道路も出ます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>How far apart two cities may have drawn one road.</source>
        <translation>二つの市が同じ道路を描いたとみなす間隔。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>How far two ends may miss each other's direction.</source>
        <translation>二つの端の向きのずれの許容値。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>How far weights may be off (%)</source>
        <translation>重みの変動幅 (%)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>How good the answer is</source>
        <translation>答えの良さ</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>How it is reckoned</source>
        <translation>計算の内訳</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>How many</source>
        <translation>件数</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>How many of the first are compared</source>
        <translation>比べる上位の件数</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>How much of a section must run along the border.</source>
        <translation>区間のうち市境に沿う割合。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>How much of the shorter line must lie along the other.</source>
        <translation>短い方の線の何割が、もう一方に沿っていれば同じ道路とみなすか。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>How often a crew drives its group, for hours and yen a year.</source>
        <translation>作業班が群を年に何回回るか。年間の時間と費用の計算に使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>How solid are the ranks?</source>
        <translation>優先順位の感度分析</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>How the files were read</source>
        <translation>ファイルの読み方</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>How to edit</source>
        <translation>記入のしかた</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../layers/export/notes.py"/>
        <source>How to read it</source>
        <translation>読み方</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>I have made sure of the datum</source>
        <translation>測地系は確かめました</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Id of the plan run</source>
        <translation>計画ID</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Id or name</source>
        <translation>計画IDか名称</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Id or name of a work plan in the store, whose figures on deadlines are quoted. Empty: the adopted one, else the newest.</source>
        <translation>ストアにある作業計画のIDか名称。期限についての記載を引用します。空欄なら採用中、なければ最新のものです。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Ignored: best for all together</source>
        <translation>無視: 全体で最適 (群マネ最適)</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Impact</source>
        <translation>影響度</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>Import a city first, or choose the store (.gpkg) that an import made.</source>
        <translation>先に市のデータを取り込むか、取込で作られたストア(.gpkg)を選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>Import again now…</source>
        <translation>いま取り込み直す…</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>Import into a new store, or migrate this one.</source>
        <translation>新しいストアに取り込むか、このストアを移行してください。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>Import it into a store of its own, in a coordinate system of its place (its UTM zone, for example).</source>
        <translation>その土地の座標系 (UTM など) で専用のストアを作り、そこへ取り込んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/import_city.py"/>
        <source>Import one city</source>
        <translation>市のデータを取り込む</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Import one city’s data…</source>
        <translation>市のデータを取り込む…</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../processing_provider/importing/common.py"/>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Import report</source>
        <translation>取込レポート</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Import several cities together…</source>
        <translation>複数の市をまとめて取り込む…</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Imported at (UTC)</source>
        <translation>取込日時 (UTC)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Imported. Read {read} = kept {kept} + set aside {aside}; {repaired} to be checked. What waits for a person is in the dock “Waiting for a person”.</source>
        <translation>取り込みました。読取 {read} = 保存 {kept} + 保留 {aside}、要確認 {repaired}。人の判断を待つものは「確認待ち」にあります。</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>Importing the sample; the map opens by itself in about a minute.</source>
        <translation>サンプルを取り込んでいます。1分ほどで地図が開きます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>In Desktop the project is opened. A project with unsaved changes is never replaced.</source>
        <translation>デスクトップではプロジェクトがそのまま開きます。保存していない変更のあるプロジェクトと入れ替わることはありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>In a batch: one, two, one, two ...</source>
        <translation>一括処理では「1列目, 2列目, 1列目, 2列目 …」と並べます。</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>In a city's sheet an empty cell takes the value of the common sheet; yellow cells are the city's own.</source>
        <translation>市のシートの空欄は、共通シートの値になります。黄色のセルは市独自の値です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>In each one every weight and the share of the risk is multiplied by a number of its own.</source>
        <translation>試行ごとに、すべての重みとリスクの割合へ、それぞれ別の乱数を掛けます。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>In no zone (km)</source>
        <translation>工区なし (km)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>In one zone with another city (km)</source>
        <translation>他市と同じ工区 (km)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>In the other plan</source>
        <translation>もう一方の計画では</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>In the whole area; there and back each, by the mean travel of the zone. Empty: travel is in no hours.</source>
        <translation>地域全体の回数。1回ごとに工区の平均移動時間で往復します。空欄なら移動は時間に入れません。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>In words</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Inside a group</source>
        <translation>群の中</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Inside one city.</source>
        <translation>一つの市の中にある。</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Install QGIS with the full standalone installer (LTR), or add {packages} in the OSGeo4W setup, then restart QGIS.</source>
        <translation>QGIS のスタンドアロンインストーラ（長期リリース版・全部入り）を入れるか、OSGeo4W のセットアップで {packages} を追加し、QGIS を再起動してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/engine.py"/>
        <source>Install QGIS's full package, or pyogrio for QGIS's Python.</source>
        <translation>QGIS のフル版を入れるか、QGIS の Python に pyogrio を入れてください。</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Install the QGIS LTR package of the QGIS project, which has them, then restart QGIS.</source>
        <translation>QGIS 公式の長期リリース版（必要なものが入っています）を入れ、QGIS を再起動してください。</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Install {packages} with your package manager; or, in a checkout of the plugin, run “make setup” and start QGIS with “make qgis”.</source>
        <translation>パッケージマネージャで {packages} を入れてください。プラグインのソースがある場合は「make setup」のあと「make qgis」で QGIS を起動してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Instead of a day: as it was when this version came into force.</source>
        <translation>日付の代わり。この版が適用された日の基準になります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Is what others are measured against</source>
        <translation>比較の基準</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Islands go to the nearest group</source>
        <translation>島は最も近い群に入れる</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Islands of the network and roads that no way leads on from to more roads of the groups, or that locks and bounds keep apart. The layer of the groups names each of them.</source>
        <translation>路線網から離れた島、先の道路につながらない道路、または指定や上下限のために分かれた道路です。一件ごとの内容は「路線群」のレイヤーにあります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Islands put to it (km)</source>
        <translation>入れた島の延長 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Islands: distance to that group (m)</source>
        <translation>島: 群までの距離の上限 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Islands: least length of a group of their own (km)</source>
        <translation>島: 単独で群とする最短延長 (km)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>It is a duplicate</source>
        <translation>重複とする</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>It is not said what the ledger is.</source>
        <translation>何の台帳か決まっていません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>It must begin after {first}, when the version that it is made from begins.</source>
        <translation>元の版の適用開始 ({first}) より後の日にしてください。</translation>
    </message>
    <message>
        <location filename="../layers/review/reverting.py"/>
        <source>It was decided anew since.</source>
        <translation>その後、決め直されています。</translation>
    </message>
    <message>
        <location filename="../layers/review/decide.py"/>
        <source>It was named twice.</source>
        <translation>同じ項目が二度指定されています。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../ui/review_dock/detail.py"/>
        <location filename="../ui/review_dock/tables.py"/>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Items</source>
        <translation>項目一覧</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Items compared</source>
        <translation>比べた項目数</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Items of several kinds are selected: they can be accepted or rejected together.</source>
        <translation>種別の違うものを選んでいます。まとめて採用または却下できます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Items that fewer rows fill are marked △ (in part).</source>
        <translation>充足率がこれより低い項目は △ (一部) になります。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Items to adopt in the trial (essential, advised, or required by the model)</source>
        <translation>試行環境に採用する項目(必須・推奨、またはモデルで必須)</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Its city does not take part.</source>
        <translation>参加しない市の道路です。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Its length is unknown or negative.</source>
        <translation>延長が不明または負の値です。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Its own roads form {n} pieces; the crew drives {km} km of other roads between them.</source>
        <translation>群内の道路は{n}つに分かれ、その間はほかの道路{km} kmを走ります。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Its own roads form {n} pieces; the ways between them are not counted.</source>
        <translation>群内の道路は{n}つに分かれています（その間の移動は数えていません）。</translation>
    </message>
    <message>
        <location filename="../processing_provider/plan_runs.py"/>
        <source>Its results are copied to the damages, where the map, lists and forms show them. The run adopted before stays in the store.</source>
        <translation>結果を損傷の表に写し、地図・一覧・フォームに表示します。前に採用した計画実行もストアに残ります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Its rows tell how full each item is. Without it only the profiles are compared.</source>
        <translation>実際の行から充足率を計算します。指定しなければプロファイルだけを比べます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Its standards, damages, sections and routes are used. Without it a layer of damages and standards from elsewhere.</source>
        <translation>このストアの基準・損傷・区間・路線を使います。指定しないときは、損傷のレイヤと別の基準を指定します。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Japan Plane Rectangular CS zone {roman} (zone {zone}), {datum} [{code}]</source>
        <translation>平面直角座標系 第{zone}系({roman}系)、{datum} [{code}]</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Join the cities' roads into one network</source>
        <translation>路線網につなぐ</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>Join with this end instead</source>
        <translation>この端点と連結する</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Joined by a person.</source>
        <translation>人が接続と判断しました。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Joined ends (m)</source>
        <translation>つながっているとみなす距離 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Joining ends across borders …</source>
        <translation>市境の端どうしをつないでいます…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Joining ends to roads of other cities …</source>
        <translation>端を隣の市の道路につないでいます…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Joining the roads inside each city …</source>
        <translation>市内の道路をつないでいます…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Joining …</source>
        <translation>つないでいます…</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Joint</source>
        <translation>共同</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Joint against each city by itself</source>
        <translation>共同と各市別の比較</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Joint road maintenance map: whole area</source>
        <translation>道路維持管理 共同地図(全域)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Joint work keeps as many deadlines as each city by itself: {a} of {all}.</source>
        <translation>期限内に終わる件数は、共同でも別々でも同じです: {all} 件のうち {a} 件。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Joint work keeps {n} deadlines fewer: {b} instead of {a} of {all}.</source>
        <translation>共同で行うと、期限内に終わる補修が {n} 件減ります: {all} 件のうち {a} 件 → {b} 件。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Joint work keeps {n} deadlines more: {b} instead of {a} of {all}.</source>
        <translation>共同で行うと、期限内に終わる補修が {n} 件増えます: {all} 件のうち {a} 件 → {b} 件。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Joint: dead running {joint} % instead of {alone} %, {km} km less on each pass.</source>
        <translation>共同なら空走は {alone}% から {joint}% に。巡回1回あたり {km} km 減ります。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Joint: dead running {joint} % instead of {alone} %, {km} km more on each pass.</source>
        <translation>共同の空走は {joint}% (各市別では {alone}%)。巡回1回あたり {km} km 増えます。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/options.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Journeys to work a year</source>
        <translation>年間の出動回数</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Judge damages by the maintenance standards</source>
        <translation>損傷を維持管理水準で判定する</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Judge the damages first (Judge damages by the maintenance standards).</source>
        <translation>先に「維持管理水準による判定」を行ってください。</translation>
    </message>
    <message>
        <location filename="../layers/planning/runs.py"/>
        <source>Judge the damages of this store: their field uuid tells which they are.</source>
        <translation>このストアの損傷を判定してください。どの損傷かは項目 uuid で見分けます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Judged at</source>
        <translation>判定日時</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Judged by both</source>
        <translation>両方で判定</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Judged damages</source>
        <translation>判定した損傷</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Judgement</source>
        <translation>判定</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Judgement changes</source>
        <translation>判定が変わる</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Judges as on that day, with the standards then in force. Empty: now.</source>
        <translation>その日に適用中の基準で、その日として判定します。空欄なら現在。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Junctions where zones meet</source>
        <translation>工区どうしが接する交差点</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Keep the comparison in the store</source>
        <translation>比較をストアに残す</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Keep the other row</source>
        <translation>相手の行を残す</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Keep the result in the store as a plan run</source>
        <translation>結果を計画実行としてストアに残す</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Keep this row</source>
        <translation>この行を残す</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Keep what is stored</source>
        <translation>今の値のままにする</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Keeps the preset, with the weights given here, in the store, so that colleagues choose it by its name. Another one of that name is not replaced unasked.</source>
        <translation>ここで指定した重みを含めて設定をストアに保存し、ほかの職員が名前で選べるようにします。同じ名前の別の設定を黙って置き換えることはありません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Kept</source>
        <translation>期限内</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Kept as plan run {plan}.</source>
        <translation>計画実行 {plan} として残しました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/plan_runs.py"/>
        <source>Kept as plan run {plan}: {n} damages.</source>
        <translation>計画実行 {plan} として残しました: 損傷 {n} 件。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <source>Kept as plan run {plan}: {n} rows.</source>
        <translation>計画実行 {plan} として残しました: {n} 行。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Kept with rows that name no author; empty: the user's name of the settings.</source>
        <translation>改定者のない行に記録します。空欄なら設定の利用者名。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Kept with the plan run; empty: the user's name of the settings.</source>
        <translation>計画実行とともに残します。空欄のときは設定の利用者名。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Kept, each by itself</source>
        <translation>期限内 (各市別々)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Kept, each city needs a zone of its own, and the work of a city sets how balanced its zones can be.</source>
        <translation>残すときは各市に1工区以上が必要で、どこまで均衡が取れるかは市の業務量で決まります。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Kept, joint</source>
        <translation>期限内 (共同)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Kept: every zone within one city</source>
        <translation>残す: 工区は一つの市の中</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Key</source>
        <translation>行の識別</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <location filename="../ui/review_dock/filters.py"/>
        <location filename="../ui/review_dock/model.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Kind of change</source>
        <translation>変化の種類</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Kind of coordinates</source>
        <translation>座標の種類</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>L0 within the standard</source>
        <translation>L0 基準内</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>L1 watch</source>
        <translation>L1 経過観察</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>L2 repair</source>
        <translation>L2 要補修</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>L3 emergency</source>
        <translation>L3 緊急</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Language of the import report</source>
        <translation>取込レポートの言語</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <source>Language of the result</source>
        <translation>結果の言語</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Largest difference of bearings (degrees)</source>
        <translation>方位差の上限 (度)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Largest difference of classes</source>
        <translation>道路種別の差の上限</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Largest gap (m)</source>
        <translation>すき間とみなす最大距離 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Largest gap at a border (m)</source>
        <translation>市境での端の離れの上限 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Largest gap that is joined (m)</source>
        <translation>つなぐ間隔の上限 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Largest turn of a road that goes on (degrees)</source>
        <translation>続きとみなす曲がりの上限 (度)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Late</source>
        <translation>期限後</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Later than the day of the list</source>
        <translation>基準日より後</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Latitude and longitude in two columns</source>
        <translation>緯度と経度の2列</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Latitude column</source>
        <translation>緯度の列</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Latitude first, then longitude.</source>
        <translation>緯度、経度の順に入れてください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Latitude {lat}, longitude {lon}</source>
        <translation>緯度 {lat}、経度 {lon}</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Latitude, longitude</source>
        <translation>緯度, 経度</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Layers of this store are being edited: {layers}. Finish that first.</source>
        <translation>このストアのレイヤを編集中です（{layers}）。先に編集を終えてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Least Spearman's rho</source>
        <translation>順位相関 ρ の最小値</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Least overlap of the first</source>
        <translation>上位の一致率の最小値</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Leave it as unknown</source>
        <translation>不明のままでよい</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Leave it out</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Leave it without a place</source>
        <translation>位置なしでよい</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Leave this ledger out</source>
        <translation>この台帳を取り込まない</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Ledger</source>
        <translation>台帳</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Ledger, reason, example</source>
        <translation>台帳・理由・例</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Ledgers</source>
        <translation>台帳</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Ledgers proposed</source>
        <translation>案のある台帳</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Ledgers without a file</source>
        <translation>ファイルのない台帳</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Ledgers without a place</source>
        <translation>当てはまる表のない台帳</translation>
    </message>
    <message>
        <location filename="../ui/wizard/compare_tab.py"/>
        <source>Left of each pair: the file. Right (blue): the store. Yellow: to be checked; red: unreadable or set aside. The first rows of the ledger; a person's cells are hidden.</source>
        <translation>左がファイル、右 (青) がストアに入る値。黄は要確認、赤は読めないか保留。台帳の最初の行です。個人情報は伏せています。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <source>Left out</source>
        <translation>示していないもの</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Left out: {titles}</source>
        <translation>取り込まない台帳: {titles}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Left out: {why}</source>
        <translation>取り込みません: {why}</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Legend</source>
        <translation>凡例</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Length (km)</source>
        <translation>延長 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Length (m)</source>
        <translation>延長 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Length by city (km)</source>
        <translation>市別延長 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Length by city (m)</source>
        <translation>市別延長 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Length by class (km)</source>
        <translation>種別延長 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Length in city A (m)</source>
        <translation>市Aの延長 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Length in city B (m)</source>
        <translation>市Bの延長 (m)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Length of the groups</source>
        <translation>路線群の延長</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Length of the groups (km)</source>
        <translation>路線群の延長 (km)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Length that changes hands (km)</source>
        <translation>担当が替わる延長 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Length that changes hands, in all plans (km)</source>
        <translation>担当が替わる延長 (全案の合計、km)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Lengths are of roads with work: no second drawings, no national and prefectural roads. The farthest place is the section with the longest way from its base. Travel is of roads that are in a zone.</source>
        <translation>延長は業務のある道路のもので、二重に描かれた線、国道・県道は含みません。最も遠い場所は、拠点からの時間が最も長い区間です。移動時間は、工区に入る道路のものです。</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>Less work: {cities}</source>
        <translation>減る: {cities}</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Level</source>
        <translation>判定</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Level if agreed</source>
        <translation>合意後の判定</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Level now</source>
        <translation>今の判定</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Levels that are planned</source>
        <translation>計画の対象とする判定</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Lightest zone (% of the work)</source>
        <translation>最も軽い工区 (業務量の%)</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Likelihood</source>
        <translation>発生確率</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Lines of all cities in one layer, with a field that says whose each is. Any coordinate system: distances are measured in a plane zone. Merge the cities' layers first where they are several.</source>
        <translation>全市の道路線を一つのレイヤーにしたもの。どの市の道路かを示す項目が要ります。座標系は問わず、距離は平面上で測ります。市ごとに分かれている場合は、先に結合してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Lines or areas. Nothing is joined across a river, unless there is a bridge. Of a layer of reference features the rivers are taken.</source>
        <translation>線または面。橋がない限り、川を越えてつなぎません。参考地物のレイヤーでは河川だけを使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Lines; a damage within 10 m of one lies on a bus route.</source>
        <translation>線のレイヤー。10 m 以内の損傷をバス路線上とみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Lines; a damage within 10 m of one lies on a school route.</source>
        <translation>線のレイヤー。10 m 以内の損傷を通学路上とみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Lines; a field “em” says the class (1, 2, 3, C, or as cities write it). Without it class 3 is taken, and flagged.</source>
        <translation>線。項目 em が区分 (1・2・3・C、または「第1次」などの書き方) を示します。なければ第三次とみなし、印を付けます。</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>Linked rows</source>
        <translation>関連</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Links across borders</source>
        <translation>市境の連結</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Links between requests and damage put back</source>
        <translation>元に戻した要望と損傷の対応</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Links between requests and damages</source>
        <translation>要望と損傷の対応関係</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>List for the weekly meeting</source>
        <translation>週次会議の一覧</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Lists made with the former one keep its numbers: every plan run has its own.</source>
        <translation>以前の設定で作った一覧は変わりません (計画実行ごとに数字を残しています)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Lists what would change. The store is not touched.</source>
        <translation>何が変わるかだけを示します。ストアには触れません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Load a workbook as one edit</source>
        <translation>Excelブックを1回の編集として取り込む</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Load maintenance standards into the store</source>
        <translation>維持管理水準をストアに登録する</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Load of the zones</source>
        <translation>工区の業務量</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Load the unified map again: it brings its layout.</source>
        <translation>統合地図を読み込み直してください。レイアウトも作られます。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Load {file}</source>
        <translation>{file} の取込</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>Locked sections that are not in the network: {names}.</source>
        <translation>固定した区間が路線網にありません: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Locked.</source>
        <translation>固定。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Locks: these sections cannot be connected with their zone: {names}.</source>
        <translation>固定: 工区とつなげられない区間: {names}。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Longest (min)</source>
        <translation>最遠 (分)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Longest group (km)</source>
        <translation>路線群の最長延長 (km)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Longest travel (min)</source>
        <translation>最遠の移動時間 (分)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Longest travel from the base (min)</source>
        <translation>拠点からの移動時間の上限 (分)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Longest travel wanted</source>
        <translation>移動時間の上限</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Longest travel {a} → {b} min.</source>
        <translation>最も遠い場所まで {a}分 → {b}分。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Longitude and latitude, {datum} [{code}]</source>
        <translation>経緯度、{datum} [{code}]</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Longitude column</source>
        <translation>経度の列</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>Look at both orders on the map and write order = "survey" or "math" in the profile.</source>
        <translation>両方の読み方を地図で見比べ、プロファイルに order = "survey"(X が北)または "math"(X が東)と書いてください。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Looking at the files</source>
        <translation>ファイルを見ています</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Looking for roads drawn by two cities …</source>
        <translation>二重描画を探しています…</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>Lower bound</source>
        <translation>下限値を求めています</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Made at (UTC)</source>
        <translation>作成日時 (UTC)</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Made by</source>
        <translation>作成ソフト</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/view.py"/>
        <source>Made by the ranking</source>
        <translation>優先順位付けで作成</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Made by: {department}</source>
        <translation>作成: {department}</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Made by: {department} [department to be filled in]</source>
        <translation>作成: {department} 【担当課を記入】</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>Made on</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Made with Gunmane Roads. Roads and places are drawn from the cities' ledgers.</source>
        <translation>群マネ道路で作成。道路と位置は各市の台帳による。</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Main roads</source>
        <translation>主な道路</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Maintained by the cities</source>
        <translation>市が維持する道路</translation>
    </message>
    <message>
        <location filename="../layers/standards/table.py"/>
        <location filename="../layers/standards/workbook.py"/>
        <location filename="../ui/standards_editor/frame.py"/>
        <location filename="../ui/standards_editor/view.py"/>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Maintenance standards</source>
        <translation>維持管理水準</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Maintenance standards…</source>
        <translation>維持管理水準…</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Make safe
class 1</source>
        <translation>応急
1級</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Make safe
class 2</source>
        <translation>応急
2級</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Make safe
other</source>
        <translation>応急
その他</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>Make safe {tmp}, permanent repair {perm}.</source>
        <translation>応急 {tmp}、本復旧 {perm}。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>Make safe {tmp}.</source>
        <translation>応急 {tmp}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>Make the unified map</source>
        <translation>統合地図を作る</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>Map files</source>
        <translation>地図のファイル</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_charts.py"/>
        <source>Map of the zones</source>
        <translation>工区の地図</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_charts.py"/>
        <source>Map of what changes hands</source>
        <translation>担当が替わる区間の地図</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Mark</source>
        <translation>判定</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Marks of vanished rows taken off</source>
        <translation>「消えた」印を外した行</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Mean (min)</source>
        <translation>平均 (分)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Mean days late</source>
        <translation>平均遅れ日数</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Mean days late, each by itself</source>
        <translation>平均遅れ日数 (各市別々)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Mean days late, joint</source>
        <translation>平均遅れ日数 (共同)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Mean travel (min)</source>
        <translation>平均の移動時間 (分)</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Mean travel of the crew {a} → {b} min.</source>
        <translation>班の平均の移動時間は {a}分 → {b}分。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Mean travel stays {b} min.</source>
        <translation>平均の移動時間は {b}分で変わりません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Mean travel {a} → {b} min.</source>
        <translation>平均の移動時間は {a}分 → {b}分。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Meaning</source>
        <translation>意味</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>Meaning of its &amp;words…</source>
        <translation>語の意味(&amp;W)…</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>Means</source>
        <translation>意味</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <location filename="../ui/standards_editor/model.py"/>
        <source>Measure</source>
        <translation>測定項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Measure if agreed</source>
        <translation>合意後の測定項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Measure now</source>
        <translation>今の測定項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Measured, agreed</source>
        <translation>合意後の測定値</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Measured, now</source>
        <translation>今の測定値</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>Measures</source>
        <translation>測定</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Measuring what lies along the borders</source>
        <translation>市境の周辺を集計しています</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>Memo texts (.dbt, .fpt) are not read.</source>
        <translation>メモ型の項目(.dbt、.fpt)は読みません。</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>Mend the named line; quotes and brackets come in pairs.</source>
        <translation>示された行を直してください。引用符と括弧は、開いたら閉じます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Metres of dead running that must be saved for each metre of road that leaves its former group.</source>
        <translation>前の群から移す道路1 mごとに、空走が何 m 減る必要があるか。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Minutes of travel that must be saved for a section to be looked after from another city.</source>
        <translation>区間をほかの市の拠点から受け持つために、短くならなければならない移動時間。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Minutes of travel that must be saved for a section to leave its existing zone.</source>
        <translation>区間が現在の工区を離れるために、短くならなければならない移動時間。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/options.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Minutes that count as too far</source>
        <translation>遠すぎるとみなす時間 (分)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Missed junctions (m)</source>
        <translation>届かない交差点 (m)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Missed, not done</source>
        <translation>期限を守れず未実施</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Money is there from the first day of its month, and what is not spent stays.</source>
        <translation>予算は各月の初日に使えるようになり、残りは翌月に繰り越します。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Month by month and city by city</source>
        <translation>月ごと・市ごとの表</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Month by month: all together</source>
        <translation>月ごと: 共同で行う場合</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Month by month: each city by itself</source>
        <translation>月ごと: 各市が別々に行う場合</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Months</source>
        <translation>月数</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>Months outside the plan are not used: {months}.</source>
        <translation>計画期間の外の月は使いません: {months}</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Months, each by itself</source>
        <translation>月ごと (各市別々)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Months, joint</source>
        <translation>月ごと (共同)</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>More work: {cities}</source>
        <translation>増える: {cities}</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Most cities in one zone</source>
        <translation>一つの工区にある市の最大数</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Most places it moves</source>
        <translation>順位の最大変動</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Most uneven zone (% off its share)</source>
        <translation>最も偏った工区 (目標との差 %)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Most zones, where the program chooses</source>
        <translation>プログラムが選ぶときの工区数の上限</translation>
    </message>
    <message>
        <location filename="../layers/store/petitioners.py"/>
        <source>Move it away, or choose another store.</source>
        <translation>それを別の場所に移すか、別のストアを選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Moved</source>
        <translation>変わる件数</translation>
    </message>
    <message>
        <location filename="../documents/groups_map.py"/>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>NJ a year</source>
        <translation>1年の判定不能</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>NJ both</source>
        <translation>NJ 両方</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>NJ cannot be judged</source>
        <translation>NJ 判定不能</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>NJ only agreed</source>
        <translation>NJ 合意後だけ</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>NJ only now</source>
        <translation>NJ 今だけ</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <location filename="../ui/wizard/city_page.py"/>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>Name each plan once.</source>
        <translation>同じ案は1回だけ指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Name of city A</source>
        <translation>市Aの名称</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Name of city B</source>
        <translation>市Bの名称</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Name of the plan run</source>
        <translation>計画実行の名称</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Name of the road</source>
        <translation>路線名</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Name of the version</source>
        <translation>版名</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Name the author.</source>
        <translation>改定者を入力してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Name the city.</source>
        <translation>市を指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_sources.py"/>
        <source>Name the store or workbook with the standards.</source>
        <translation>基準のあるストアかワークブックを指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>Name the sub-folders by city code or as the profiles say: {names}.</source>
        <translation>サブフォルダーの名前を、市コードか、プロファイルに書いた名前にしてください: {names}</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>Name the two columns of the coordinates.</source>
        <translation>座標の2列を選んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Name the workbook.</source>
        <translation>ブックを指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Names, classes and widths of the routes (route_key), where the section says nothing.</source>
        <translation>区間に値がないときに使う、路線 (route_key) の名称・種別・幅員。</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Names, telephone numbers and addresses of petitioners are never given away.</source>
        <translation>要望者の氏名・電話・住所などの個人情報は一切含みません。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/labels.py"/>
        <source>National road {number}</source>
        <translation>国道{number}号</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Neither crosses nor follows a border, nor lies within {m} m of a road that does: stays with its city.</source>
        <translation>市境を越えず、市境に沿わず、そのような道路から{m} m以内にもないため、各市の管理に残します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/joined.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Network</source>
        <translation>路線網</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Network with ends moved together</source>
        <translation>端を寄せた路線網</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Network with through routes</source>
        <translation>連続路線付きの路線網</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>New rows removed</source>
        <translation>消した新規行</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_tables.py"/>
        <source>New to the plan: {after}.</source>
        <translation>新たに加わる区間: {after}。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>New version…</source>
        <translation>新しい版…</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Newly</source>
        <translation>新たに補修</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Next to decide (F8)</source>
        <translation>次の未定へ (F8)</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>No boundary: places are taken as the files state them, unchecked.</source>
        <translation>市の区域がないので、位置は確かめずにファイルの記載どおりに読みます。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>No candidate was found from the address, route or landmark.</source>
        <translation>住所・路線・目標物からは候補が見つかりませんでした。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>No column gives the required item “{item}”.</source>
        <translation>必須項目「{item}」の列がありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>No columns of coordinates were found.</source>
        <translation>座標の列は見つかりませんでした。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/agreement.py"/>
        <source>No common standard is in force on {day} ({origin}).</source>
        <translation>{day} に有効な共通の基準がありません({origin})。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>No coordinate system is stated.</source>
        <translation>座標系が書かれていません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>No damage has a date: the numbers are those of all records, not of a year.</source>
        <translation>日付のある損傷がないため、1年あたりではなく記録全体の数である。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>No damage in the records is concerned by this value.</source>
        <translation>この値が関係する損傷は記録にありません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>No damage is judged otherwise.</source>
        <translation>判定が変わる損傷はありません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>No damages to count with.</source>
        <translation>試算に使う損傷がありません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/problems.py"/>
        <source>No doubts.</source>
        <translation>確認事項はありません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/panel.py"/>
        <source>No end of another city's road lies there.</source>
        <translation>そこには、別の市の道路の端点がありません。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>No file matches {patterns}.</source>
        <translation>{patterns} に当たるファイルがありません。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>No file of the profile was found in {folder}.</source>
        <translation>{folder} に、プロファイルに書いたファイルが一つもありません。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>No group reaches {km} km.</source>
        <translation>{km} km に達する群がありません。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>No grouping at all of these roads, whatever its size, can have less dead running than {bound} % ({km} km); this one is at most {gap} % above it.</source>
        <translation>これらの道路をどう編成しても (大きさを問わず)、空走は {bound}% ({km} km) より少なくできません。この答えは、それを最大 {gap}% 上回るだけです。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>No grouping has less than</source>
        <translation>下限 (これより減らない)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>No judgement changes.</source>
        <translation>判定の変わる損傷はありません。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/pieces.py"/>
        <source>No line or no nodes: the piece is in no route.</source>
        <translation>線形または節点がないため、どの連続路線にも入れない。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>No longer</source>
        <translation>補修しなくなる</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>No other group touches it.</source>
        <translation>接する路線群はありません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>No place chosen yet.</source>
        <translation>位置はまだ決まっていません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>No place is known of the bases of {zones}; these zones get a centre of their own.</source>
        <translation>{zones}の拠点の位置が分かりません。これらの工区の中心はプログラムが選びます。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>No places</source>
        <translation>位置なし</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_map.py"/>
        <source>No places to show.</source>
        <translation>示す位置がありません。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>No plan exceeds</source>
        <translation>どの計画も超えない上限</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>No planned repair is of {cities}: what they can do only counts in the joint plan.</source>
        <translation>{cities} には計画の対象となる補修がありません。その量は、共同の計画だけに使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>No plot: matplotlib is not installed.</source>
        <translation>matplotlib がないため、図を作りませんでした。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>No plot: the Python package matplotlib is not installed. The report has the curves.</source>
        <translation>Python パッケージ matplotlib がないため、図は作りませんでした。曲線は報告書にあります。</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>No profile (*.toml) was found in {folder}.</source>
        <translation>{folder} にプロファイル(*.toml)がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>No profile is for these sub-folders; they were left out: {names}</source>
        <translation>次のサブフォルダーは、対応するプロファイルがないため読みませんでした: {names}</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/crs.py"/>
        <source>No reliable transformation is known from {start} to {end}; a rough one would move everything by hundreds of metres without a word.</source>
        <translation>{start} から {end} への確かな変換方法がありません。概略の変換では、気付かないうちに数百m ずれてしまいます。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>No repair has a deadline within the plan.</source>
        <translation>計画期間内に期限のある補修はありません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>No road connects it with a zone.</source>
        <translation>どの工区とも道路でつながっていません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>No road is in one zone with another city any more (before: {km} km).</source>
        <translation>隣の市と同じ工区になる区間はなくなります (これまで {km} km)。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <location filename="../documents/groups_report.py"/>
        <source>No road is left to be grouped.</source>
        <translation>路線群の対象となる道路がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>No road of at most {link} m joins it to a group, and none is within {m} m: it is in no group.</source>
        <translation>{link} m以内の道路で路線群とつながらず、{m} m以内にも路線群がないため、どの群にも入れていません。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>No road of at most {link} m joins it to more than {km} km of roads: it is in no group.</source>
        <translation>{link} m以内の道路で延長{km} km以上の道路とつながらないため、どの群にも入れていません。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>No road of at most {link} m leads there; put to group {id}, the nearest, {m} m away.</source>
        <translation>{link} m以内でつながる道路がないため、最も近い路線群{id}（{m} m先）に入れました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_checks.py"/>
        <source>No road of its city lies within the areas of CITIES: they are not used. Look at city_code and the coordinate systems.</source>
        <translation>CITIES の区域には、その市町村の道路が1本もないため使いません。city_code と座標系を確かめてください。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>No row has usable coordinates.</source>
        <translation>使える座標のある行がありません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>No row was set aside.</source>
        <translation>保留した行はありません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>No section changes hands.</source>
        <translation>担当が替わる区間はありません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <source>No section has any work: there is nothing to share out.</source>
        <translation>業務量のある区間がありません。分けるものがありません。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/units.py"/>
        <source>No section, route or through route is called {key}.</source>
        <translation>{key}という区間・路線・連続路線はありません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>No sheet has a header with “{label}”.</source>
        <translation>見出しに「{label}」のあるシートがありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>No single item is called “{text}”.</source>
        <translation>「{text}」に当たる項目がひとつに決まりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>No standard for {ft}, {dt}: {n} damages cannot be judged.</source>
        <translation>「{ft}」の「{dt}」には基準がありません。{n}件は判定できません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/listing.py"/>
        <source>No store</source>
        <translation>(ストアなし)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/listing.py"/>
        <source>No store is open. Open its map, or choose the store (.gpkg) above.</source>
        <translation>ストアがありません。その地図を開くか、上のボタンでストア (.gpkg) を選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/keeping.py"/>
        <source>No store is open: these are the proposal that ships with the plugin and invented examples of cities.</source>
        <translation>ストアを開いていません。同梱の共通水準（案）と、架空の各市の例を表示しています。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>No sub-folder of {folder} belongs to a profile.</source>
        <translation>{folder} には、プロファイルに対応するサブフォルダーがありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>No table is left to read.</source>
        <translation>読む表がなくなります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/layers.py"/>
        <source>No table of cities and no store is given: their own closing days are not known. Deadlines by category count weekdays without holidays and the turn of the year.</source>
        <translation>市の表もストアも指定されていないため、各市独自の閉庁日は反映していません。優先区分による期限は、土日・祝日・年末年始を除いて数えました。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>No through routes were given: a crossing is where sections of two cities meet.</source>
        <translation>連続路線がないため、2市の区間が接する点を市境通過としました。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/effort.py"/>
        <source>Nobody has said how much work any of these repairs is. Enter it in a column or a table.</source>
        <translation>どの補修も作業量が分かりません。項目か作業時間表に入力してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Nobody has said what can be done in a month for these cities of the list: {cities}.</source>
        <translation>1 か月にできる量が、次の市について入力されていません: {cities}</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Node at the end</source>
        <translation>終点のノード</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Node at the start</source>
        <translation>始点のノード</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>None of the files has a place in the model:
{listed}</source>
        <translation>統一モデルに当てはまるファイルがありません:
{listed}</translation>
    </message>
    <message>
        <location filename="../layers/planning/runs.py"/>
        <source>None of the judged damages stands in the store.</source>
        <translation>判定した損傷は、ひとつもストアにありません。</translation>
    </message>
    <message>
        <location filename="../layers/planning/networks.py"/>
        <source>None of the sections of the plan stands in the store.</source>
        <translation>計画の区間が、ストアに一つもありません。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>None were given; the program chose a centre for each zone.</source>
        <translation>指定なし。各工区の中心はプログラムが選びました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <source>Not adopted any more: {plan}.</source>
        <translation>採用を外した計画実行: {plan}。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Not at the border of the two cities.</source>
        <translation>両市の境界にありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>Not by this profile</source>
        <translation>このプロファイルでは決めない</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Not connected with its zone.</source>
        <translation>工区とつながっていません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/actions.py"/>
        <source>Not decided: {number}. {why}</source>
        <translation>決定できなかったもの: {number}件。{why}</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>Not done by {last}, the end of the plan ({crew})</source>
        <translation>計画の終わり {last} までに実施できない ({crew}の班)</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <source>Not found: {columns}</source>
        <translation>見つからない列: {columns}</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Not imported</source>
        <translation>取り込めませんでした</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Not in the numbers: deadlines. Faster or slower responses change when work is done, not how much.</source>
        <translation>期限の違いは件数に表れない。対応区分を変えると、いつ直すかが変わり、件数は変わらない。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>Not kept, because the city's import was given up.</source>
        <translation>この市の取込を取りやめたため、保存していません。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Not planned</source>
        <translation>計画の対象外</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>Not planned, and in the layer without a plan: {left}.</source>
        <translation>計画の対象外 (レイヤーには計画の項目を空欄で残しました): {left}</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Not ranked</source>
        <translation>順位なし</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Not readable as it is: {titles}</source>
        <translation>このままでは読めない台帳: {titles}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>Not taken</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <location filename="../ui/wizard/entries.py"/>
        <source>Not taken (kept in the raw data only)</source>
        <translation>取り込まない (元データにだけ残す)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/entries.py"/>
        <source>Not taken: {reason}</source>
        <translation>取り込まない: {reason}</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>Not the city's road: to be told to its administrator at once, and handed over.</source>
        <translation>市の管理する道路ではないため、直ちに管理者へ連絡し、引き継ぐ。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <source>Notes</source>
        <translation>備考</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Nothing changes hands.</source>
        <translation>担当が替わる区間はありません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>Nothing changes: no damage is judged otherwise.</source>
        <translation>何も変わりません。判定が変わる損傷はありません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Nothing differed from the last import; nothing was written.</source>
        <translation>前回の取込から変わったところはなく、何も書き込みませんでした。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/listing.py"/>
        <source>Nothing fits the filter.</source>
        <translation>条件に合うものはありません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>Nothing has been decided yet.</source>
        <translation>まだ何も決めていません。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/planning.py"/>
        <source>Nothing is entered for these cities: {cities}. Enter 0 where nothing can be done.</source>
        <translation>次の市の量が入力されていません: {cities}。できない市には 0 を入力してください。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Nothing is left to decide.</source>
        <translation>決めることはもうありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Nothing to decide here.</source>
        <translation>この台帳に決めることはありません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/listing.py"/>
        <source>Nothing waits here.</source>
        <translation>確認待ちはありません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/actions.py"/>
        <source>Nothing was decided. {why}</source>
        <translation>何も決定していません。{why}</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Nothing was found.</source>
        <translation>見つかったことはありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Nothing was imported: {why}</source>
        <translation>取り込みませんでした: {why}</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Now</source>
        <translation>今</translation>
    </message>
    <message>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>Now: the row's content.</source>
        <translation>今は行の中身で見分けます。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Number of groups</source>
        <translation>路線群の数</translation>
    </message>
    <message>
        <location filename="../ui/wizard/entries.py"/>
        <source>Number of the request</source>
        <translation>要望の番号</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Number of zones</source>
        <translation>工区数</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Numbering the nodes …</source>
        <translation>ノードに番号を付けています…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Numbers and names first</source>
        <translation>路線番号と路線名を先に見る</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>Numbers are read as the sheet shows them ({format}).</source>
        <translation>数値は表の表示形式({format})のとおりに読みます。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>Numbers by city and kind</source>
        <translation>市・種別ごとの件数</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Numbers of damages in the records; divided by the years they give those of the first page.</source>
        <translation>記録にある損傷の件数。年数で割ると最初のページの数になる。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Of the same run. They carry a road's name and number across the border.</source>
        <translation>同じ実行の結果。路線名と番号が市境を越えて続きます。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Of the three fiscal years up to {day}</source>
        <translation>{day}までの3年度</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Of these, rows that stayed</source>
        <translation>うち、そのまま残した行</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Off (%)</source>
        <translation>差 (%)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Off the wanted share (%)</source>
        <translation>目標との差 (%)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Off the wanted share: up to {good} % is good (○), up to {warn} % is what contracts accept (△), more is too far (×).</source>
        <translation>目標との差: {good} %以内は良好 (○)、{warn} %以内は契約で認められる範囲 (△)、それを超えると大きすぎます (×)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Off: by geometry alone.</source>
        <translation>オフ: 形だけで決めます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>Office days are known from {first} to {last} only, not from {start} to {end}.</source>
        <translation>開庁日が分かるのは{first}年から{last}年までです。{start}から{end}までは計画できません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Old against new: the same store with two dates, or the store and a workbook.</source>
        <translation>旧と新を比べるには、同じストアに二つの日付を指定するか、ストアとワークブックを指定します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>On a border of bands</source>
        <translation>優先帯の境界</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>On all roads of the first plan, without travel. Empty: an assumption by length, which every result says.</source>
        <translation>最初の案の道路全体で、移動を除きます。空欄なら延長から仮定し、すべての結果にそう書きます。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>On average the crew still takes {b} min.</source>
        <translation>班の平均の移動時間は {b}分で変わりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>One TOML file a city. Empty: the profiles that the plugin ships.</source>
        <translation>一つの市に一つの TOML ファイル。空欄なら、プラグインに付属のプロファイルを使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>One city's standard for all</source>
        <translation>ある市の基準を全市に</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>One line an item, for other programs.</source>
        <translation>一項目一行。他のプログラム用。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>One name.</source>
        <translation>路線名が同じ。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>One of the two sections is not in the store any more.</source>
        <translation>二つの区間の一方が、ストアにもうありません。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>One road number.</source>
        <translation>路線番号が同じ。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>One road, drawn twice</source>
        <translation>同じ道路 (二重描画)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>One row a city and month, with the columns city, month and amount; no month: every month.</source>
        <translation>1 行に一つの市と月を、市・月・量の列で書いてください。月が空欄の行は、毎月を表します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>One row a city, and all.</source>
        <translation>市ごとに一行と、全体。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>One row a city; * stands for every city that is not named. In a batch: 082112,320,082244,160.</source>
        <translation>1 行に一つの市。* は、書かれていない市すべてを表します。一括処理では 082112,320,082244,160 のように書きます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>One row a crossing: what changes there, and how the standards differ, in words.</source>
        <translation>通過点ごとに一行。そこで何が変わり、維持管理水準がどう違うかを文で示します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>One row a damage, first to last, to print on A3 or A4. Nothing personal is in it.</source>
        <translation>損傷1件を1行に、順位順に並べた印刷用ページ (A3・A4)。個人情報は入りません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>One row a link: how far, how straight, how sure, and why.</source>
        <translation>連結ごとに一行。間隔、方位差、確からしさ、理由。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>One row a pair of cities: how much they share.</source>
        <translation>二市の組ごとに一行。共有する路線や件数。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>One row a plan in their order, e.g. “Each city by itself”. Empty: the plans' or layers' own names.</source>
        <translation>案の順に一行ずつ (例:「各市別々」)。空欄なら計画やレイヤの名前です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>One row a plan, a plan and city, a plan and zone (field scope).</source>
        <translation>案ごと、案と市ごと、案と工区ごとに一行 (項目 scope で区別)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>One row a plan; in a batch with commas between them. The first is what the others are measured against. Empty: all zone plans of the store, the adopted one first.</source>
        <translation>一案に一行 (バッチではコンマで区切ります)。最初の案を基準に比べます。空欄ならストアの工区案すべて (採用中が先頭) です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>One row a road; all sections of a route stay in the zone.</source>
        <translation>1行に1路線。その路線の区間はすべてその工区に入ります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>One row a section and plan: from whom to whom, against the first plan.</source>
        <translation>区間と案ごとに一行。最初の案と比べ、だれからだれに替わるか。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>One row a section or zone: without connection, over the time limit, out of balance, locks.</source>
        <translation>区間または工区ごとに1行: つながらない、時間の上限を超える、均衡が取れない、固定。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>One row a through route: its roads, length by city, crossings, breaks in standard.</source>
        <translation>連続路線ごとに一行。構成路線、市別延長、市境の通過数、基準の不連続。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_wishes.py"/>
        <source>One row a wish, with commas between its routes.</source>
        <translation>1 行に 1 つの希望を、路線をコンマで区切って書いてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>One row a wish: numbers of routes, through routes or sections, with commas between them.</source>
        <translation>一件一行。路線番号・連続路線・区間をカンマで区切ります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>One row a wish; no two of its routes share a group.</source>
        <translation>一件一行。その行のどの二つも同じ群に入れません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>One row a zone, and all: km by class and city, requests, facilities, hours, yen, balance, travel.</source>
        <translation>工区ごとと全体: 種別・市ごとの延長、要望、施設、時間、円、均衡、移動時間。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>One row for each value and city that would change: before, after, stricter or looser, how far.</source>
        <translation>値・市ごとに1行。今と合意後、厳しい(stricter)・緩い(looser)、差の大きさ。</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>One sheet for the common standard, one for each city (or route) that departs from it.</source>
        <translation>共通の水準で1シート、共通と異なる市(または路線)ごとに1シートです。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>One sheet for the common standard, one for each city or route; made to be edited in Excel and loaded again.</source>
        <translation>共通の水準で1シート、市や路線ごとに1シート。Excelで直して、読み戻せます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>One-way</source>
        <translation>一方通行</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Only a part: to be checked.</source>
        <translation>一部だけのため、確認が必要です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Only for the first choice. Cells that cannot be read are named, and nothing is taken then.</source>
        <translation>最初の選択肢のときだけ使います。読めないセルは番地を示し、そのときは何も取り込みません。</translation>
    </message>
    <message>
        <location filename="../layers/importing/undo.py"/>
        <source>Only the last import of a city can be taken back, and only once.</source>
        <translation>取り消せるのは、市ごとに最後の取込一回分だけです。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>Only the selected item</source>
        <translation>選んでいる件だけ</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Only these cities</source>
        <translation>対象の市</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Only try (write nothing)</source>
        <translation>試すだけ (何も書かない)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Only with a layer of damages: class and administrator of the road.</source>
        <translation>損傷をレイヤで指定したときだけ。道路の種別と管理者に使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Only with a layer of damages: measures of the road, emergency roads.</source>
        <translation>損傷をレイヤで指定したときだけ。路面の測定値と緊急輸送道路に使います。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>Only {share}% of the points lie in the city.</source>
        <translation>市の中にある点は {share}% だけです。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <source>Open</source>
        <translation>未決定</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Open it in Excel and save it as .xlsx.</source>
        <translation>Excel で開き、.xlsx で保存してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Open it in Excel, remove the password (File &gt; Info &gt; Protect Workbook) and save it.</source>
        <translation>Excel で開き、パスワードを外して(ファイル &gt; 情報 &gt; ブックの保護)保存してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Open it in its own program and save it as .xlsx or .csv.</source>
        <translation>元のソフトで開き、.xlsx または .csv で保存してください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <source>Open items by city and kind; decided in brackets</source>
        <translation>市・種別ごとの未決定の件数 (かっこ内は決定済み)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Open the &amp;map</source>
        <translation>地図を開く(&amp;M)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Open the &amp;report</source>
        <translation>レポートを開く(&amp;R)</translation>
    </message>
    <message>
        <location filename="../layers/readers/package.py"/>
        <source>Open the file in Excel, delete empty rows and columns, and save it as csv.</source>
        <translation>Excel で開き、不要な行と列を消して、csv で保存してください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/listing.py"/>
        <source>Open the map of a store, or choose a store here.</source>
        <translation>ストアの地図を開くか、ここでストアを選んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>Open the map when it is made</source>
        <translation>できた地図を開く</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Open the map…</source>
        <translation>地図を開く…</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>Open the row's form</source>
        <translation>この行のフォームを開く</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Open the sample</source>
        <translation>サンプルを開く</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Open the standards of another store</source>
        <translation>別のストアの維持管理水準を開く</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Or assume: enough for this share of the listed work (%)</source>
        <translation>または仮定: 一覧の作業量のこの割合をこなせる (%)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Orange waits for you. What was guessed can be changed; every step can be taken back.</source>
        <translation>オレンジ色があなたの判断を待っています。推定は変えられ、どの操作も元に戻せます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Order of working</source>
        <translation>着手順</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Other administrator</source>
        <translation>他の管理者</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Other administrators' roads</source>
        <translation>他の管理者の道路</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Other administrators' roads (not counted)</source>
        <translation>他の管理者の道路(数えない)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Other centres might do better: that is not proved.</source>
        <translation>ほかの中心ならもっと短いかもしれません (証明はしていません)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Other choices</source>
        <translation>他の候補</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Other city</source>
        <translation>相手の市</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>Other deadlines that weigh more together take what there is by then.</source>
        <translation>重みの合計がより大きいほかの期限に、期限までにできる量を使います。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/labels.py"/>
        <source>Other no. {number}</source>
        <translation>その他{number}号線</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Other number</source>
        <translation>相手の番号</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Other requests</source>
        <translation>ほかの要望</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Other requests of the same kind within 15 m and 90 days count as repeated.</source>
        <translation>15 m・90日以内にある同じ種類のほかの要望を、重なりとして数えます。</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Other roads</source>
        <translation>その他の道路</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Other roads (km)</source>
        <translation>その他の道路 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Other roads between them (km)</source>
        <translation>その間の他の道路 (km)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Other uuid</source>
        <translation>相手のuuid</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Others (km)</source>
        <translation>その他 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Others stay in the layer, without a plan.</source>
        <translation>ほかの損傷は、計画を空欄にしてレイヤーに残します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>Otherwise a folder that already holds a package is refused.</source>
        <translation>許可しなければ、同じ名前のファイルがあるフォルダーには書き込みません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Otherwise rows that were edited, decided on, deleted or referred to after the import stay as they are, and are listed.</source>
        <translation>選ばなければ、取込後に編集・決定・削除・参照された行はそのまま残し、一覧に出します。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/assigning.py"/>
        <source>Outlines</source>
        <translation>工区の外形</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Outlines half-way between the zones' roads, without gaps or overlaps, with the figures.</source>
        <translation>工区どうしの道路の中間を通り、すき間も重なりもない範囲と、その数値。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Outlines run half-way between the roads of two zones. The list of sections says which road belongs to whom; the outline is only its picture.</source>
        <translation>工区の範囲は、隣り合う工区の道路の中間を通ります。どの道路がどの工区かを決めるのは区間の一覧で、範囲はその図示です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Outlines with figures and one sentence each: why together, what was cut and why.</source>
        <translation>範囲と数値、群ごとの一文 (なぜ一緒か、何をなぜ切ったか)。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Outside the city by (m)</source>
        <translation>市の外とみなす距離 (m)</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Over the limit of travel time.</source>
        <translation>移動時間の上限を超えます。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Over the river by bridge {bridge}.</source>
        <translation>橋梁 {bridge} で河川を渡る。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Overdue before the plan</source>
        <translation>開始前に期限超過</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Overdue before the plan begins</source>
        <translation>計画の開始前に期限を過ぎた補修</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <source>Overwrite files of the same names</source>
        <translation>同じ名前のファイルを上書きする</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>Own file of the area</source>
        <translation>市の区域のファイル</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>PDF or picture (*.pdf *.png)</source>
        <translation>PDF または画像 (*.pdf *.png)</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>PROJ's database of coordinate systems cannot be found.</source>
        <translation>座標系のデータベース(PROJ の proj.db)が見つかりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Pages of 16:9 to project, and to print on A4 or A3.</source>
        <translation>16:9 の画面に映すページ。A4・A3 にも印刷できます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>Partial below this fill rate (%)</source>
        <translation>「一部」とする充足率の上限 (%)</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Parts of the score</source>
        <translation>点数の内訳</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Parts of the workload, as shares of their sum. What nothing is known of moves to the length.</source>
        <translation>業務量の内訳 (合計に対する比)。資料のない項目の重みは延長に移ります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Passes a year</source>
        <translation>年間の巡回回数</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Past judgements name this version; a correction changes what they were judged by.</source>
        <translation>過去の判定はこの版を根拠にしています。訂正すると、その根拠の値が変わります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/view.py"/>
        <source>Paste {n} cells</source>
        <translation>{n} 欄を貼り付け</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Period of the damages</source>
        <translation>損傷の期間</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Permanent
class 1</source>
        <translation>本復旧
1級</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Permanent
class 2</source>
        <translation>本復旧
2級</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Permanent
other</source>
        <translation>本復旧
その他</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>Permanent repair {perm}.</source>
        <translation>本復旧 {perm}。</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Personal columns</source>
        <translation>個人情報の列</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Personal data ({names}) goes into the separate file only.</source>
        <translation>個人情報 ({names}) は別のファイルにだけ入ります。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/tables.py"/>
        <source>Personal data: correct it in the city's file</source>
        <translation>個人情報です。市の台帳で直してください。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/entries.py"/>
        <source>Personal: {item}</source>
        <translation>個人情報: {item}</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Petitioners put back</source>
        <translation>元に戻した要望者</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>画像 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Piece</source>
        <translation>区間片</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Pieces of its roads</source>
        <translation>道路のまとまりの数</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Pieces of the network</source>
        <translation>路線網の区間片</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Pieces that are too short may share a group if the crew has at most this far to drive between them.</source>
        <translation>短すぎるまとまりどうしは、作業班がその間を走る距離がこれ以下なら同じ群に入れます。</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../layers/project/forms.py"/>
        <location filename="../layers/review/subject.py"/>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Place of</source>
        <translation>位置の由来</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Places where a zone goes on over a city's border {a} → {b} (of {all}).</source>
        <translation>工区が市境をまたいで続く箇所は {a} → {b} (全 {all} 箇所)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Places with the field of the zone or contractor; several of one contractor are allowed. Zones without one get a centre of their own.</source>
        <translation>工区または事業者の列のある地点。一事業者に複数あってもかまいません。拠点のない工区の中心はプログラムが選びます。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Plan in words</source>
        <translation>計画の説明</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Plan of work: joint against each city by itself</source>
        <translation>作業計画: 共同と各市別々の比較</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Plan run</source>
        <translation>計画ID</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>Plan the repairs: joint and each city by itself</source>
        <translation>補修の作業計画を作る (共同と各市別々を比較)</translation>
    </message>
    <message>
        <location filename="../layers/planning/networks.py"/>
        <source>Plan with the sections of this store: their field uuid tells which they are.</source>
        <translation>このストアの区間で計画してください。どの区間かは項目 uuid で分かります。</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Plan {plan_id}</source>
        <translation>計画 {plan_id}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Plane X and Y in two columns</source>
        <translation>平面直角座標 X と Y の2列</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Planned by</source>
        <translation>計画の単位</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Planned damages</source>
        <translation>計画した損傷</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Planned repairs</source>
        <translation>計画の対象の補修</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Plans</source>
        <translation>計画の比較</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>Plans and agreements</source>
        <translation>計画・協定</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Plans in figures</source>
        <translation>工区案の数値</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>Please report this with the kind of file; the other ledgers were imported.</source>
        <translation>ファイルの種類を添えて、プラグインの作成者に知らせてください。ほかの台帳は取り込みました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Plot</source>
        <translation>図</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Points or areas within 300 m (straight line) count. A field “kind” with the model's codes is obeyed.</source>
        <translation>300 m 以内 (直線距離) の点または面を数えます。統一モデルの種別コードの項目「kind」があれば、それに従います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Points, lines or areas; of a layer of facilities the bridges are taken. A bridge within reach of both ends lets them be joined across a river.</source>
        <translation>点・線・面のいずれか。施設のレイヤーでは橋だけを使います。両端の近くに橋があれば、川を越えてつなぎます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Polygons with a field city_code. With them two ends are joined only where the border lies between them, and roads along a border are found.</source>
        <translation>項目 city_code を持つ面。市境を挟む端だけをつなぎ、境界道路を見つけられるようになります。</translation>
    </message>
    <message>
        <location filename="../layers/review/links.py"/>
        <source>Possible link across the border</source>
        <translation>市境の連結の候補</translation>
    </message>
    <message>
        <location filename="../layers/review/links.py"/>
        <source>Possibly one road, drawn by both cities</source>
        <translation>両市が描いた同じ道路の可能性</translation>
    </message>
    <message>
        <location filename="../analysis/routes/labels.py"/>
        <source>Prefectural road {number}</source>
        <translation>県道{number}号</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Preferred: crossing one costs time</source>
        <translation>優先: 越えると移動時間を加算</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Preferred: crossing one costs {m} minutes</source>
        <translation>優先: 越えると{m}分を加算</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Preset of the ranking</source>
        <translation>優先順位の設定ファイル</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Preset: {name}</source>
        <translation>設定: {name}</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Presets (*.toml *.json);;All files (*)</source>
        <translation>設定ファイル (*.toml *.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Price (yen)</source>
        <translation>単価(円)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Price of a border, where preferred (min)</source>
        <translation>市境の重み (優先するとき・分)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Price of a change</source>
        <translation>変更の重み</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Price of a change (min)</source>
        <translation>変更の重み (分)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Prices are invented examples: they show how amounts compare, not what repairs cost.</source>
        <translation>単価は架空の例です。金額の大小を比べるためのもので、実際の費用ではありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>Print of the whole area</source>
        <translation>全域の印刷</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Profiles (*.toml)</source>
        <translation>取込設定 (*.toml)</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/import_city.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Profiles (*.toml);;All files (*)</source>
        <translation>プロファイル (*.toml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Proposal</source>
        <translation>案</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Propose a city profile</source>
        <translation>取込設定の案を作る</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Propose common values</source>
        <translation>統一案の作成</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Propose common values…</source>
        <translation>統一案…</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Proposed city profile</source>
        <translation>取込設定の案</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Proposed field</source>
        <translation>項目の案</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Proposed profile</source>
        <translation>取込設定の案</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>Proposed profile of {city}. Check every line before the first import.</source>
        <translation>{city}の取込設定の案。最初の取込の前に、すべての行を確認してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Proposed unified values (median, rounded to the stricter step)</source>
        <translation>統一案(中央値を、測れる刻みの厳しい側に丸める)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>Proposed: {end}</source>
        <translation>候補: {end}</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Proved: with these bases and these loads no zones of these wishes have less travel.</source>
        <translation>証明済み: この拠点と業務量で、この希望を満たすどの分け方も、移動時間をこれより短くできません。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Provisional</source>
        <translation>暫定</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Put suspects into the list of what waits for a person</source>
        <translation>疑いを確認待ちに入れる</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>Put the file into {folder}, or correct its name in the profile.</source>
        <translation>ファイルを {folder} に置くか、プロファイルのファイル名を直してください。</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Put the named items back (their ids stand in the layout's list of items), or load the map again.</source>
        <translation>示された要素を戻すか(名前はレイアウトの要素一覧にあります)、地図を読み込み直してください。</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Python packages are missing: {packages}</source>
        <translation>必要な Python パッケージがありません: {packages}</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/qgis_crs.py"/>
        <source>QGIS cannot read this coordinate system: {text}</source>
        <translation>QGIS がこの座標系を読み取れません: {text}</translation>
    </message>
    <message>
        <location filename="../layers/project/tree.py"/>
        <source>QGIS does not take the layer {name}.</source>
        <translation>QGIS がレイヤ {name} を受け付けません。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/qgis_crs.py"/>
        <source>QGIS knows no reliable transformation from {start} to {end}; a rough one would move everything by hundreds of metres without a word.</source>
        <translation>QGIS に {start} から {end} への確かな変換方法がありません。概略の変換では、気付かないうちに数百m ずれてしまいます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>QGIS project</source>
        <translation>QGIS プロジェクト</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>QGIS projects (*.qgz)</source>
        <translation>QGIS プロジェクト (*.qgz)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Quality report</source>
        <translation>品質レポート</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Quantity a year</source>
        <translation>1年の数量</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Quantity by</source>
        <translation>数量の取り方</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Quoted from the work plan: it compares each city's crews by themselves with shared ones, and is not reckoned anew for each zone plan.</source>
        <translation>作業計画からの引用です。各市別々の班と共同の班を比べたもので、工区案ごとに計算し直したものではありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>R&amp;eading and key</source>
        <translation>読み方と番号(&amp;E)</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>RFC 7946, longitude and latitude; one file a table. Tables without any place are not among them.</source>
        <translation>RFC 7946、経度・緯度。一表一ファイル。位置が一つもない表は含みません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Random sets of weights</source>
        <translation>乱数による試行の回数</translation>
    </message>
    <message>
        <location filename="../documents/priority_plot.py"/>
        <source>Range of the rank in {n} random sets of weights</source>
        <translation>重みを変えた {n} 回の試行での順位の幅</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/priority_plot.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Rank damages in one list</source>
        <translation>損傷の優先順位付け</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Rank is solid</source>
        <translation>順位が安定</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>Rank the damages first (Rank damages in one list) and take its result.</source>
        <translation>先に損傷に順位を付け (「損傷の優先順位付け」)、その結果を指定してください。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>Rank {rank}: {reasons}</source>
        <translation>{rank}位: {reasons}</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Ranked damages</source>
        <translation>順位を付けた損傷</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Ranked list</source>
        <translation>順位一覧</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Reach of a bridge (m)</source>
        <translation>橋の届く距離 (m)</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Read</source>
        <translation>読取</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Read = kept + set aside. Kept rows stand in the store, with empty fields where a cell could not be read; set-aside rows could not become a row and wait for correction at the source. Blank rows, repeated headers and totals are skipped and counted apart. Personal data is shown as tokens only.</source>
        <translation>読取 = 保存 + 保留。保存した行はストアに入っています(読めない欄は空欄)。保留した行は、行として取り込めなかったもので、元の台帳が直されるのを待っています。空行・繰り返しの見出し・合計行は対象外とし、別に数えます。個人情報は記号に置き換えて表示します。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>Read as {crs}, first value pointing {first}: {how}.</source>
        <translation>{crs} として読みました。座標の一つ目の値は{first}方向です({how})。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <location filename="../layers/readers/encoding.py"/>
        <source>Read it as {better}: set the encoding in the profile, or auto.</source>
        <translation>{better} として読んでください。プロファイルの文字コードをそれに直すか、auto にします。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>Read the list again (F5)</source>
        <translation>一覧を読み直す (F5)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Read {read} = kept {kept} + set aside {set_aside}; of the kept rows {repaired} were repaired or have something to be checked. Skipped (blank, totals): {skipped}.</source>
        <translation>読取 {read} = 保存 {kept} + 保留 {set_aside}。保存のうち、直したか要確認の行は {repaired}。対象外 (空行・合計行など) は {skipped}。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>Reading</source>
        <translation>読み方</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Reading areas, rivers and bridges …</source>
        <translation>市域・河川・橋を読み込んでいます…</translation>
    </message>
    <message>
        <location filename="../layers/readers/engine.py"/>
        <source>Reading map files needs pyogrio or fiona.</source>
        <translation>地図ファイルを読むには pyogrio または fiona が必要です。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Reading the damages…</source>
        <translation>損傷を読み込んでいます…</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Reading the files</source>
        <translation>ファイルを読んでいます</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <location filename="../analysis/routes/building.py"/>
        <location filename="../analysis/zones/assigning.py"/>
        <source>Reading the network</source>
        <translation>路線網を読み込んでいます</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_routes.py"/>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Reading the network …</source>
        <translation>路線網を読み込んでいます…</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Reading the plans …</source>
        <translation>案を読んでいます…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Reading the roads …</source>
        <translation>道路を読み込んでいます…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Reading what lies beside it …</source>
        <translation>関連するレイヤーを読み込んでいます…</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Reading xlsx needs openpyxl.</source>
        <translation>xlsx を読むには openpyxl が必要です。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/listing.py"/>
        <source>Reading…</source>
        <translation>読み込んでいます…</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Reason of the revision</source>
        <translation>改定理由</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Reckon deadlines</source>
        <translation>期限を計算する</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Red&amp;o</source>
        <translation>やり直す(&amp;O)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Reference</source>
        <translation>参考図</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Reference features of the store</source>
        <translation>参考地物 (ストア)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Relation to the border</source>
        <translation>市境との関係</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Remove rows</source>
        <translation>行の削除</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>Remove the write protection, or choose another place for the store.</source>
        <translation>書き込み禁止を解除するか、ストアを別の場所に置いてください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Remove {std}</source>
        <translation>{std} の削除</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Repair
(class 1)</source>
        <translation>補修
(1級)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Repair
value</source>
        <translation>補修</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Repair: 1 newly, -1 no longer</source>
        <translation>補修: 1 新たに、-1 しなくなる</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Repaired</source>
        <translation>直した</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Repairs</source>
        <translation>補修</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Repairs (h)</source>
        <translation>補修 (時間)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Repairs (yen)</source>
        <translation>補修 (円)</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <location filename="../documents/standards_plot.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Repairs a year</source>
        <translation>1年の補修件数</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/plot.py"/>
        <source>Repairs a year over the value of this cell</source>
        <translation>この欄の値と年間補修件数</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Repairs a year, agreed</source>
        <translation>1年の補修 合意後</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Repairs a year, all cities</source>
        <translation>1年の補修件数(全市)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Repairs a year, by facility and damage. Right, orange: newly to be repaired. Left, blue: no longer.</source>
        <translation>1年の補修件数。右の濃い棒は新たに補修するもの、左の淡い棒は補修しなくなるもの。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Repairs a year, now</source>
        <translation>1年の補修 今</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>Repairs a year: {before} → {after}</source>
        <translation>補修は 年 {before} 件 → {after} 件</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Repairs by city and the curves as a picture; needs matplotlib.</source>
        <translation>市ごとの補修件数と曲線の図。matplotlib が必要です。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Repairs done</source>
        <translation>実施する補修</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Repairs done: {b} instead of {a}. Mean delay: {d} days instead of {c}.</source>
        <translation>実施する補修: {a} 件 → {b} 件。平均の遅れ: {c} 日 → {d} 日。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Repairs if agreed</source>
        <translation>合意後の補修</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <location filename="../documents/standards_plot.py"/>
        <source>Repairs in all records</source>
        <translation>記録全体の補修件数</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Repairs in all records, all cities</source>
        <translation>記録全体の補修件数(全市)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Repairs in all records, by facility and damage. Right, orange: newly to be repaired. Left, blue: no longer.</source>
        <translation>記録全体の補修件数。右の濃い棒は新たに補修するもの、左の淡い棒は補修しなくなるもの。</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>Repairs in all records: {before} → {after}</source>
        <translation>補修は 記録全体で {before} 件 → {after} 件</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Repairs in the records</source>
        <translation>記録全体の補修件数</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Repairs now</source>
        <translation>今の補修</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Repairs now (L2 and L3)</source>
        <translation>今の補修(L2・L3)</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>Repairs of this kind a year</source>
        <translation>この損傷の補修件数(1年)</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>Repairs of this kind in all records</source>
        <translation>この損傷の補修件数(記録全体)</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Repairs with an assumed quantity</source>
        <translation>数量を仮定した補修</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Repairs without a price (not in the yen)</source>
        <translation>単価のない補修(費用に含まない)</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>Repeated requests</source>
        <translation>要望の重なり</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Replace the saved preset of that name</source>
        <translation>同じ名前の保存済みの設定を置き換える</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Replace versions that the store already has</source>
        <translation>登録済みの版を置き換える</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Report for the councils</source>
        <translation>協議会の報告書</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Report of the comparison</source>
        <translation>比較のレポート</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Report of the groups</source>
        <translation>路線群レポート</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Report of the plan</source>
        <translation>作業計画のレポート</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>Report of the proposal</source>
        <translation>案の報告書</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Report of the zones</source>
        <translation>工区レポート</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>Reports what an import would do. The store is not touched.</source>
        <translation>取り込んだ場合の結果を報告するだけで、ストアには手を付けません。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/priority/inputs.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Requests</source>
        <translation>要望</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Requests a year</source>
        <translation>要望 (件/年)</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Requests and damages a year: those of the last three years within 30 m of the group's roads.</source>
        <translation>年間の要望・損傷は、群の道路から 30 m 以内にある直近3年分の平均です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Requests and links only help together; receipts are left out.</source>
        <translation>要望と対応関係は両方そろって初めて使えます。受付日時は使いません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Requests near the border</source>
        <translation>市境付近の要望</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Requests only</source>
        <translation>要望のみ</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Requests or damages of one kind that are so many days apart may be one event.</source>
        <translation>同じ種類の要望・損傷が、この日数までの間にあれば、同じ件かもしれないとみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Requests or damages of one kind that lie so near may be one event.</source>
        <translation>同じ種類の要望・損傷が、この距離までにあれば、同じ件かもしれないとみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Requests up to</source>
        <translation>要望を数える期限日</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Required</source>
        <translation>必須✓</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Required items without a column: {items}</source>
        <translation>列のない必須項目: {items}</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Response that sets it</source>
        <translation>期限を決めた応答区分</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Responses</source>
        <translation>対応区分</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Responses move deadlines, not judgements: there is no curve.</source>
        <translation>対応区分は期限を変えますが、判定は変えません（曲線なし）。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/compare_tab.py"/>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Results “Sections with zones”: with section, zone_id, workload and travel_min. Without rows above, these alone are compared; else they come after the store's plans.</source>
        <translation>「工区つきの区間」の結果 (section, zone_id, workload, travel_min)。上の行が空なら、これらだけを比べます。行があれば、ストアの案の後に並べます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Review items put back</source>
        <translation>元に戻した確認事項</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Rings: each city's value now. Yellow: the agreed value. Pale bands: to be measured before it is known; no savings.</source>
        <translation>輪は各市の今の値。黄色は合意後の値。薄い帯は、測らないと分からない分(減った数に入れない)。</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Risk</source>
        <translation>リスク値</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Rivers</source>
        <translation>河川</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Road A</source>
        <translation>道路A</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Road B</source>
        <translation>道路B</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Road class</source>
        <translation>道路種別</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Road network</source>
        <translation>路線網</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Road register</source>
        <translation>道路台帳図</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Road sections</source>
        <translation>道路区間</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>Road sections of all cities</source>
        <translation>全市の道路区間</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Roads (km)</source>
        <translation>道路延長 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Roads along a border, as candidates for a boundary agreement, with the length in each city.</source>
        <translation>市境に沿う道路。境界協定の候補として、市別の延長を付けます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Roads drawn by two cities</source>
        <translation>二重描画</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Roads in no zone (km)</source>
        <translation>工区に入らない道路 (km)</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Roads in no zone {a} → {b} km.</source>
        <translation>工区に入らない道路は {a} → {b} km。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Roads left out</source>
        <translation>除いた道路</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Roads left out, by class</source>
        <translation>除く道路 (道路種別)</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Roads more than {m} min away stay {b} km.</source>
        <translation>{m}分を超える道路は {b} km で変わりません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Roads more than {m} min away {a} → {b} km.</source>
        <translation>{m}分を超える道路は {a} → {b} km。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Roads more than {n} min away (km)</source>
        <translation>{n}分を超える道路 (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Roads near the border (km)</source>
        <translation>市境付近の道路 (km)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Roads of class 1 keep a value of their own where there is one.</source>
        <translation>1級市道に別の値がある場合、その値は動かさない。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Roads of each city that are farther from their base are counted.</source>
        <translation>拠点からこれより遠い道路を、市ごとに数えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Roads of one number turn as they like.</source>
        <translation>同じ路線番号の道路は、曲がりの大きさを問いません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Roads of the city in no zone {a} → {b} km.</source>
        <translation>市内で工区に入らない道路は {a} → {b} km。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Roads of {cities} that continue each other at {n} border crossings: one tour of {km} km repeats {pct} %.</source>
        <translation>{cities}の道路が市境{n}箇所でつながります。延長{km} kmを一巡するときの空走は{pct} %です。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Roads of {cities} that hang together: one tour of {km} km repeats {pct} %.</source>
        <translation>{cities}の一続きの道路です。延長{km} kmを一巡するときの空走は{pct} %です。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Roads of {cities} that meet at junctions: one tour of {km} km repeats {pct} %.</source>
        <translation>{cities}の道路が交差点で接します。延長{km} kmを一巡するときの空走は{pct} %です。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Roads only driven on</source>
        <translation>走行のみの道路</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Roads that no group within the bounds can hold become groups of their own and are named.</source>
        <translation>上下限に収まる群に入れられない道路は、それだけで一群とし、その旨を示します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Roads that no way joins to the rest are put to the nearest group; off: they stay by themselves.</source>
        <translation>どこにもつながらない道路を、最も近い群に入れます。オフ: そのまま残します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Roads that the cities do not maintain, by class</source>
        <translation>市が維持しない道路 (種別)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Roads with work (km)</source>
        <translation>業務のある道路 (km)</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Roads, facilities, damages and requests of several cities on one map.</source>
        <translation>複数の市の道路・施設・損傷・要望を一枚の地図にまとめたもの。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Roads, requests and damages so near to a border are counted for it.</source>
        <translation>市境からこの距離以内の道路・要望・損傷を、その市境の分として数えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Role in it</source>
        <translation>連続路線での役割</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Route</source>
        <translation>路線</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Route A</source>
        <translation>路線A</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Route B</source>
        <translation>路線B</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Route group</source>
        <translation>路線群</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Route groups</source>
        <translation>路線群</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Route groups along the borders</source>
        <translation>市境沿線の路線群</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Route groups of the whole area</source>
        <translation>全域の路線群</translation>
    </message>
    <message>
        <location filename="../layers/project/relations.py"/>
        <source>Route name</source>
        <translation>路線名</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <location filename="../processing_provider/priority/inputs.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Route register</source>
        <translation>路線台帳</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Routes</source>
        <translation>路線</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Routes along the borders</source>
        <translation>市境沿線の路線</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>Routes locked together do not touch each other ({name} and others): their crew uses other roads between them.</source>
        <translation>同じ群に固定された路線が互いに接していません（{name}ほか）。作業班は間をほかの道路で移動します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Routes to be kept apart</source>
        <translation>分ける路線</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Routes to stay together</source>
        <translation>一緒にする路線</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Row set aside</source>
        <translation>保留行</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>Row {row} holds only units; it is not data.</source>
        <translation>{row} 行目は単位だけの行のため、データとして扱いません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/export/notes.py"/>
        <location filename="../ui/wizard/codes_tab.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Rows added</source>
        <translation>追加した行</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Rows changed</source>
        <translation>変えた行</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Rows checked</source>
        <translation>調べた行数</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>Rows kept</source>
        <translation>保存した行</translation>
    </message>
    <message>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>Rows of the header</source>
        <translation>見出しの行数</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>Rows of {table} cannot be placed by a point.</source>
        <translation>「{table}」の行は点で位置を決められません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>Rows read</source>
        <translation>読み取った行</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>Rows read {read}, kept {kept}, set aside {aside}. &lt;a href='{link}'&gt;Where the report is&lt;/a&gt;</source>
        <translation>読取 {read} 行、保存 {kept} 行、保留 {aside} 行。&lt;a href='{link}'&gt;レポートのある場所&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>Rows repaired</source>
        <translation>修正した行</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../processing_provider/importing/common.py"/>
        <source>Rows set aside</source>
        <translation>保留した行</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Rows set aside at the import</source>
        <translation>取込時の保留行</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>Rows skipped</source>
        <translation>対象外とした行</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Rows that a person worked on since</source>
        <translation>取込後に人が手を入れた行</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Rows that have vanished from their source</source>
        <translation>元から消えた行</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Rows unchanged</source>
        <translation>変わらない行</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/export_unified.py"/>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Rows written</source>
        <translation>書き出した行数</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Run “Build through routes” first and give its result “Network with through routes”.</source>
        <translation>先に「連続路線をつくる」を実行し、その結果「連続路線付きの路線網」を指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/joined.py"/>
        <source>Run “Join the cities' roads into one network” first and give its result “Network”.</source>
        <translation>先に「路線網につなぐ」を実行し、その結果「路線網」を指定してください。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>Run “Update an older store”; a copy of the old file is kept.</source>
        <translation>「古いストアを更新する」を実行してください。元のファイルの写しが残ります。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/building.py"/>
        <source>Runs along the border.</source>
        <translation>市境に沿う。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>S&amp;top</source>
        <translation>止める(&amp;T)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Same facility, same city (m)</source>
        <translation>同じ施設とみなす距離・市内 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Same facility, two cities (m)</source>
        <translation>同じ施設とみなす距離・二市間 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Same road, same city (m)</source>
        <translation>同じ道路とみなす間隔・市内 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Same road, two cities (m)</source>
        <translation>同じ道路とみなす間隔・二市間 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Same road: least overlap (%)</source>
        <translation>同じ道路とみなす重なり (%)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Sample of {read} rows: kept {kept}, of these repaired or to be checked {repaired}, set aside {aside}.</source>
        <translation>見本 {read} 行: 保存 {kept} (うち直し・要確認 {repaired})、保留 {aside}。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/asking.py"/>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Save and &amp;import</source>
        <translation>保存して取り込む(&amp;I)</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>Save it from Excel as .xlsx and try again.</source>
        <translation>Excelで.xlsx形式に保存し直してから、もう一度試してください。</translation>
    </message>
    <message>
        <location filename="../layers/store/locks.py"/>
        <source>Save or end the edit session in QGIS, or wait for the other import, then try again.</source>
        <translation>QGIS の編集を保存して終えるか、ほかの取込が終わるのを待ってから、もう一度実行してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <location filename="../layers/readers/encoding.py"/>
        <source>Save the file again as UTF-8 or cp932 (Shift_JIS).</source>
        <translation>UTF-8 または cp932(Shift_JIS)で保存し直してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Save the preset under this name</source>
        <translation>この名前で設定を保存</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Save to the store</source>
        <translation>ストアに保存する</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Saved: {n} rows.</source>
        <translation>保存しました（{n} 行）。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Say where the profile is to be saved.</source>
        <translation>プロファイルの保存先を決めてください。</translation>
    </message>
    <message>
        <location filename="../layers/review/links.py"/>
        <source>Say whether it is one road or two. It counts from the next linking run on.</source>
        <translation>一本の道路か、二本の道路かを決めてください。次に連結を実行した時から効きます。</translation>
    </message>
    <message>
        <location filename="../layers/review/linking.py"/>
        <source>Say whether it is one road, drawn twice, or two roads.</source>
        <translation>二重に描かれた一本の道路か、二本の道路かを決めてください。</translation>
    </message>
    <message>
        <location filename="../layers/review/linking.py"/>
        <source>Say which of the two ends stays.</source>
        <translation>二つの端点のどちらを残すか選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>Say which of the two rows stays.</source>
        <translation>二つの行のどちらを残すか指定してください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>Say why “{label}” is not taken.</source>
        <translation>「{label}」を取り込まない理由を書いてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Says what would be taken back. The store is not touched.</source>
        <translation>何が取り消されるかを知らせます。ストアには何も書きません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Says whose standard counts and whose office days.</source>
        <translation>どの市の基準と開庁日を使うかを決めます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Says whose standard counts.</source>
        <translation>どの市の基準を当てるかを決めます。</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Scale</source>
        <translation>縮尺</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>School route</source>
        <translation>通学路</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>School routes</source>
        <translation>通学路</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Score</source>
        <translation>優先度点</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>Search by name or code</source>
        <translation>名前かコードで探す</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>Search for duplicates</source>
        <translation>重複を探す</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/runs.py"/>
        <source>Searching for duplicates…</source>
        <translation>重複を探しています…</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Seasonal work (snow, mowing)</source>
        <translation>季節業務 (除雪・除草)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Seconds for each choice at most</source>
        <translation>一回の計算の上限 (秒)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Section</source>
        <translation>区間</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Section A</source>
        <translation>区間A</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Section B</source>
        <translation>区間B</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Section, route or through route</source>
        <translation>区間・路線・連続路線</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Sections</source>
        <translation>区間数</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Sections drawn twice</source>
        <translation>二重描画の区間</translation>
    </message>
    <message>
        <location filename="../analysis/zones/assigning.py"/>
        <source>Sections heavier than a zone's whole share ({share:.1%}): {names}. Balance suffers; more zones make it worse.</source>
        <translation>1工区の業務量({share:.1%})より重い区間があります: {names}。均衡は悪くなり、工区を増やすとさらに悪くなります。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>Sections locked to two zones at once: {names}.</source>
        <translation>二つの工区に同時に固定された区間: {names}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Sections of islands put to it</source>
        <translation>入れた島の区間数</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Sections over the time limit</source>
        <translation>時間の上限を超える区間</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Sections that change hands</source>
        <translation>担当が替わる区間</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Sections that change hands, in all plans</source>
        <translation>担当が替わる区間 (全案の合計)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Sections that change their zone</source>
        <translation>工区が変わる区間</translation>
    </message>
    <message>
        <location filename="../analysis/groups/roads.py"/>
        <source>Sections that come twice in the network: {names}</source>
        <translation>路線網に重複する区間があります：{names}</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Sections that lie wholly within this distance of such a route belong to it.</source>
        <translation>対象の連続路線からこの距離以内に全体が入る区間も含めます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Sections that no road connects with a zone have none and are named. On: they join the nearest one, and are named too.</source>
        <translation>どの工区とも道路でつながらない区間は、工区に入れずに名前を挙げます。オンのときは最寄りの工区に入れ、やはり名前を挙げます。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>Sections that stand in two zones at once: {names}.</source>
        <translation>二つの工区に同時に入る区間があります: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>Sections that stand there twice: {names}.</source>
        <translation>二度出てくる区間があります: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>Sections that stay together are locked to different zones: {names}.</source>
        <translation>まとめる区間が別々の工区に固定されています: {names}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Sections with groups</source>
        <translation>路線群付きの区間</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Sections with zones</source>
        <translation>工区付きの区間</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <source>Sections without a usable length: {names}.</source>
        <translation>延長が使えない区間: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>Sections without a workload: {names}.</source>
        <translation>業務量のない区間: {names}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Sections without a zone</source>
        <translation>工区のない区間</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>See the fewest zones.</source>
        <translation>工区数の下限を参照。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>See the shortest group.</source>
        <translation>最短延長の説明を参照。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Seed</source>
        <translation>乱数の種</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Seed of the random numbers</source>
        <translation>乱数の種</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Set PROJ_DATA to the folder that holds proj.db, or install QGIS again.</source>
        <translation>環境変数 PROJ_DATA に proj.db のあるフォルダーを指定するか、QGIS を入れ直してください。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Set aside</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../processing_provider/places.py"/>
        <source>Set it in the layer's properties, then run again.</source>
        <translation>レイヤーのプロパティで座標系を設定してから、もう一度実行してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Set-aside rows put back</source>
        <translation>元に戻した保留行</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Several cities have an import that can be undone: {cities}.</source>
        <translation>取り消せる取込のある市が複数あります: {cities}。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Several conflicts are selected: one side is taken for every field of all of them.</source>
        <translation>複数の衝突を選んでいます。選んだすべての件のすべての項目に同じ側を使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>Several zone plans are called {plan}.</source>
        <translation>名称が {plan} の工区案が複数あります。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Severity</source>
        <translation>確かさ</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Severity of the breaks</source>
        <translation>不連続の大きさ</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Share (%)</source>
        <translation>割合 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Share of all work</source>
        <translation>全業務量に対する割合</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Share of draws among the first</source>
        <translation>上位に入る割合</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Share of draws in its band</source>
        <translation>優先帯が変わらない割合</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Share of the plan's work (%)</source>
        <translation>案の業務量に占める割合 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Share of the risk in the score</source>
        <translation>点数に占めるリスクの割合</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Share of the work</source>
        <translation>業務量の割合</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_charts.py"/>
        <source>Share of the work of each zone</source>
        <translation>各工区の業務量の割合</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Shares of the zones</source>
        <translation>工区の割合</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>Sheet or layer</source>
        <translation>シート・レイヤー</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>Sheet “{sheet}”, cell {cell}: {words}</source>
        <translation>シート「{sheet}」のセル{cell}: {words}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>Sheets</source>
        <translation>シート</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_model.py"/>
        <source>Shift_JIS (cp932)</source>
        <translation>Shift_JIS (cp932)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Shorter ones are not listed.</source>
        <translation>これより短いものは出しません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Shorter ones without a group near them are in no group, but listed.</source>
        <translation>これより短く近くに群のない島は、どの群にも入れず一覧に出します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Shorter sections are reported; 0 reports none.</source>
        <translation>これより短い区間を知らせます。0 なら知らせません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Shortest group (km)</source>
        <translation>路線群の最短延長 (km)</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>Shortest ways</source>
        <translation>最短経路を求めています</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Show on the map</source>
        <translation>地図で示す</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <source>Side by side</source>
        <translation>並べて比べる</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Side by side with maps, and for each city what it gains and loses: to project or print.</source>
        <translation>地図とともに並べ、市ごとの得失を示します。投影・印刷用です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Single changes</source>
        <translation>重みを一つずつ変えた結果</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Size</source>
        <translation>群の大きさ</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Skipped</source>
        <translation>対象外</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Skipped rows (totals, repeated headers)</source>
        <translation>対象外とした行(合計行、繰り返しの見出し)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>So that a short bend at the end does not count.</source>
        <translation>末端の小さな曲がりに左右されないためのものです。</translation>
    </message>
    <message>
        <location filename="../layers/standards/table.py"/>
        <source>Somebody else has changed the standards of this store meanwhile: {rows}.</source>
        <translation>この間に別の人がこのストアの維持管理水準を変更しました: {rows}</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>Source</source>
        <translation>取込元</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Source column</source>
        <translation>元項目</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Source: {origin}</source>
        <translation>出典: {origin}</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Sources and licences</source>
        <translation>出典と利用条件</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <location filename="../ui/standards_editor/model.py"/>
        <source>Standard</source>
        <translation>基準</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Standard id</source>
        <translation>基準ID</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Standard if agreed</source>
        <translation>合意後の基準ID</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Standard now</source>
        <translation>今の基準ID</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Standard.cell=from-to (by the step that can be measured), or =3,4,5; several with a semicolon. Cells: watch, repair, emerg, repair_c1.</source>
        <translation>基準.項目=始め-終わり(測れる刻みで動かす)、または =3,4,5。; で区切って複数。項目は watch(観察値)、repair(補修値)、emerg(緊急値)、repair_c1(1級補修値)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Standards (store or workbook)</source>
        <translation>維持管理水準 (ストアまたはブック)</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Standards {std_ver}</source>
        <translation>水準 {std_ver}</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Standards: {origin}</source>
        <translation>使った基準: {origin}</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../layers/project/forms.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>State and note</source>
        <translation>状態・備考</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>State in words</source>
        <translation>状態の説明</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>State of the plan</source>
        <translation>計画の状態</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/crs.py"/>
        <location filename="../layers/coordinates/qgis_crs.py"/>
        <source>State the coordinate system in the profile, or convert the file in another program.</source>
        <translation>プロファイルに座標系を書くか、ほかのソフトで変換してください。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>State, by itself</source>
        <translation>状態 (各市別々)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>State, joint</source>
        <translation>状態 (共同)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Still to be measured</source>
        <translation>要計測</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>Still to be measured: {measures}.</source>
        <translation>要計測：{measures}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Stopped before the end: this is the best so far.</source>
        <translation>途中で終了しました。これまでで最良の結果です。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>Store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/asking.py"/>
        <source>Store (*.gpkg)</source>
        <translation>ストア (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Store or workbook (*.gpkg *.xlsx);;All files (*)</source>
        <translation>ストアまたはブック (*.gpkg *.xlsx);;すべてのファイル (*)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Store with office days</source>
        <translation>休庁日を読むストア</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>Store:</source>
        <translation>ストア:</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>Stored</source>
        <translation>ストアの値</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Stored (edited by hand)</source>
        <translation>今の値 (手修正)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Stored now</source>
        <translation>今の値</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Store…</source>
        <translation>ストア…</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/import_city.py"/>
        <source>Sub-folders are searched too; the profile says which file is which ledger.</source>
        <translation>サブフォルダーの中も探します。どのファイルがどの台帳かは、プロファイルに書きます。</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Sum of the factors (of 100)</source>
        <translation>係数の合計 (100点満点)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Summary</source>
        <translation>まとめ</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Summed up by</source>
        <translation>集計の単位</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_model.py"/>
        <source>Sureness</source>
        <translation>確信度</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Suspects added to what waits for a person</source>
        <translation>確認待ちに加えた疑い</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <location filename="../layers/store/migrate.py"/>
        <source>Table {table} was added.</source>
        <translation>表 {table} を加えました。</translation>
    </message>
    <message>
        <location filename="../layers/store/migrate.py"/>
        <source>Table {table}: field {field} was added.</source>
        <translation>表 {table} に項目 {field} を加えました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>表 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Tables (*.xlsx *.csv);;All files (*)</source>
        <translation>表 (*.xlsx *.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Tables that only the store needs</source>
        <translation>ストアの内部用の表</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Take</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Take all</source>
        <translation>すべて採用</translation>
    </message>
    <message>
        <location filename="../layers/planning/presets.py"/>
        <source>Take another name, or say that the saved one is to be replaced.</source>
        <translation>別の名前にするか、「保存済みの設定を置き換える」を選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <source>Take effect with the next import</source>
        <translation>次の取込で反映</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Take it as it is</source>
        <translation>このまま取り込む</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>Take none</source>
        <translation>すべて外す</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Take the corrected row</source>
        <translation>直した内容で取り込む</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <source>Take the last decision back (Ctrl+Z)</source>
        <translation>直前の決定を取り消す (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>Take the plane rectangular zone of your area, e.g. EPSG:6677 for zone IX.</source>
        <translation>その地域の平面直角座標系を選んでください(例: IX系なら EPSG:6677)。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Take this place</source>
        <translation>この位置に決める</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Take this value</source>
        <translation>この値にする</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Take what is chosen</source>
        <translation>選んだ値にする</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/panel.py"/>
        <source>Taken back: {number}.</source>
        <translation>{number}件の決定を取り消しました。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/actions.py"/>
        <source>Taking a decision back</source>
        <translation>決定の取り消し</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <source>Text stands after a closing quotation mark; read as it is.</source>
        <translation>閉じた引用符の後に文字があります。そのまま読みました。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The .dbf claims {claimed} records and holds {n}.</source>
        <translation>.dbf の記載では {claimed} 件ですが、実際には {n} 件です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The .dbf is not {encoding}: {n} texts do not fit.</source>
        <translation>.dbf の文字コードは {encoding} ではありません。{n} 個の文字列が合いません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>The .shx does not fit the shapes; it was made anew from them.</source>
        <translation>.shx が図形と合わないため、図形から作り直しました。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>The .shx is missing; it was made anew from the shapes.</source>
        <translation>.shx がないため、図形から作り直して読みました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>The A3 sheet of the project, exported as PDF or PNG.</source>
        <translation>プロジェクトの A3 全域図を、PDF または PNG に書き出します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <source>The GeoPackage that an import has made.</source>
        <translation>取込で作られた GeoPackage。</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <source>The GeoPackage that holds all cities. It is made where there is none; an existing one is brought up to date, never replaced.</source>
        <translation>すべての市をまとめる GeoPackage。なければ新しく作ります。すでにあるものは最新の内容にし、作り直して置き換えることはありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <source>The KML in the archive would unpack to {size} MB.</source>
        <translation>圧縮された KML は、展開すると {size} MB になります。</translation>
    </message>
    <message>
        <location filename="../layers/export/open311.py"/>
        <source>The Open311 mapping has an entry that is not known: {entry}</source>
        <translation>Open311 の対応表に読めない項目があります: {entry}</translation>
    </message>
    <message>
        <location filename="../layers/export/open311.py"/>
        <source>The Open311 mapping may not fill {fields}: personal data.</source>
        <translation>Open311 の対応表で {fields} は使えません。個人情報の項目です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>The Shapefile has no .dbf, so it has no attributes.</source>
        <translation>Shapefile に .dbf がないため、属性がありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>The Shapefile has no .dbf: shapes without attributes.</source>
        <translation>Shapefile に .dbf がありません。属性なしで図形だけを読みます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/import_city.py"/>
        <source>The TOML file that says how the city keeps its ledgers, or the name or code of a shipped one (e.g. moriya, 082244).</source>
        <translation>市の台帳の付け方を書いた TOML ファイル。付属のプロファイルなら、その名前か市コードでも指定できます(例: moriya、082244)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>The TOML for the import, with confidence and reasons as comments.</source>
        <translation>取込に使う TOML。確信度と理由をコメントに書きます。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>The accepted values go into a new version of the common standard.</source>
        <translation>採用した値は、共通水準の新しい版に入ります。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>The amounts of work are those of an example table, invented: replace them before you decide.</source>
        <translation>作業量は架空の例の表によります。実際の値に置き換えてから判断してください。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/capacity.py"/>
        <source>The amounts of {city} must be numbers from 0 on.</source>
        <translation>{city} の月ごとの量は、0 以上の数で入力してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <source>The archive is damaged or incomplete ({reason}).</source>
        <translation>圧縮ファイルが壊れているか、途中で切れています({reason})。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The attribute table (.dbf) is damaged.</source>
        <translation>属性表(.dbf)が壊れています。</translation>
    </message>
    <message>
        <location filename="../processing_provider/frames.py"/>
        <source>The attributes of the layer cannot be read.</source>
        <translation>レイヤの属性を読めません。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>The axis order cannot be settled: of {n} points, {north} lie in the city when the first value points north and {east} when it points east.</source>
        <translation>軸の順が決まりません。{n} 点のうち市の区域に入るのは、一つ目の値を北とすると {north} 点、東とすると {east} 点です。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>The base of zone {zone} has no place.</source>
        <translation>工区{zone}の拠点に位置がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>The base of zone {zone} lies {m:.0f} m from the nearest road.</source>
        <translation>工区{zone}の拠点は最寄りの道路から{m:.0f} m離れています。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>The base of {zone} is {m:.1f} min nearer, but belongs to another city.</source>
        <translation>{zone}の拠点の方が{m:.1f}分近いが、別の市の工区です。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>The base of {zone} is {m:.1f} min nearer; balance or a shorter border.</source>
        <translation>{zone}の拠点の方が{m:.1f}分近いが、均衡または短い境界のためです。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>The base of {zone} is {m:.1f} min nearer; the route stays whole.</source>
        <translation>{zone}の拠点の方が{m:.1f}分近いが、路線を分けません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>The bases</source>
        <translation>拠点</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>The bases and shares name {n} zones, more than 12: {names}.</source>
        <translation>拠点と割合に{n}工区が書かれていて、12を超えます: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>The bases of {names} lie at roads that no road connects with the rest of the network. Move them, or leave their place empty.</source>
        <translation>{names}の拠点は、ほかの道路とつながっていない道路の近くにあります。拠点を移すか、位置を空にしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>The bases say nothing of {zones}, which has a share: this zone gets a centre of its own.</source>
        <translation>分担率のある{zones}の拠点が拠点レイヤーにありません。この工区の中心はプログラムが決めます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>The best found so far is taken. Without a limit the result is the same on any machine.</source>
        <translation>そこまでに見つかった最良の答えを採ります。上限がなければ、どの機械でも同じ結果になります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/view.py"/>
        <source>The block is larger than the rest of the table; nothing was pasted.</source>
        <translation>貼り付ける範囲が表からはみ出すため、貼り付けませんでした。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>The bound is proved: it counts the least that all these roads need as one tour, without any bound on sizes. The smaller the groups have to be, the farther any answer lies above it.</source>
        <translation>下限値は証明された値です。これらの道路全体を、群の大きさを問わず一度に回るときに最低限必要な空走です。群を小さくするほど、どの答えも下限値から離れます。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>The boundary of {name} encloses no area.</source>
        <translation>{name} の境界が、閉じた区域になっていません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/options.py"/>
        <source>The bounds for the number of zones must lie within 1 and {most}: {low} to {high} do not.</source>
        <translation>工区数の範囲は1~{most}の中で指定してください({low}~{high}は使えません)。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/options.py"/>
        <source>The bounds {low} to {high} km cannot be met.</source>
        <translation>延長の範囲{low}～{high} kmは成り立ちません。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The bridge may carry another road.</source>
        <translation>橋は別の道路のものかもしれません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>The capacities are pairs of a city and an amount, but there are {n} cells.</source>
        <translation>できる量は市と量の組で書きますが、{n} 個の値があります。</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>The cell holds Excel's error {error}; read as empty.</source>
        <translation>セルに Excel のエラー値 {error} が入っています。空欄として読みました。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/runs.py"/>
        <source>The check of the data is not there.</source>
        <translation>データの点検が使えません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>The cities do not differ: there is nothing to propose.</source>
        <translation>各市の値に相違がないため、統一案はありません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>The cities' own standards are invented examples, not their practice.</source>
        <translation>各市の基準は例・架空の値であり、市の実際の運用ではない。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>The cities' profiles (*.toml). Empty: the shipped profiles of the cities that are in the store.</source>
        <translation>各市のプロファイル (*.toml)。空欄なら、ストアにある市の同梱の設定を使います。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The city joins with {km} km; there is nothing to compare with.</source>
        <translation>この市は {km} km で新たに加わります。比べる相手はありません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The city takes no part in this plan; its {km} km stay outside.</source>
        <translation>この案には参加しません。{km} km は対象外です。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The city {city} has no road.</source>
        <translation>市 {city} に道路がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/agreement.py"/>
        <source>The city {city} is not known here; there are: {known}.</source>
        <translation>市 {city} はここにありません。あるのは {known} です。</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>The columns {lat} and {lon} (for example {first}, {second}) hold no places in Japan.</source>
        <translation>列「{lat}」「{lon}」の値 (例: {first}, {second}) は日本の位置ではありません。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>The columns {lost} were not found. The header has: {found}.</source>
        <translation>列が見つかりません: {lost}。見出しにある列: {found}。</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>The columns {x} and {y} are plane coordinates, but the zone cannot be known without a boundary.</source>
        <translation>列「{x}」「{y}」は平面座標ですが、境界がないと系が分かりません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>The columns {x} and {y} do not lie in the city in any plane zone.</source>
        <translation>列「{x}」「{y}」は、どの系でも市の区域に入りません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>The common standard and invented examples of four cities</source>
        <translation>共通水準と四市の例 (架空の値)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>The common standard for all</source>
        <translation>共通の基準を全市に</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>The common standard that ships with the plugin (a proposal)</source>
        <translation>同梱の共通水準 (案)</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The crew takes {mean} min on average, {most} min to the farthest place.</source>
        <translation>班の移動は平均 {mean}分、最も遠い場所まで {most}分。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>The crew-hours that were used, to put your own into.</source>
        <translation>計算に使った作業時間。実際の時間に書き換えて使えます。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>The damages cannot be read: {why}</source>
        <translation>損傷を読み込めません: {why}</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>The damages with judgement, standard, deciding measure, responses, deadlines and the reason in words.</source>
        <translation>判定・基準・決め手の測定値・応答・期限・理由文の付いた損傷。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>The damages with rank, band, score, every part of it, deadline and the reason in words. What is not ranked (closed, other administrators', later than the day) is there without a rank.</source>
        <translation>損傷に、順位・優先帯・点数とその内訳・期限・理由文を付けたもの。順位を付けない損傷 (処理済、他の管理者、基準日より後) も、順位なしで含みます。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>The deadline had passed before the plan begins.</source>
        <translation>計画の開始前に期限が過ぎています。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/actions.py"/>
        <source>The decision before is still being written.</source>
        <translation>前の決定を書き込んでいます。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>The disk is full; nothing was changed in {path}.</source>
        <translation>ディスクがいっぱいです。{path} は元のままです。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>The encoding “{name}” is not known.</source>
        <translation>「{name}」という文字コードはありません。</translation>
    </message>
    <message>
        <location filename="../layers/review/linking.py"/>
        <source>The end of {section} ({end}) is joined by another decision already.</source>
        <translation>{section} の端点 ({end}) は、別の決定ですでに連結されています。</translation>
    </message>
    <message>
        <location filename="../layers/review/linking.py"/>
        <source>The ends lie {gap} m apart; at most {most} m can be joined.</source>
        <translation>端点が {gap} m 離れています。つなげるのは {most} m までです。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The farthest place stays {b} min away.</source>
        <translation>最も遠い場所まで {b}分で変わりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>The field {name} holds something else than ranks.</source>
        <translation>項目 {name} に、順位でない値があります。</translation>
    </message>
    <message>
        <location filename="../layers/planning/runs.py"/>
        <source>The field {name} is missing, which tells the damages apart.</source>
        <translation>損傷を見分ける項目 {name} がありません。</translation>
    </message>
    <message>
        <location filename="../layers/planning/network_rows.py"/>
        <source>The field {name} is missing, which tells the rows apart.</source>
        <translation>行を区別する項目 {name} がありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>The file cannot be read as map data: {reason}</source>
        <translation>地図データとして読めません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <location filename="../layers/readers/tables.py"/>
        <source>The file cannot be read: {reason}</source>
        <translation>ファイルを読めません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>The file does not say which coordinate system it uses.</source>
        <translation>ファイルに座標系が書かれていません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>The file has geometry but states no coordinate system, and none could be found.</source>
        <translation>形状はあるが座標系の記載がなく、見つけられませんでした。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>The file has no layer.</source>
        <translation>ファイルにレイヤがありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>The file has: {layers}. Correct the profile.</source>
        <translation>ファイルにあるレイヤ: {layers}。プロファイルを直してください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_city.py"/>
        <source>The file holds no area with a known coordinate system.</source>
        <translation>このファイルには、座標系の分かる区域がありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>The file is a damaged or incomplete archive; it was perhaps cut off while being copied.</source>
        <translation>圧縮ファイルが壊れているか、途中で切れています。コピー中に切れた可能性があります。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>The file is not {encoding}: byte {offset} does not fit.</source>
        <translation>ファイルの文字コードは {encoding} ではありません。{offset} バイト目が合いません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>The file is text of no known encoding (first byte that does not fit: {offsets}).</source>
        <translation>文字コードがわかりません(各文字コードで最初に合わない位置: {offsets})。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>The file may not be read; perhaps it is open in another program.</source>
        <translation>ファイルを開けません。ほかのソフトで開いている可能性があります。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>The file now</source>
        <translation>台帳の値</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/files.py"/>
        <source>The file {file} cannot be written: {why}.</source>
        <translation>ファイル {file} に書き込めません：{why}。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>The files are being read…</source>
        <translation>ファイルを読んでいます…</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>The files do not tell which city they belong to.</source>
        <translation>どの市のファイルか、ファイルからは分かりません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>The files name several cities: {cities}.</source>
        <translation>ファイルに複数の市が出てきます: {cities}</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>The findings by city and kind as a page to print; a CSV with every finding is written beside it.</source>
        <translation>市ごと・種類ごとにまとめた、印刷できるページ。全件のCSVも横に書き出します。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The finish ends at the border.</source>
        <translation>終点が市境で行き止まりです。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>The first month is that of the first day.</source>
        <translation>最初の月は、計画の初日の月です。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>The first plan is what the others are measured against. A zone that has most in common with one of the first plan counts as the same zone, whatever its number; where every zone has a contractor, hands are the contractors.</source>
        <translation>最初の案を基準にほかの案を比べます。最初の案の工区と最も多く重なる工区は、番号が違っても同じ工区とみなします。すべての工区に事業者があるときは、事業者が同じかどうかで判断します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>The gap up to which links are proposed must not be smaller than the gap that is joined.</source>
        <translation>要確認とする間隔の上限は、つなぐ間隔の上限以上にしてください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>The geometry is broken or empty; read as none.</source>
        <translation>図形が壊れているか空のため、図形なしとして読みました。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>The groups</source>
        <translation>路線群の一覧</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <source>The header cannot be read: {detail}</source>
        <translation>見出し行が読めません: {detail}</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>The header row {row} is empty.</source>
        <translation>見出し行({row} 行目)が空です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>The header was guessed: row {row} ({labels}).</source>
        <translation>見出し行を {row} 行目と推定しました({labels})。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/wizard.py"/>
        <source>The import is still running: stop it first.</source>
        <translation>取込の途中です。先に止めてください。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <location filename="../layers/review/decide.py"/>
        <location filename="../layers/review/reverting.py"/>
        <source>The item is not in the store any more.</source>
        <translation>この項目は保存先にもうありません。</translation>
    </message>
    <message>
        <location filename="../layers/review/linking.py"/>
        <source>The item names no ends.</source>
        <translation>この項目には端点の指定がありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>The key names a column that the file does not have.</source>
        <translation>番号の列がファイルにありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>The key {key} is not unique: {count} rows would be set aside.</source>
        <translation>番号の列 {key} に重なりがあります。{count} 行が保留になります。</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>The label “{label}” stands twice; the second is read as “{name}”.</source>
        <translation>見出し「{label}」が二つあります。二つ目は「{name}」として読みます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <source>The language of the report or map, whatever the language of QGIS is.</source>
        <translation>レポートや地図の言語。QGIS の言語とは別に選べます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>The largest gap must not be smaller than the distance of joined ends.</source>
        <translation>「すき間とみなす最大距離」は「つながっているとみなす距離」以上にしてください。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>The last category must begin at risk 1.</source>
        <translation>最後の優先区分は、リスク値 1 から始めてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>The layer has no areas.</source>
        <translation>レイヤーに面がありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>The layer has no feature.</source>
        <translation>レイヤに図形が一つもありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/frames.py"/>
        <source>The layer has no field {name}.</source>
        <translation>レイヤーに項目 {name} がありません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>The layer has no fields ft and dt: it holds no damages.</source>
        <translation>レイヤに項目 ft・dt がないため、損傷のレイヤではありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <location filename="../processing_provider/network/joined.py"/>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>The layer has no geometry.</source>
        <translation>レイヤーに図形がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>The layer shows the joint plan</source>
        <translation>レイヤーに共同の計画を入れる</translation>
    </message>
    <message>
        <location filename="../processing_provider/places.py"/>
        <source>The layer {name} has no coordinate system.</source>
        <translation>レイヤー {name} に座標系が設定されていません。</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>The layout {layout} lacks: {pieces}</source>
        <translation>レイアウト「{layout}」に足りない要素があります: {pieces}</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>The ledger cannot be {table}.</source>
        <translation>この台帳を {table} にはできません。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>The ledger could not be processed ({kind} at {place}).</source>
        <translation>台帳を処理できませんでした({kind}、発生箇所 {place})。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>The ledger “{title}” is missing: no file matches {patterns}.</source>
        <translation>台帳「{title}」がありません。{patterns} に当たるファイルが見つかりません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>The ledger's row</source>
        <translation>元の台帳の行</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>The ledgers are being imported…</source>
        <translation>台帳を取り込んでいます…</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>The limit of band A lies below that of band B.</source>
        <translation>優先帯 A の下限が、優先帯 B の下限より低くなっています。</translation>
    </message>
    <message>
        <location filename="../analysis/network/reading.py"/>
        <source>The line has coordinates that are no numbers or beyond the Earth: it is left out.</source>
        <translation>線の座標が数値でないか、地球の範囲を超えています。この線は除きます。</translation>
    </message>
    <message>
        <location filename="../analysis/network/reading.py"/>
        <source>The line has no length: it is left out.</source>
        <translation>線の長さがないため除きました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The list as it was on that day: later damages and requests do not count. Empty: today.</source>
        <translation>その日時点の一覧を作ります。それより後の損傷と要望は数えません。空欄なら今日。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/planning.py"/>
        <source>The list has no column {names}.</source>
        <translation>一覧に項目 {names} がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>The list is not stable</source>
        <translation>一覧は安定していません</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>The list is stable</source>
        <translation>一覧は安定しています</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>The list is stable (1) or not (0)</source>
        <translation>一覧の安定 (1=安定、0=不安定)</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>The locks</source>
        <translation>固定</translation>
    </message>
    <message>
        <location filename="../analysis/zones/allotting.py"/>
        <source>The locks want the zones {names} in a part of the network that has load for only {n}.</source>
        <translation>固定により工区{names}が、{n}工区分の業務量しかない部分に集まっています。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>The longest group must not be shorter than the shortest.</source>
        <translation>最長延長は最短延長以上にしてください。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The longest travel stays {b} min.</source>
        <translation>最も遠い場所まで {b}分で変わりません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/options.py"/>
        <source>The longest travel time must be above 0 minutes, not {n}.</source>
        <translation>最長移動時間は0分より大きくしてください({n}は使えません)。</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>The map cannot be written: {reason}</source>
        <translation>地図を書き出せません: {reason}</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>The map could not be made: {why}</source>
        <translation>地図を作れませんでした: {why}</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <source>The map shows the adopted run of each kind. The run adopted before stays in the store.</source>
        <translation>地図には、種類ごとに採用した計画実行が表示されます。前に採用したものもストアに残ります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>The map was saved as {path}. Save your present project, then open it.</source>
        <translation>地図を {path} に保存しました。今のプロジェクトを保存してから開いてください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>The middle of the cities, cell by cell</source>
        <translation>各市の中央値から共通の値の案を作る</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>The middle of what the cities have, rounded to the stricter value that can be measured. A proposal can be overwritten; nothing is saved yet.</source>
        <translation>各市の値の中央値を、測れる単位で厳しい側に丸めた案です。「案」の欄は書き換えられます。まだ何も保存されません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The most uneven zone is {a} → {b} % off its share.</source>
        <translation>最も偏った工区の目標との差は {a}% → {b}%。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The most uneven zone stays {b} % off its share.</source>
        <translation>最も偏った工区の目標との差は {b}% で変わりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>The most zones must not be fewer than the fewest.</source>
        <translation>工区数の上限は下限以上にしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The name of a preset that is saved in the store, or a TOML or JSON file with what is to differ from the common preset: points, weights, limits. Every number can be set. Empty: the common preset (a proposal).</source>
        <translation>ストアに保存した設定の名前、または共通の設定と違う所だけを書いた TOML・JSON ファイル (点数・重み・しきい値など、すべての数字を変えられます)。空欄なら共通の設定 (案) を使います。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The name “{label}” is cut in the middle of a character ({bytes}).</source>
        <translation>項目名「{label}」が文字の途中で切れています({bytes})。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/assigning.py"/>
        <source>The network has no column {name} to keep routes together by.</source>
        <translation>路線をまとめるための列{name}が路線網にありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>The network has no field {name} of seasonal work.</source>
        <translation>路線網に季節業務の列{name}がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>The network has no roads of these cities: {cities}.</source>
        <translation>路線網に次の市の道路がありません: {cities}</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <location filename="../processing_provider/zones/zone_checks.py"/>
        <source>The network has no section.</source>
        <translation>路線網に区間がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>The network has no through routes to be kept whole.</source>
        <translation>路線網に、分けずに残す連続路線がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>The network has no through routes yet; they are built by the usual options.</source>
        <translation>路線網に連続路線がまだないため、標準の設定でつくります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>The network is joined.</source>
        <translation>路線網がつながりました。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <location filename="../analysis/groups/roads.py"/>
        <location filename="../analysis/zones/checking.py"/>
        <source>The network lacks the columns {names}.</source>
        <translation>路線網に次の列がありません：{names}</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>The network, each piece with its group and the reason.</source>
        <translation>区間ごとに路線群と理由を付けた路線網。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>The network, each piece with its through route: the input of the groups.</source>
        <translation>区間ごとに連続路線を付けた路線網。路線群の編成の入力です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>The network, each piece with its zone, its work, the travel from the base, and the reason.</source>
        <translation>路線網の各区間に、工区、業務量、拠点からの移動時間、理由を付けたもの。</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>The number after # is the confidence (0 to 1); below {sure} nothing was mapped.</source>
        <translation># の後の数は確信度 (0〜1)。{sure} 未満は割り当てていません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The number did not fit its column when it was written (***); read as empty.</source>
        <translation>書き込まれたときに桁があふれた数値(***)です。空欄として読みました。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/options.py"/>
        <source>The number of groups must be at least 1.</source>
        <translation>群の数は1以上にしてください。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/options.py"/>
        <source>The number of zones must be 1 to {most} or 'auto', not {k}.</source>
        <translation>工区数は1~{most}または'auto'です({k}は使えません)。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/panel.py"/>
        <source>The open map has no layer of {table}.</source>
        <translation>開いている地図に「{table}」のレイヤーがありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>The open project has unsaved changes and would be replaced: save it, or choose another file.</source>
        <translation>開いているプロジェクトに保存していない変更があり、置き換わってしまいます。保存するか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>The other road</source>
        <translation>相手の道路</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>The other row</source>
        <translation>相手の行</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>The other row is not in the store any more.</source>
        <translation>相手の行は保存先にもうありません。</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>The package cannot be written to {folder}: {reason}</source>
        <translation>{folder} に書き込めません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>The package would replace the store itself.</source>
        <translation>このままではストア自体を置き換えてしまいます。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>The past damages are judged a second time; it is assumed that as many come up in future. Nobody can know that.</source>
        <translation>過去の損傷を、もう一つの基準で判定し直した。これからも同じだけ損傷が出るという仮定である。実際にそうなるかは分からない。</translation>
    </message>
    <message>
        <location filename="../layers/readers/rows.py"/>
        <source>The pattern “{pattern}” for rows to skip cannot be read: {reason}</source>
        <translation>対象外にする行のパターン「{pattern}」が正しくありません: {reason}</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>The plan begins on {day}.</source>
        <translation>計画は {day} に始まります。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The plan covers {b} km of roads instead of {a} km.</source>
        <translation>対象の道路は {a} km → {b} km。</translation>
    </message>
    <message>
        <location filename="../layers/planning/adopting.py"/>
        <source>The plan run {plan} is adopted.</source>
        <translation>計画実行「{plan}」は採用中です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>The plane rectangular zone of the area, e.g. EPSG:6677 (zone IX) for the four cities. Only used where the store is made; empty: the plugin's setting.</source>
        <translation>地域の平面直角座標系(例: 4市なら IX系の EPSG:6677)。ストアを新しく作るときだけ使います。空欄なら、プラグインの設定に従います。</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>The plugin is ready. Begin with the sample of four cities, or with your own data.</source>
        <translation>準備ができました。4市のサンプル、またはお手元のデータから始められます。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>The point lies {metres} m outside the city.</source>
        <translation>点が市の外 {metres}m にあります。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>The points do not fit {crs}; they would fit {other}.</source>
        <translation>点が {crs} に合いません。{other} なら合います。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>The points lie {east} m east and {north} m north of their routes, as if they were in {other}.</source>
        <translation>点が路線から東へ {east} m、北へ {north} m ずれており、{other} の座標のように見えます。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>The preset is neither TOML nor JSON: {detail}</source>
        <translation>設定が TOML としても JSON としても読めません: {detail}</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The preset is saved in the store as “{name}”.</source>
        <translation>設定を「{name}」という名前でストアに保存しました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The preset {path} cannot be read: {detail}</source>
        <translation>設定ファイル {path} を読めません: {detail}</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>The profile cannot be read: {reason}</source>
        <translation>プロファイルを読めません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>The profile has {count} mistakes:
{listed}</source>
        <translation>プロファイルに {count} 件の誤りがあります:
{listed}</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>The profile is not valid TOML: {reason}</source>
        <translation>プロファイルが TOML の書式になっていません: {reason}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>The profile keeps all decisions: next time the files are imported with it at once.</source>
        <translation>決めたことはプロファイルに残ります。次からはそのまま取り込めます。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>The profile was saved: {path}</source>
        <translation>プロファイルを保存しました: {path}</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>The profile's axis order contradicts the file: {north} points lie in the city when the first value points north, {east} when it points east.</source>
        <translation>プロファイルに書いた軸の順が、ファイルの内容と合いません。市の区域に入るのは、一つ目の値を北とすると {north} 点、東とすると {east} 点です。</translation>
    </message>
    <message>
        <location filename="../layers/project/__init__.py"/>
        <source>The project cannot be written: {reason}</source>
        <translation>プロジェクトを書き込めません: {reason}</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>The project has no print layout {name}.</source>
        <translation>プロジェクトに印刷レイアウト {name} がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>The range of rank of the first damages as a picture; needs matplotlib.</source>
        <translation>上位の損傷の順位の幅を示す図。matplotlib が必要です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The record does not begin where it should: bytes were lost or added before it.</source>
        <translation>レコードの先頭がずれています。この前でバイトが欠けたか、増えています。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>The report cannot be written: {reason}</source>
        <translation>報告書を書き出せません：{reason}</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>The requests in the form of GeoReport v2 (requests.json, services.json).</source>
        <translation>要望を GeoReport v2 の形にしたもの (requests.json、services.json)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The rest is the factors'. Empty: the preset's (60).</source>
        <translation>残りが係数の割合です。空欄なら設定ファイルの値 (共通の設定は 60)。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>The result layer has</source>
        <translation>結果のレイヤー</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The result of the judgement, or the store's damages with an adopted judgement. Any coordinate system.</source>
        <translation>判定の結果、または判定を採用したストアの損傷。座標系は問いません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>The result of “Rank damages in one list”. Any coordinate system.</source>
        <translation>「損傷の優先順位付け」の結果。座標系は問いません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>The result of “Rank damages in one list”: hours (and, with prices, yen) of the repairs of each zone. They count for the balance only where their weight is set.</source>
        <translation>「損傷の優先順位付け」の結果。工区ごとの補修の時間 (単価があれば円も) を示します。均衡に加えるのは、重みを指定したときだけです。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/joined.py"/>
        <source>The result “Network” of “Join the cities' roads into one network” (or of “Build through routes”).</source>
        <translation>「路線網につなぐ」の結果「路線網」(または「連続路線をつくる」の結果)。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>The risks of the categories do not fall from 1 to W.</source>
        <translation>優先区分のリスク値が、1 から W へ順に小さくなっていません。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The road bends or changes its class there: it may be another road.</source>
        <translation>ここで道路が曲がるか種別が変わるため、別の道路かもしれません。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The road ends {gap:.1f} m from a junction of the other city.</source>
        <translation>隣の市の交差点から {gap:.1f} m で行き止まっています。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The road ends {gap:.1f} m from the middle of the other city's road.</source>
        <translation>隣の市の道路の途中から {gap:.1f} m で行き止まっています。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The road lies outside all cities.</source>
        <translation>どの市の区域にも入らない道路です。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The roads joined in a row would cross more than {most} borders.</source>
        <translation>続けて接続すると {most} か所を超える市境をまたぎます。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>The row cannot be taken as it is ({code}); correct it.</source>
        <translation>この行はそのままでは取り込めません ({code})。修正してください。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>The row could not be read at all ({code}); correct the file.</source>
        <translation>この行は読み取れていません ({code})。元のファイルを直してください。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>The row has no column “{column}”.</source>
        <translation>この行に「{column}」の列はありません。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <location filename="../layers/review/reverting.py"/>
        <source>The row is not in the store any more.</source>
        <translation>対象の行は保存先にもうありません。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>The row is not set aside any more.</source>
        <translation>この行はもう保留されていません。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>The row that stays has no number to refer to.</source>
        <translation>残す行に番号がなく、参照できません。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>The row that stays is itself marked as a duplicate of the other.</source>
        <translation>残す行が、相手の行の重複とされています。</translation>
    </message>
    <message>
        <location filename="../layers/review/reverting.py"/>
        <source>The row was changed since.</source>
        <translation>その後、行が変更されています。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>The same as a table for spreadsheets</source>
        <translation>同じ内容の表計算ソフト用の表</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>The same as a table, by month (xlsx or csv)</source>
        <translation>できる量の月ごとの表 (xlsx・csv)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>The same as for the ranking, so that deadlines are reckoned alike. It is not changed.</source>
        <translation>優先順位付けと同じストアを指定すると、期限の数え方がそろいます。ストアは変更しません。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>The same city by city</source>
        <translation>市ごとの場合を計算しています</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>The same for Excel: cities, items, columns without a place.</source>
        <translation>同じ内容の Excel: 市、項目、置き場所のない列。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>The same list as a workbook.</source>
        <translation>同じ一覧のブック。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>The same network, drawn so that joined ends meet in one point. For maps and other programs; the cities' own lines stay as they are.</source>
        <translation>つながる端が一点で会うように描いた同じ路線網。地図や他のプログラム用で、各市の線は元のままです。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The same of whole routes, where the section says nothing.</source>
        <translation>区間に書かれていないときに使う、路線ごとの同じ項目。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <location filename="../processing_provider/plan_runs.py"/>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>The same run stands in the store already: {plan}.</source>
        <translation>同じ計画実行が既にストアにあります: {plan}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>The same search with every border closed: what joint management gains.</source>
        <translation>すべての市境を閉じた同じ探索と比べ、共同管理の効果を示します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>The same seed gives the same numbers again.</source>
        <translation>同じ種なら、同じ結果になります。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>The same text in this item is then read as this value, now and whenever the city is imported.</source>
        <translation>この項目の同じ表記を、今もこれからの取込でも、この値として読みます。</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>The sample could not be imported: {why}</source>
        <translation>サンプルを取り込めませんでした: {why}</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>The sample is still being imported.</source>
        <translation>サンプルを取り込んでいる途中です。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/runs.py"/>
        <source>The search failed: {why}</source>
        <translation>探せませんでした: {why}</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/runs.py"/>
        <source>The search is done.</source>
        <translation>探し終わりました。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/runs.py"/>
        <source>The search is done: {number} new items.</source>
        <translation>探し終わりました。新しく加わった確認待ち: {number}件</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/runs.py"/>
        <source>The search is still running.</source>
        <translation>まだ探しています。</translation>
    </message>
    <message>
        <location filename="../analysis/network/reading.py"/>
        <source>The section ends where it begins.</source>
        <translation>区間の終点が始点と同じです。</translation>
    </message>
    <message>
        <location filename="../analysis/network/reading.py"/>
        <source>The section has no line: it is left out.</source>
        <translation>区間に線がないため除きました。</translation>
    </message>
    <message>
        <location filename="../analysis/network/reading.py"/>
        <source>The section's line has several parts that do not meet: each part is taken for itself.</source>
        <translation>区間の線が離れた複数の部分からなります。部分ごとに扱います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>The sections have no route numbers; the register cannot be used.</source>
        <translation>区間に路線番号がないため、路線台帳は使えません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>The sections, cut at junctions, each piece with the numbers of the nodes at its ends; ends that belong together have the same number. No line is moved.</source>
        <translation>交差点で分けた区間。両端にノード番号を持ち、つながる端は同じ番号です。線は動かしません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>The selected standards end</source>
        <translation>選んだ行の基準を終わりにする</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>The shape has no record of attributes.</source>
        <translation>図形に対応する属性がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/options.py"/>
        <source>The share of zone {zone} must be above 0, not {share}.</source>
        <translation>工区{zone}の割合は0より大きくしてください({share}は使えません)。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>The shares</source>
        <translation>割合</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>The source cells as they were written (raw data) and the flags of the import</source>
        <translation>元データの全セルと取込時の品質フラグ</translation>
    </message>
    <message>
        <location filename="../layers/review/reverting.py"/>
        <source>The source has brought the row anew since.</source>
        <translation>その後の取込で、行が新しくなっています。</translation>
    </message>
    <message>
        <location filename="../layers/review/reverting.py"/>
        <source>The source says something else since; decide on that conflict.</source>
        <translation>その後、元の台帳の値が変わっています。値の衝突の方を決めてください。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>The standard {std} is written in another unit than {measure}: cannot be judged.</source>
        <translation>基準{std}の単位が{measure}の単位と異なるため判定不能。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The start ends at the border.</source>
        <translation>始点が市境で行き止まりです。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>The store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>The store cannot be made at {path}: {reason}</source>
        <translation>ストアを {path} に作れません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/planning/presets.py"/>
        <source>The store has another preset of the name “{name}” (saved {when}).</source>
        <translation>ストアには「{name}」という名前の別の設定があります ({when} 保存)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>The store has no import that can be undone.</source>
        <translation>このストアには、取り消せる取込がありません。</translation>
    </message>
    <message>
        <location filename="../layers/planning/runs.py"/>
        <source>The store has no plan run {plan}.</source>
        <translation>ストアに計画実行 {plan} はありません。</translation>
    </message>
    <message>
        <location filename="../layers/planning/presets.py"/>
        <source>The store has no preset “{name}”, and there is no such file.</source>
        <translation>「{name}」という設定はストアになく、ファイルもありません。</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>The store has no rows to give away.</source>
        <translation>ストアに書き出す行がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/common.py"/>
        <source>The store has no standards yet; the common standard that ships with the plugin is used.</source>
        <translation>ストアにまだ基準がないため、同梱の共通水準を使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_sources.py"/>
        <source>The store has no standards yet; those that ship with the plugin are compared.</source>
        <translation>ストアにまだ基準がないため、プラグイン付属の基準を比べます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>The store has no standards yet; those that ship with the plugin are written.</source>
        <translation>ストアにまだ基準がないため、同梱の基準を書き出します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>The store has no work plan {plan}.</source>
        <translation>ストアに作業計画 {plan} はありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>The store has no zone plan {plan}.</source>
        <translation>ストアに工区案 {plan} はありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The store has this preset already: “{name}”.</source>
        <translation>同じ内容の設定「{name}」がすでにストアにあります。</translation>
    </message>
    <message>
        <location filename="../layers/importing/run.py"/>
        <source>The store is in {theirs}, not {asked}.</source>
        <translation>ストアの座標系は {theirs} で、{asked} ではありません。</translation>
    </message>
    <message>
        <location filename="../layers/store/migrate.py"/>
        <source>The store is now of model version {version}.</source>
        <translation>ストアをモデルの版 {version} に更新しました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/update_store.py"/>
        <source>The store is of the present version; nothing was done.</source>
        <translation>ストアは今の版です。何も変更していません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>The store that holds the zone plans (“Draw contractors' zones” keeps them there). Not needed for layers.</source>
        <translation>工区案のあるストア (「工区をつくる」が残します)。レイヤだけなら要りません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/plan_runs.py"/>
        <source>The store whose damages these are (by their field uuid). Every run stands beside the others; the same run twice is kept once. Empty: nothing is kept.</source>
        <translation>これらの損傷が入っているストア (項目 uuid で見分ける)。計画実行は互いに上書きせず並べて残し、同じ実行は1回だけ残します。空欄のときは残しません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>The store whose damages these are. Its cities' office days count, and the plan is kept beside former ones.</source>
        <translation>これらの損傷のストア。各市の開庁日を使い、計画を以前のものと並べて残します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <source>The store whose roads these are (by their field uuid). Every run stands beside the others; the same run twice is kept once. Empty: nothing is kept.</source>
        <translation>これらの道路のあるストア (項目 uuid で対応付けます)。実行は並べて残り、同じ実行は一度だけ残します。空欄: 残しません。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>The store's CRS must be a projected EPSG code in metres, not “{crs}”.</source>
        <translation>ストアの座標系は、メートル単位の平面座標系の EPSG コードでなければなりません。「{crs}」は使えません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>The store's table of links (req_uuid, dmg_uuid).</source>
        <translation>ストアの対応関係の表 (req_uuid, dmg_uuid)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>The store's table with kinds: school, bus and emergency routes, hospitals, shelters, schools. Or give them one by one below; both together are joined.</source>
        <translation>ストアの参考地物の表 (通学路・バス路線・緊急輸送道路・病院・避難所・学校)。下の欄で一つずつ指定してもかまいません。両方を指定すると合わせて使います。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>The stored row</source>
        <translation>ストアの行</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <location filename="../layers/project/styling.py"/>
        <source>The style {name} cannot be loaded: {reason}</source>
        <translation>スタイル {name} を読み込めません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/project/styling.py"/>
        <source>The style {name} is missing.</source>
        <translation>スタイル {name} がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>The table has no rows.</source>
        <translation>表に行がありません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/prices.py"/>
        <source>The table of unit prices has no rows.</source>
        <translation>単価表に行がありません。</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>The table {table} of the store cannot be opened.</source>
        <translation>ストアの表 {table} を開けません。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/options.py"/>
        <source>The target of {km} km lies outside the bounds.</source>
        <translation>目標延長{km} kmが上下限の外にあります。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The text fills its column and ends in half a character; that was left off.</source>
        <translation>文字列が欄の幅いっぱいで、最後の文字が途中で切れています。その文字は除きました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>The three fiscal years end with this day. Empty: the day of the latest request.</source>
        <translation>この日までの3年度を数えます。空欄のときは最新の要望の日。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>The time limit of {seconds} s cut the search short: another machine may give another answer.</source>
        <translation>制限時間{seconds}秒で探索を打ち切りました。別の機械では結果が異なることがあります。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>The trial was stopped.</source>
        <translation>試行を止めました。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>The two cities' roads cross on one level.</source>
        <translation>両市の道路が平面で交差しています。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>The two plans</source>
        <translation>二つの計画</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>The two standards do not differ in any value.</source>
        <translation>二つの基準に、違う値はありません。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/capacity.py"/>
        <location filename="../analysis/workplan/effort.py"/>
        <source>The unit must be hours or yen, not {unit}.</source>
        <translation>単位は hours（時間）か yen（円）にしてください（今は {unit}）。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>The unit prices that were used, to put your own into: the form of “Unit prices”.</source>
        <translation>使った単価の表。自市の単価を入れて「単価表」に指定できます。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>The value is right</source>
        <translation>この値でよい</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>The weight is that of deadlines beside what is always on top. “No plan exceeds” is a proven bound for it: where the plan reaches it, no other plan is better. In the joint plan what is on top in any city comes first, so that the bound may be lower than for each city by itself.</source>
        <translation>重みは、必ず先頭に来る損傷を除いた期限の重みです。「どの計画も超えない上限」は証明された上限で、計画がこれに達していれば、より良い計画はありません。共同の計画では、どの市でも必ず先頭に来る損傷を先に行うため、上限が各市別々の場合より低くなることがあります。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <source>The weight of a road class must be a number of 0 or more: {names}.</source>
        <translation>道路の級別の重みは0以上の数にしてください：{names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <source>The weights of the workload must be 0 or more, and not all 0.</source>
        <translation>業務量の重みは0以上で、すべて0にはできません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>The whole area</source>
        <translation>全域</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_wishes.py"/>
        <source>The wish for {key} holds for nothing, because it is in no group: {why}</source>
        <translation>{key} はどの路線群にも入らないため、この希望は効きません：{why}</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The work on the city's roads is {share} % of all, on {km} km.</source>
        <translation>受け持つ業務量は全体の {share}%、{km} km。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The work on the city's roads stays {b} % of all.</source>
        <translation>受け持つ業務量は全体の {b}% で変わりません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>The work on the city's roads {a} → {b} % of all.</source>
        <translation>受け持つ業務量は全体の {a}% → {b}%。</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>The workbook cannot be read: {reason}</source>
        <translation>ブックを読めません: {reason}</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>The workbook cannot be written: {reason}</source>
        <translation>ブックを書き出せません: {reason}</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>The workbook changes {n} rows of versions that are stored already. Take them as corrections?</source>
        <translation>ブックは保存済みの版の {n} 行を変えています。訂正として取り込みますか。</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>The workbook has no sheet with a table.</source>
        <translation>表のあるシートがありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>The workbook has: {sheets}. Correct the profile.</source>
        <translation>ファイルにあるシート: {sheets}。プロファイルを直してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <location filename="../ui/standards_editor/keeping.py"/>
        <source>The workbook holds no row of a standard.</source>
        <translation>ブックに基準の行がありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/package.py"/>
        <source>The workbook is damaged or incomplete ({reason}).</source>
        <translation>Excel ファイルが壊れているか、途中で切れています({reason})。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>The workbook is protected by a password.</source>
        <translation>Excel ファイルがパスワードで保護されています。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>The workbook says nothing that is not here already.</source>
        <translation>ブックの内容は現在の内容と同じです。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>The workload of a section must be a number of 0 or more: {names}.</source>
        <translation>区間の業務量は0以上の数でなければなりません: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>The workload of all sections is 0: there is nothing to share out.</source>
        <translation>すべての区間の業務量が0です。分けるものがありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>The zone plan {plan} is asked for twice.</source>
        <translation>工区案「{plan}」が2回指定されています。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>The zones</source>
        <translation>各工区</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The {origin} says {encoding}; the bytes look like {better}.</source>
        <translation>{origin} の記載では {encoding} ですが、内容は {better} のように見えます。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Their work</source>
        <translation>作業量</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>There are amounts and an assumed share.</source>
        <translation>できる量と、仮定の割合の両方が入っています。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>There are more names ({n}) than plans ({m}).</source>
        <translation>名前 ({n}) が案 ({m}) より多くあります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>There are no damages: only the standards themselves are compared.</source>
        <translation>損傷がないため、基準どうしだけを比べます。</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>There are no damages: what agreeing would change cannot be reckoned.</source>
        <translation>損傷のデータがないため、合意で何が変わるかは計算できません。</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>There are no requests: nothing was written for Open311.</source>
        <translation>要望がないため、Open311 は書き出しませんでした。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_sources.py"/>
        <source>There are no standards in it.</source>
        <translation>基準がありません。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>There are no two values to choose from.</source>
        <translation>選べる二つの値がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <source>There are no {names} on the sections: their weight moved to length.</source>
        <translation>区間に{names}がないため、その重みを延長に移しました。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>There are {n} loads for {m} rows of the network.</source>
        <translation>路線網の{m}行に対して業務量が{n}個です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>There are {shapes} shapes and {records} records of attributes.</source>
        <translation>図形が {shapes} 件、属性が {records} 件で、数が合いません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <location filename="../layers/readers/workbook.py"/>
        <source>There is a header and no row below it.</source>
        <translation>見出しだけで、その下に行がありません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>There is a standard {std} already.</source>
        <translation>基準 {std} は既にあります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>There is a version {ver} already.</source>
        <translation>版 {ver} は既にあります。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>There is no action “{action}”.</source>
        <translation>「{action}」という処置はありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>There is no city “{name}” in the boundary file or in the files.</source>
        <translation>「{name}」という市は、境界ファイルにもファイルの中にもありません。</translation>
    </message>
    <message>
        <location filename="../layers/frames.py"/>
        <source>There is no column {column} in table {table}.</source>
        <translation>表 {table} に列 {column} はありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>There is no column “{label}”.</source>
        <translation>「{label}」という列はありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/ledgers.py"/>
        <source>There is no file to read in what was given.</source>
        <translation>指定した場所に、読めるファイルがありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/common.py"/>
        <source>There is no file {path}.</source>
        <translation>ファイル {path} がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>There is no folder {folder}.</source>
        <translation>フォルダー {folder} がありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>There is no header and no row.</source>
        <translation>見出しもデータもありません。</translation>
    </message>
    <message>
        <location filename="../layers/importing/undo.py"/>
        <source>There is no import of {city} that can be taken back.</source>
        <translation>{city} には、取り消せる取込がありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>There is no layer “{wanted}”.</source>
        <translation>レイヤ「{wanted}」がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>There is no plan to compare.</source>
        <translation>比べる案がありません。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>There is no point.</source>
        <translation>点が指定されていません。</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>There is no profile “{name}”. Give a .toml file or one of: {choices}.</source>
        <translation>プロファイル「{name}」がありません。.toml ファイルか、次のどれかを指定してください: {choices}</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>There is no sheet “{wanted}”.</source>
        <translation>シート「{wanted}」がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>There is no standard for {kind}: cannot be judged.</source>
        <translation>{kind}の基準がないため判定不能。</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <location filename="../layers/store/geopackage.py"/>
        <source>There is no store at {path}.</source>
        <translation>ストアが {path} にありません。</translation>
    </message>
    <message>
        <location filename="../layers/review/linking.py"/>
        <source>There is no such end of a section.</source>
        <translation>その区間の端点は見つかりません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>There is no such file.</source>
        <translation>ファイルがありません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/prices.py"/>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>There is no table with the columns {columns}.</source>
        <translation>列 {columns} のある表がありません。</translation>
    </message>
    <message>
        <location filename="../layers/frames.py"/>
        <location filename="../layers/planning/networks.py"/>
        <source>There is no table {table} in the store.</source>
        <translation>統一ストアに表 {table} はありません。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>There is no value to correct.</source>
        <translation>修正する値がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/agreement.py"/>
        <source>There is no version {ver}; there are: {known}.</source>
        <translation>版 {ver} はありません。あるのは {known} です。</translation>
    </message>
    <message>
        <location filename="../layers/review/reading.py"/>
        <source>There is no {table} “{text}”.</source>
        <translation>{table}「{text}」はありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>There is nothing to compare.</source>
        <translation>比べるものがありません。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>There is nothing to group.</source>
        <translation>編成する道路がありません。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>There is nothing to plan.</source>
        <translation>計画する補修はありません。</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>There is nothing to rank.</source>
        <translation>順位を付ける損傷がありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>These columns &amp;identify a row</source>
        <translation>この列を行の番号にする(&amp;I)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>These coordinates cannot be transformed.</source>
        <translation>この座標は変換できません。</translation>
    </message>
    <message>
        <location filename="../layers/planning/runs.py"/>
        <source>These damages stand there twice: {rows}.</source>
        <translation>次の損傷が2回あります: {rows}。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>These files have no folder in common. Put the city’s files into one folder and add that.</source>
        <translation>ファイルがばらばらの場所にあります。市のファイルをひとつのフォルダーにまとめ、そのフォルダーを追加してください。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>These plans have no section in common with the first one: {names}.</source>
        <translation>最初の案と共通の区間がない案です: {names}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>These profiles have no sub-folder here: {names}</source>
        <translation>次のプロファイルに対応するサブフォルダーがありません: {names}</translation>
    </message>
    <message>
        <location filename="../layers/standards/table.py"/>
        <source>These rows stand there twice: {rows}.</source>
        <translation>同じ行が二つあります: {rows}。</translation>
    </message>
    <message>
        <location filename="../layers/standards/table.py"/>
        <source>These versions stand in the store with other values: {rows}.</source>
        <translation>次の版は、ストアに別の値で登録されています: {rows}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>They are in no group; crews may drive on them, but for private roads.</source>
        <translation>どの群にも入れません。私道を除き、通行には使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>They are no work, but zones hang together and crews travel over them.</source>
        <translation>業務量には数えませんが、工区はこれらの道路でもつながり、作業班も走ります。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>They belong together</source>
        <translation>つながっている</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>They can be accepted or rejected together. To enter a value, select items of one field.</source>
        <translation>まとめて採用または却下できます。値を入れるには、同じ項目のものだけを選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>They do not belong together</source>
        <translation>つながっていない</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>They seem to be swapped: the latitude column holds longitudes.</source>
        <translation>緯度の列に経度が入っており、入れ替わっているようです。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>They stay whole.</source>
        <translation>分けません。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>This cannot be read as a file of municipal boundaries ({error}).</source>
        <translation>市区町村の境界のファイルとして読めません({error})。</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>This copy of the plugin has no sample in it.</source>
        <translation>このプラグインにはサンプルが入っていません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>This end stays:</source>
        <translation>残す端点:</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>This is</source>
        <translation>この台帳は</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>This is a binary workbook (.xlsb).</source>
        <translation>Excel のバイナリ形式(.xlsb)です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>This is a file of the kind {kind}, not a table.</source>
        <translation>表ではなく、{kind} のファイルです。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>This is a picture, not a table.</source>
        <translation>表ではなく、画像です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>This is a web page (HTML) under another name.</source>
        <translation>拡張子は違いますが、中身は Web ページ(HTML)です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>This is a workbook in Excel's XML form of 2003.</source>
        <translation>Excel 2003 の XML 形式のファイルです。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>This is a workbook of Excel 97-2003 (.xls).</source>
        <translation>Excel 97-2003 形式(.xls)のファイルです。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>This is a zip archive, not a table.</source>
        <translation>表ではなく、zip の圧縮ファイルです。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>This is neither text nor a known kind of table.</source>
        <translation>文字のファイルでも、扱える表の形式でもありません。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>This is not a coordinate system that gives a place on the earth: {text}</source>
        <translation>地球上の位置を表す座標系ではありません: {text}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>This ledger has no column of codes.</source>
        <translation>この台帳にコードの列はありません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>This road</source>
        <translation>この道路</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>This row</source>
        <translation>この行</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/keeping.py"/>
        <source>This store has no common standard: the proposal that ships with the plugin is shown in its place. It is put into the store when you save.</source>
        <translation>このストアには共通水準がありません。代わりに同梱の案を表示しています。保存するとストアに入ります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/keeping.py"/>
        <source>This store has no standards yet: the common proposal that ships with the plugin is shown. It is put into the store when you save.</source>
        <translation>このストアにはまだ維持管理水準がありません。同梱の共通水準（案）を表示しています。保存するとストアに入ります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Those of the last three fiscal years count for the nearest section within 30 m.</source>
        <translation>直近3年度のものを、30 m以内で最寄りの区間に数えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Those of the last three years within 30 m of its roads, a year and group.</source>
        <translation>群の道路から 30 m 以内の直近3年分を、群ごとの年間件数にします。</translation>
    </message>
    <message>
        <location filename="../layers/planning/runs.py"/>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>Those that it has: {plans}.</source>
        <translation>ストアにある計画実行: {plans}。</translation>
    </message>
    <message>
        <location filename="../layers/planning/presets.py"/>
        <source>Those that it has: {presets}.</source>
        <translation>保存されている設定: {presets}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Threshold if agreed</source>
        <translation>合意後のしきい値</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Threshold now</source>
        <translation>今のしきい値</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Through route</source>
        <translation>連続路線</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Through routes</source>
        <translation>連続路線</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Through routes (km)</source>
        <translation>連続路線 (km)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Through routes cut</source>
        <translation>分断される連続路線</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Through routes cut by zones</source>
        <translation>工区で分断される連続路線</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Through routes cut by zones stay {b}.</source>
        <translation>工区で分断される連続路線は {b} 本で変わりません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Through routes cut by zones {a} → {b}.</source>
        <translation>工区で分断される連続路線は {a} → {b} 本。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>Through routes cut: the sections do not say to which through route they belong.</source>
        <translation>分断される連続路線: 区間に連続路線の記載がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Through routes in the city that zones cut {a} → {b}.</source>
        <translation>市内の連続路線で、工区に分断されるものは {a} → {b} 本。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Through routes over a border</source>
        <translation>市境を越える連続路線</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Through routes stay whole</source>
        <translation>連続路線を分けない</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>Through routes that cross</source>
        <translation>越える連続路線</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Through routes that cross or run along a border, with what lies within {m} m of them</source>
        <translation>市境を越える・市境に沿う連続路線と、そこから {m} m 以内の区間</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>Through routes …</source>
        <translation>連続路線…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Time limit (s)</source>
        <translation>計算時間の上限 (秒)</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Times</source>
        <translation>回数</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../layers/standards/workbook.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>To</source>
        <translation>変更後</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>To (m)</source>
        <translation>終点まで (m)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>To Excel…</source>
        <translation>Excelへ…</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>To be checked</source>
        <translation>要確認</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>To be known</source>
        <translation>知っておくこと</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>To be measured first (no savings)</source>
        <translation>測らないと分からない</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>To be visited</source>
        <translation>要現地</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>To check</source>
        <translation>確認</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>To contractor</source>
        <translation>変更後の事業者</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>To decide</source>
        <translation>未定</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>To zone</source>
        <translation>変更後の工区</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>To zone, as it was called</source>
        <translation>変更後の工区 (これまでの名)</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>Together the differences are too great.</source>
        <translation>差を合わせると大きすぎます。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Tokyo datum (the old Japanese datum)</source>
        <translation>日本測地系(旧測地系)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Tolerances</source>
        <translation>判定に使った値</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Too far (km)</source>
        <translation>遠すぎる道路 (km)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>Traffic</source>
        <translation>交通量</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Traffic assumed</source>
        <translation>交通量は推定</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Travel above the bound (%)</source>
        <translation>下限に対する移動時間の超過 (%)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Travel after (min)</source>
        <translation>変更後の移動時間 (分)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Travel before (min)</source>
        <translation>これまでの移動時間 (分)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Travel from the base (min)</source>
        <translation>拠点からの移動時間 (分)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Travel is from the bases of each plan; where a plan was given none, from the centres that the program chose.</source>
        <translation>移動時間は各案の拠点からのものです。拠点の指定がない案では、プログラムが選んだ中心からのものです。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>Travel is not in the hours and crews: the number of journeys a year was not given. So plans differ there by whole crews a zone only.</source>
        <translation>移動は時間と班数に含まれません (年間の出動回数が入力されていません)。案の差は、工区ごとの切上げによるものだけです。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_charts.py"/>
        <source>Travel of each city</source>
        <translation>各市の移動時間</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Travel time: {n} sections are further than {limit:.0f} minutes from their base ({m} of them from every base): {names}.</source>
        <translation>移動時間: {n}区間が拠点から{limit:.0f}分を超えます(うち{m}区間はどの拠点からも): {names}。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Travel to each city's roads</source>
        <translation>各市の道路までの移動時間</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Travel, change (min)</source>
        <translation>移動時間の変化 (分)</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>Travel: over the roads of the network by the speed of each class times 1.3, from the base to the middle of each section, weighted by its work.</source>
        <translation>移動時間: 路線網の道路を種別ごとの速度で走る時間の1.3倍。拠点から各区間の中央まで、業務量で重み付け。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>Travel: these plans have no travel times: {names}.</source>
        <translation>移動時間: 次の案には移動時間がありません: {names}。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>Trial of the import</source>
        <translation>取込の試行</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Trial run: nothing was written</source>
        <translation>試しの実行です。何も書き込んでいません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Two different things</source>
        <translation>別の件とする</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Two facilities of one type that lie so near in one city's ledgers are taken for one.</source>
        <translation>一つの市の台帳で、同じ種類の施設がこの距離までにあれば、同じ施設とみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Two facilities of one type that lie so near in two cities' ledgers are taken for one; for bridges, pedestrian bridges and walls the distance of duplicates counts.</source>
        <translation>二つの市の台帳で、同じ種類の施設がこの距離までにあれば、同じ施設とみなします。橋・歩道橋・擁壁には「重複とみなす距離」を使います。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>Two numbers are needed, with a comma between them.</source>
        <translation>2つの数をコンマで区切って入れてください。</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>Two profiles are for the same city {city}: {first} and {second}.</source>
        <translation>同じ市 {city} のプロファイルが二つあります: {first} と {second}</translation>
    </message>
    <message>
        <location filename="../analysis/network/reading.py"/>
        <source>Two road sections have the key {key}.</source>
        <translation>同じキー {key} の道路区間が2つあります。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>Two roads</source>
        <translation>別の道路</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>Two roads beside each other</source>
        <translation>並べて見る二つの道路</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Two rows beside each other</source>
        <translation>2つの行の比較</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_model.py"/>
        <source>Type to search</source>
        <translation>入力して探す</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>UTF-8 with BOM. Latitude and longitude stand in the last columns. A cell that a spreadsheet would take for a formula begins with an apostrophe.</source>
        <translation>UTF-8 (BOM 付き)。緯度・経度は最後の列。表計算で数式とみなされるセルは先頭に ' を付けています。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>UTM zone {zone}, {datum} [{code}]</source>
        <translation>UTM座標系 第{zone}帯、{datum} [{code}]</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Unchanged</source>
        <translation>変わりなし</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>Undecided: {best}</source>
        <translation>未確定: {best}</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Under “{plan}”</source>
        <translation>「{plan}」では</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>Undo the last import of a city</source>
        <translation>市の前回の取込を取り消す</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Undo the last import…</source>
        <translation>前回の取込を取り消す…</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Unified road maintenance data</source>
        <translation>道路維持管理 統一データ</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <location filename="../processing_provider/importing/update_store.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/exchange.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../ui/standards_editor/asking.py"/>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>Unified store</source>
        <translation>統一ストア</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Unified store (offered first)</source>
        <translation>統一ストア（最初に表示するもの）</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/unify_cities.py"/>
        <source>Unify several cities</source>
        <translation>複数の市をまとめて取り込む</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../documents/standards_report.py"/>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <location filename="../layers/standards/prices.py"/>
        <source>Unit prices</source>
        <translation>単価表</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Unit prices (xlsx or csv)</source>
        <translation>単価表(xlsx・csv)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Unit prices that were used</source>
        <translation>使った単価</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Unit prices: {table}.</source>
        <translation>単価: {table}</translation>
    </message>
    <message>
        <location filename="../analysis/groups/options.py"/>
        <source>Unknown mode: {mode}</source>
        <translation>編成方式が不明です：{mode}</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Unpack it and take the files in it.</source>
        <translation>展開して、中のファイルを使ってください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Up to so many the best choice is proven; for more it comes close, and the distance is told.</source>
        <translation>この件数までは最適であることを証明します。超える場合は近い計画を作り、上限との差を示します。</translation>
    </message>
    <message>
        <location filename="../layers/planning/presets.py"/>
        <source>Up to {n} characters, without slashes and quotes, not ending like a file's.</source>
        <translation>{n} 文字までで、斜線・引用符を含まず、ファイル名のように終わらない名前にしてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/update_store.py"/>
        <source>Update an older store</source>
        <translation>古いストアを更新する</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>Update the plugin on this PC.</source>
        <translation>この PC のプラグインを新しい版にしてください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>Use utf-8, cp932, euc_jp, utf-16 or auto.</source>
        <translation>utf-8、cp932、euc_jp、utf-16、auto のどれかを指定してください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Valid from</source>
        <translation>適用開始</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/tables.py"/>
        <source>Value (double-click to correct)</source>
        <translation>値 (ダブルクリックで直す)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Values in conflict</source>
        <translation>衝突している値</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Values of the standards that differ</source>
        <translation>異なる維持管理水準の値</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Values that differ</source>
        <translation>違う項目の数</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Values to run through</source>
        <translation>動かす値</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Vanished</source>
        <translation>元から消えた行</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Version</source>
        <translation>版</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>Version of the model</source>
        <translation>データモデルの版</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Version of {place}</source>
        <translation>{place}の版</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Version {ver} begins on that day already: choose another day.</source>
        <translation>その日に始まる版 {ver} が既にあります。別の日を選んでください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Version:</source>
        <translation>版:</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Very short section (m)</source>
        <translation>ごく短い区間 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>Visit by</source>
        <translation>現地確認の期限</translation>
    </message>
    <message>
        <location filename="../layers/store/locks.py"/>
        <source>Wait for it to end, or ask that colleague; then try again. Nothing was changed.</source>
        <translation>終わるのを待つか、その人に確かめてから、もう一度実行してください。何も変えていません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Waiting for a decision</source>
        <translation>判断を待っている確認事項</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <location filename="../ui/review_dock/dock.py"/>
        <source>Waiting for a person</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Waiting for a person: {added} added, {kept} there before, {withdrawn} withdrawn; {decided} were decided earlier.</source>
        <translation>確認待ち: {added} 件を追加、{kept} 件は登録済み、{withdrawn} 件を取り下げ、{decided} 件は決定済み。</translation>
    </message>
    <message>
        <location filename="../layers/store/locks.py"/>
        <source>Waiting for {name}, written by {who}</source>
        <translation>{name} が空くのを待っています。書き込み中: {who}</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Wanted share (%)</source>
        <translation>目標の割合 (%)</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>Warning</source>
        <translation>注意</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>Was a column renamed, or the file saved with another encoding ({encoding})? Correct the header, or the profile {profile}.</source>
        <translation>見出しが変わったか、ファイルの文字コード({encoding})が変わっていませんか。見出しか、プロファイル {profile} を直してください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>Watch
value</source>
        <translation>経過
観察</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Ways over other roads inside a group (m)</source>
        <translation>群の中で他の道路を走る距離の上限 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Weight of a deadline in band {band}</source>
        <translation>優先帯{band}の期限の重み</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Weight of a kilometre by road class</source>
        <translation>道路種別ごとの1 kmの重み</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Weight of bus routes</source>
        <translation>重み: バス路線</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Weight of emergency roads</source>
        <translation>重み: 緊急輸送道路</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Weight of hospitals, shelters and schools</source>
        <translation>重み: 病院・避難所・学校</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Weight of kept deadlines</source>
        <translation>守れる期限の重みの合計</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Weight of repeated requests</source>
        <translation>重み: 要望の重なり</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Weight of school routes</source>
        <translation>重み: 通学路</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Weight of the expected repairs</source>
        <translation>見込み補修量の重み</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Weight of the facilities</source>
        <translation>施設の重み</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Weight of the length</source>
        <translation>延長の重み</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Weight of the requests</source>
        <translation>要望の重み</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Weight of traffic</source>
        <translation>重み: 交通量</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Weight of what is overdue</source>
        <translation>重み: 期限超過</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Weight that no plan exceeds</source>
        <translation>どの計画も超えない重みの上限</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <location filename="../analysis/groups/options.py"/>
        <source>Weights cannot be negative.</source>
        <translation>重みは0以上にしてください。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>Weights of deadlines by band</source>
        <translation>優先帯ごとの期限の重み</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <location filename="../ui/review_dock/history.py"/>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>What can be done is an assumption: enough for {share} % of each city's listed work, spread evenly over the months. Nobody has said what the crews can do.</source>
        <translation>できる量は仮定です: 各市の一覧の作業量の {share} % を、各月に等しく割り振りました。班の実際の量は入力されていません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>What changes</source>
        <translation>何が変わるか</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>What changes hands</source>
        <translation>担当が替わる区間</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>What changes if we agree on one standard?</source>
        <translation>道路の維持管理水準をそろえると、何が変わるか</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>What could not be met</source>
        <translation>満たせなかったこと</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>What counts as work</source>
        <translation>業務量の内訳</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>What each city can do in a month</source>
        <translation>各市が 1 か月にできる量</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>What if everybody used another value?</source>
        <translation>値を動かすと、補修はどう変わるか</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>What is always on top of the list is done first, by rank. Then as many deadlines as possible are kept, counted by the weights of their bands. Else the rank decides.</source>
        <translation>一覧で必ず先頭に来る損傷を、順位の順に先に行います。次に、優先帯の重みで数えてできるだけ多くの期限を守ります。それ以外は順位の順です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>What is compared: the standard as it is.</source>
        <translation>比べる元の基準。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>What is grouped</source>
        <translation>編成の対象</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>What is not clear enough to be joined: with the second choices. With a store it waits in the dock “Waiting for a person”.</source>
        <translation>つなぐには確かでないものと、その他の候補。ストアを指定すると、ドック「確認待ち」に並びます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>What is scarce: hours of the crews, or money.</source>
        <translation>限りがあるのは班の時間か、予算か。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>What is stored</source>
        <translation>ストアの内容</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/problems.py"/>
        <source>What is wrong</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/workplan_report.py"/>
        <source>What it rests on</source>
        <translation>前提</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>What joint work gains, city by city and month by month, and what misses its deadline and why.</source>
        <translation>共同で増える件数を市ごと・月ごとに示し、期限を守れない損傷とその理由を一覧にします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>What lies so near runs along the border.</source>
        <translation>これより近い部分を、市境に沿うものとします。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>What must come first takes all there is by then.</source>
        <translation>必ず先に行う損傷に、期限までにできる量を使い切ります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>What ships with the plugin (cities' rows invented)</source>
        <translation>プラグイン付属(各市の行は架空の例)</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>What the files seem to be, how sure that is (0 to 1) and why. Nothing below {sure} was mapped: decide those lines in the profile before the first import.</source>
        <translation>ファイルが何であるかの推定と、その確信度 (0〜1)、理由です。{sure} 未満は割り当てていません。最初の取込の前に、設定のその行を決めてください。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>What the marks mean</source>
        <translation>記号の意味</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>What the plans are called</source>
        <translation>案の呼び名</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>What the row is of</source>
        <translation>行の対象</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>What the source said</source>
        <translation>元の台帳の内容</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>What the standards would change</source>
        <translation>基準の変更による影響の試算</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>What these numbers assume, and what nobody knows</source>
        <translation>この数字の前提と、分からないこと</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/standards_editor/problems.py"/>
        <source>What to do</source>
        <translation>対応のしかた</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/frame.py"/>
        <location filename="../ui/review_dock/listing.py"/>
        <source>What waits for a person</source>
        <translation>確認待ちの一覧</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>What was left out</source>
        <translation>含まないもの</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>What was read differently, repaired or doubtful</source>
        <translation>読み替え・修正・要確認の内訳</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>What was read, repaired and set aside, and why, as a page to print; a CSV with every row set aside is written beside it.</source>
        <translation>何を読み、何を直し、何をなぜ保留したかの、印刷できるページ。保留した行をすべて載せた CSV も、隣に書き出します。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/wizard.py"/>
        <source>What you decided is not saved. Close all the same?</source>
        <translation>決めたことがまだ保存されていません。閉じますか？</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>When they are over, the best plan so far is taken, with its distance from the bound.</source>
        <translation>時間が来たら、それまでで最も良い計画を、上限との差とともに採ります。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/problems.py"/>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Where a city's damages have no date, or years were given by hand, the same period counts for all.</source>
        <translation>損傷に日付のない市がある場合、または年数を指定した場合は、全市共通の期間で割った。</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Where do the standards differ?</source>
        <translation>基準は、どこが違うか</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Where does the work change?</source>
        <translation>どの損傷で、補修が増減するか</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Where from</source>
        <translation>読み込み元</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/editors.py"/>
        <source>Where it is a duplicate:</source>
        <translation>重複なら:</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/model.py"/>
        <source>Where it stands</source>
        <translation>台帳での場所</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Where nobody knows yet what can be done: this share of each city's listed work, spread evenly over the months. Every result says that it is an assumption.</source>
        <translation>できる量がまだ分からないときに使います。各市の一覧の作業量のこの割合を、各月に等しく割り振ります。仮定であることを結果のすべてに書きます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Where not all deadlines can be kept, the sum of these weights is to be as large as possible.</source>
        <translation>すべての期限を守れないとき、この重みの合計が最大になるように選びます。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>Where the groups lie</source>
        <translation>路線群の位置</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Where the layer of emergency roads calls it otherwise than “em”.</source>
        <translation>緊急輸送道路のレイヤーで、区分の項目名が em でないときに指定します。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>Where the zones lie</source>
        <translation>工区の位置</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Which group joins which crossing, and which crossings are cut.</source>
        <translation>どの群がどの通過点をつなぎ、どこで分かれるか。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Which item of the unified model each city's ledgers hold. Coverage = (◎ + ○) / (all items − ?). An item is essential where all cities have it as ◎ or ○, advised where three quarters have it, optional where fewer have it or all only in part, new where nobody has it. Items that concern few rows by nature (a branch number, the height of a lamp) are △ although nothing is missing.</source>
        <translation>統一モデルの各項目を、各市の台帳がどこまで持っているかを示します。網羅率 = (◎ + ○) ÷ (全項目 − ?)。区分は、全市が ◎ か ○ なら必須、4分の3の市なら推奨、それより少ないか一部 (△) だけなら任意、どの市にもなければ新設です。もともと一部の行にしかない項目 (枝番、灯具の高さなど) は、欠けていなくても △ になります。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/runs.py"/>
        <source>Which profile and folder this city was imported with is not known here; choose them once.</source>
        <translation>この市を取り込んだときのプロファイルとフォルダがこのパソコンに残っていません。一度だけ選んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Which request reported a damage itself: that one does not count as repeated, and its receipt starts the clock.</source>
        <translation>損傷そのものを知らせた要望を示す表。その要望は重なりに数えず、その受付から期限を数えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Which roads a crew drives without work, or twice.</source>
        <translation>作業班が作業なしで、または二度走る道路。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Which section is kept as the reference, and which follows it.</source>
        <translation>どの区間を基準とし、どの区間がそれに従うか。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>Who</source>
        <translation>決定者</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Whole area</source>
        <translation>全域</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Whole area A3</source>
        <translation>全域図 A3</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Whole plan above the bound (%)</source>
        <translation>計画全体の下限値からの超過 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Whose standards are written, all versions. Empty: those that ship with the plugin.</source>
        <translation>このストアの基準を、全部の版について書き出します。空欄なら同梱の基準。</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../ui/review_dock/model.py"/>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Why in this group</source>
        <translation>この群に入る理由</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>Why is it left out?</source>
        <translation>取り込まない理由</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>Why it is not ranked</source>
        <translation>順位なしの理由</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>Why it is not taken (Enter to set)</source>
        <translation>取り込まない理由 (Enter で決定)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>Why, for those who read it later (no names or phone numbers)</source>
        <translation>理由など (氏名・電話番号は書かない)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>Wider gaps are never joined, but listed to be checked.</source>
        <translation>つなぐ上限より広い間隔は、つながずに要確認に出します。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>With city_code and name_ja, for the maps of the report. Empty: those of the store.</source>
        <translation>city_code と name_ja のあるもの。レポートの地図に使います。空欄ならストアの市域です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>With city_code and name_ja. The zones tile the areas of the network's cities; without them, the surroundings of the roads.</source>
        <translation>city_codeとname_jaのある面。工区は路線網の市の範囲をすき間なく覆います。ないときは道路の周囲。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>With city_code and name_ja: names of the cities, and what lies along each border.</source>
        <translation>city_code と name_ja を持つもの。市の名称と、市境ごとの集計に使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>With or without places. Empty: the store's damages.</source>
        <translation>位置はなくても構いません。空欄ならストアの損傷。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>With the borders kept, {dev:.0%} cannot be avoided: a city's work is all that its zones can have.</source>
        <translation>市境を残す限り、{dev:.0%}の差は避けられません。工区が受け持てるのは、その市の業務量だけだからです。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>With these bases and these loads no zones at all can have less travel than {least} minutes on average; these have {m}, {gap} % more.</source>
        <translation>この拠点と業務量では、どう分けても平均{least}分より短くできません。この結果は{m}分で、その差は{gap} %です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>With what it is compared: the standard as it might be agreed.</source>
        <translation>比べる先の基準。合意したらこうなるという案。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>With zone_id, and section, route_key or through_id.</source>
        <translation>zone_idと、section、route_key、through_idのいずれかの列が必要です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>With “links”: the make-safe clock of a reported damage starts at the receipt of the first request, not when somebody went to look.</source>
        <translation>「対応関係」と合わせて使います。通報された損傷の応急の期限は、現地を見た日時ではなく、最初の要望の受付から数えます。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>Within the bounds.</source>
        <translation>上下限の範囲内です。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Without a date / dated in the future</source>
        <translation>日付なし/未来の日付</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>Without a road class.</source>
        <translation>道路種別がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>Without a store the preset “{name}” cannot be saved.</source>
        <translation>ストアの指定がないため、設定「{name}」を保存できません。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Without a store there are no damages to count with. Choose a layer.</source>
        <translation>ストアを開いていないため、試算に使う損傷がありません。レイヤを選んでください。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Without a store: from the profiles only, fill rates are not known.</source>
        <translation>ストアなし: プロファイルだけから判定。充足率は不明です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>Without any work.</source>
        <translation>業務量がありません。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>Word in the file</source>
        <translation>ファイルの語</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/filters.py"/>
        <source>Words of the reason, the text, the file, the city… (Ctrl+F)</source>
        <translation>理由・表記・ファイル名・市などの言葉で絞り込みます (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_model.py"/>
        <source>Words without a code: {words}</source>
        <translation>コードのない語: {words}</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Work (% of the first plan's)</source>
        <translation>業務量 (最初の案の%)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Work (%)</source>
        <translation>業務量 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Work (h)</source>
        <translation>作業量 (時間)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Work (yen)</source>
        <translation>作業量 (円)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>Work a year:</source>
        <translation>年間の作業量:</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>Work done</source>
        <translation>行う作業量</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Work for each value that was run through, by city.</source>
        <translation>動かした値ごと・市ごとの件数と円。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>Work is assumed to take {n} hours a year for each of {km} km of roads, {all} hours in all; nobody gave the figure. Crews and hours are for comparing only.</source>
        <translation>業務の時間は、道路 {km} km に 1 km あたり年 {n} 時間、計 {all} 時間と仮定しました。実際の値は入力されていません。班数と時間は案を比べる目安です。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Work is in % of the whole of the first plan, so that a plan with fewer partners does not seem to give the others more work.</source>
        <translation>業務量は最初の案の全体に対する割合です。参加市の少ない案で、残りの市の業務量が増えたように見えることはありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Work plan for the deadlines</source>
        <translation>期限を引用する作業計画</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>Work plan “{name}” ({plan})</source>
        <translation>作業計画「{name}」({plan})</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Work that changes hands (%)</source>
        <translation>担当が替わる業務量 (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <location filename="../processing_provider/standards/exchange.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Workbook</source>
        <translation>ブック</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <location filename="../ui/standards_editor/asking.py"/>
        <source>Workbooks (*.xlsx)</source>
        <translation>ブック (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Workbooks (*.xlsx);;All files (*)</source>
        <translation>ブック (*.xlsx);;すべてのファイル (*)</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/options.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Working hours a year</source>
        <translation>年間の作業時間</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>Workload of the sections …</source>
        <translation>区間の業務量 …</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>Works and patrols</source>
        <translation>作業・巡視</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>Worst rank</source>
        <translation>最低順位</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>Write all versions as a workbook</source>
        <translation>すべての版をExcelブックに書き出す</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Write it in the profile, for example crs = "EPSG:6677".</source>
        <translation>プロファイルに書いてください(例: crs = "EPSG:6677")。</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>Write maintenance standards as a workbook</source>
        <translation>維持管理水準をブックに書き出す</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>Write survey (X points north), math (X points east) or auto.</source>
        <translation>survey(X が北)、math(X が東)、auto のどれかを書いてください。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Write the right one in the profile, for example crs = "EPSG:6677".</source>
        <translation>正しいものをプロファイルに書いてください(例: crs = "EPSG:6677")。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>Write why the standard is revised.</source>
        <translation>改定理由を入力してください。</translation>
    </message>
    <message>
        <location filename="../layers/standards/table.py"/>
        <source>Write yours as a workbook, read the store again, and load the workbook.</source>
        <translation>「Excelへ」で書き出してからストアを読み直し、「Excelから」で取り込んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>Writes possible duplicates (requests, damages, facilities), dangling references and rows of others' roads into the store's review table, to be decided one by one. What was decided is not asked again; what is no longer found and not decided is taken out. Off: the store is not changed.</source>
        <translation>要望・損傷・施設の重複の疑い、参照切れ、市の管理でない道路の行を、一件ずつ決められるように統一ストアの確認事項へ書き込みます。決定済みのものは二度と出さず、見つからなくなった未決定のものは取り下げます。選ばなければ統一ストアは変わりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/group_routes.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <location filename="../processing_provider/zones/compare_scenarios.py"/>
        <source>Writing …</source>
        <translation>書き出しています…</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/load_unified_map.py"/>
        <source>Written with relative paths: put it beside the store and both can be moved together.</source>
        <translation>相対パスで書き込みます。ストアと同じフォルダーに置けば、まとめて移動できます。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>Written: {path}</source>
        <translation>書き出しました: {path}</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>X (north), Y (east) in m</source>
        <translation>X (北), Y (東) m</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>X column</source>
        <translation>X の列</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>X points east (mathematics)</source>
        <translation>X が東 (数学)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>X points north (survey)</source>
        <translation>X が北 (測量)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>Y column</source>
        <translation>Y の列</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Years</source>
        <translation>年数</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Years (first to last day; at least 1)</source>
        <translation>年数(最初の日から最後の日まで。最短1年)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Years that the damages took to come up</source>
        <translation>損傷の年数</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Yen</source>
        <translation>円</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Yen a year</source>
        <translation>1年の費用</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Yen a year (contracts)</source>
        <translation>年間の金額 (契約額、円)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Yen a year (paid so far)</source>
        <translation>年間の金額 (工事の実績、円)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Yen a year (work)</source>
        <translation>年間の金額 (作業、円)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Yen a year, agreed</source>
        <translation>1年の円 合意後</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Yen a year, by hours</source>
        <translation>年間の金額 (時間による、円)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Yen a year, change</source>
        <translation>1年の費用の増減(円)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Yen a year, contracts</source>
        <translation>年間の契約額 (円)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_tables.py"/>
        <source>Yen a year, now</source>
        <translation>1年の円 今</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Yen a year, paid so far on these roads</source>
        <translation>この道路での工事の実績 (円/年)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Yen an hour of a crew</source>
        <translation>作業班の1時間あたり費用 (円)</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_parameters.py"/>
        <source>Yen by an example price</source>
        <translation>円は例の単価</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/options.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Yen for an hour of a crew</source>
        <translation>班1時間の単価 (円)</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Yen in all records</source>
        <translation>記録全体の費用</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>Yen in the records now → agreed</source>
        <translation>記録全体の費用 今 → 合意後</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Yen in the records, agreed</source>
        <translation>記録全体の円 合意後</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Yen in the records, now</source>
        <translation>記録全体の円 今</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>Yen of a repair = call-out + quantity × price; without a recorded size the quantity of the column “if not recorded”.</source>
        <translation>補修1件の費用 = 出動費 + 数量 × 単価。大きさの記録がないときは「記録がないとき」の数量を使う。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>Yen of the work: no price of a crew's hour was given.</source>
        <translation>作業の金額: 班1時間の単価が入力されていません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>Yen paid so far: no works with a sum are known on these sections.</source>
        <translation>工事の実績額: 対象の区間に金額のある工事がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>Yen paid so far: works of the {years} years to {last}; {sum} yen a year lie on the plans' sections, {rest} yen a year cannot be placed there.</source>
        <translation>工事の実績額: {last} までの {years} 年間の工事。年 {sum} 円が案の区間にあり、年 {rest} 円は区間が分かりません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_plot.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>Yen: example prices, invented.</source>
        <translation>円は例・架空の単価による値です。</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Your name, kept with every decision</source>
        <translation>決定者として残す名前</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <location filename="../layers/readers/delimited.py"/>
        <source>Zero bytes in the row were left out.</source>
        <translation>行の中の余分な制御文字(値 0 のバイト)を除きました。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Zone</source>
        <translation>工区</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Zone or contractor</source>
        <translation>工区または事業者</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Zone plans as layers</source>
        <translation>工区案 (レイヤ)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>Zone plans side by side: what does each city gain or lose?</source>
        <translation>工区案の比較: 各市は何を得て、何を失うか</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Zone plans to compare</source>
        <translation>比べる工区案</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Zone that it continues</source>
        <translation>引き継ぐ工区</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>Zone {n}</source>
        <translation>第{n}工区</translation>
    </message>
    <message>
        <location filename="../analysis/zones/allotting.py"/>
        <source>Zone {zone} has locked sections in parts of the network that no allowed road connects: {names}.</source>
        <translation>工区{zone}に固定した区間が、使える道路でつながらない場所に分かれています: {names}。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Zones</source>
        <translation>工区</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>Zones (and so contractors to turn to) in the city {a} → {b}.</source>
        <translation>市内を担当する工区 (窓口となる事業者) は {a} → {b}。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>Zones in figures</source>
        <translation>工区の数値</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>Zones in several parts, because of attached islands or locks: {names}.</source>
        <translation>飛び地の結合または固定のため分かれている工区: {names}。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/zones/scenario_parameters.py"/>
        <source>Zones of several cities</source>
        <translation>複数の市にまたがる工区</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>[to be filled in]</source>
        <translation>【要記入】</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <location filename="../layers/propose/roles.py"/>
        <source>a coordinate, but the places come from elsewhere</source>
        <translation>座標だが、位置は別のところから</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>a kilometre: {classes}</source>
        <translation>1 kmの重み: {classes}</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>a layer:</source>
        <translation>レイヤ:</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>a personal column cannot be a key: “{label}”</source>
        <translation>個人情報の列は key に使えません: 「{label}」</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>a profile needs at least one [[source]]</source>
        <translation>プロファイルには [[source]] が一つ以上必要です</translation>
    </message>
    <message>
        <location filename="../layers/propose/municipalities.py"/>
        <source>a whole prefecture is taken: rows of all its municipalities come in together</source>
        <translation>都道府県全体を取り込む。全市町村の行がまとめて入る</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>addresses, but no coordinates: the places wait for a person</source>
        <translation>所在地はあるが座標がない。位置は人が確認する</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>adopted</source>
        <translation>採用中</translation>
    </message>
    <message>
        <location filename="../layers/planning/adopting.py"/>
        <source>adopting a plan run</source>
        <translation>計画実行の採用</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>advised</source>
        <translation>推奨</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>after the change</source>
        <translation>変更後</translation>
    </message>
    <message>
        <location filename="../documents/standards_charts.py"/>
        <location filename="../documents/standards_plot.py"/>
        <source>agreed</source>
        <translation>合意後</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>all cities</source>
        <translation>全市</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>all cities on that day</source>
        <translation>表示日の全市の値</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>all rows</source>
        <translation>全件</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>all together: {day}</source>
        <translation>共同で行う場合: {day}</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>all {n} cities</source>
        <translation>{n}市 合計</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>almost certain</source>
        <translation>ほぼ確実</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>and is joined with:</source>
        <translation>連結する相手:</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>another administrator's road</source>
        <translation>他の管理者の道路</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>another ledger of this table has the same numbers</source>
        <translation>同じ表に入れる別の台帳と番号が重なるため</translation>
    </message>
    <message>
        <location filename="../layers/store/locks.py"/>
        <source>another program, such as an edit session of QGIS</source>
        <translation>別のプログラム(QGIS の編集など)</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>areas</source>
        <translation>面</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>as before</source>
        <translation>変わらない</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>as far, or not known</source>
        <translation>遠さは同じ、または不明</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>as given</source>
        <translation>指定のとおり</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>as given, code by the boundary file</source>
        <translation>指定のとおり。コードは境界ファイルから</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>as given, code by the files</source>
        <translation>指定のとおり。コードはファイルの値から</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>as of</source>
        <translation>表示日</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>as shown in the table</source>
        <translation>表に表示中の値</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_tab.py"/>
        <source>as the file states</source>
        <translation>ファイルの記載どおり</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>as the file's format or coordinate system has it, unchecked</source>
        <translation>ファイル形式または座標系の決まりどおり。確かめてはいません</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <location filename="../layers/propose/draft_load.py"/>
        <source>as the profile says</source>
        <translation>プロファイルの記載による</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>at most {n} %</source>
        <translation>最大 {n} %</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>bare numbers are {unit}</source>
        <translation>数だけなら {unit}</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>base</source>
        <translation>拠点</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/plot.py"/>
        <source>before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>before the change</source>
        <translation>変更前</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>below the shortest length</source>
        <translation>最短延長に満たない道路</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>better</source>
        <translation>良くなる</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>border of the cities</source>
        <translation>市境</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>borders ignored</source>
        <translation>市境を考えない</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>borders kept</source>
        <translation>市境を残す</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_inputs.py"/>
        <source>borders preferred</source>
        <translation>市境をなるべく残す</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>both coordinate columns must be named (x and y, or lat and lon)</source>
        <translation>座標の列は二つとも書いてください(x と y、または lat と lon)</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>bridges, overpasses</source>
        <translation>橋梁・横断施設</translation>
    </message>
    <message>
        <location filename="../layers/propose/refine.py"/>
        <source>built from class, number and branch; this column only identifies the row</source>
        <translation>種別・番号・枝番から組み立てる。この列は行の識別にだけ使う</translation>
    </message>
    <message>
        <location filename="../layers/propose/refine.py"/>
        <source>built from route and sequence; this column only identifies the row</source>
        <translation>路線と区間番号から組み立てる。この列は行の識別にだけ使う</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>bus route</source>
        <translation>バス路線</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>by its deadline</source>
        <translation>期限内に実施</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>by its deadline {due}</source>
        <translation>期限 {due} に間に合う</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>by judgement</source>
        <translation>判定別</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>by the city codes in the files</source>
        <translation>ファイルの市コードから</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>by the city's name in the files</source>
        <translation>ファイルの中の市名から</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>by the code in the names of files and folders</source>
        <translation>ファイル名・フォルダー名のコードから</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>by this profile</source>
        <translation>このプロファイル</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>can be converted</source>
        <translation>変換できる</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>candidates</source>
        <translation>候補</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>centre chosen by the program</source>
        <translation>プログラムが選んだ中心</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <location filename="../documents/standards_report.py"/>
        <source>change</source>
        <translation>差し引き</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <location filename="../documents/standards_report.py"/>
        <source>city unknown</source>
        <translation>市が不明</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>city_code must have 6 digits</source>
        <translation>city_code は6桁にしてください</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>class 1 and emergency roads</source>
        <translation>1級市道・緊急輸送道路</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>class 2</source>
        <translation>2級市道</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>closed</source>
        <translation>処理済</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>column {road}</source>
        <translation>{road}の欄</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>column “{label}”: a field name or a table is expected</source>
        <translation>列「{label}」: 項目名か、波括弧で囲んだ設定を書いてください</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>column “{label}”: give exactly one of field, personal, context, ignore or link</source>
        <translation>列「{label}」: field、personal、context、ignore、link のうち一つだけを書いてください</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>column “{label}”: table {table} has no field “{field}”{hint}</source>
        <translation>列「{label}」: 表 {table} に項目「{field}」はありません{hint}</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>column “{label}”: “{field}” is no field of the petitioner table{hint}</source>
        <translation>列「{label}」: 「{field}」は要望者の表の項目ではありません{hint}</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>column “{label}”: “{text}” is mapped to “{code}”, which code list {list} does not have</source>
        <translation>列「{label}」: 「{text}」に対応させた「{code}」は、コード表 {list} にありません</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>columns of {kind}</source>
        <translation>「{kind}」に特有の列がある</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>common preset (a proposal)</source>
        <translation>共通の設定 (案)</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>contact of an office or a facility; the model has no item (kept out of public fields)</source>
        <translation>役所・施設の連絡先。モデルに項目がない (公開項目には入れない)</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <location filename="../layers/propose/roles.py"/>
        <source>coordinate, used for the place</source>
        <translation>座標。位置に使う</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>could not be read (empty)</source>
        <translation>読めない(空欄にした)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>counted anew, it was {due}</source>
        <translation>期限は数え直したもの (元は {due})</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>crew-hours</source>
        <translation>班の人時</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>crossing inside a group</source>
        <translation>群の中でつながる市境</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>crossing that is cut</source>
        <translation>群が分かれる市境</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>csv, xlsx, shp, dbf, gpkg, geojson, kml: any number of files, or a folder, which is searched.</source>
        <translation>csv、xlsx、shp、dbf、gpkg、geojson、kml。いくつでも。フォルダーを指定すると中を探します。</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>dates as day/month/year</source>
        <translation>日付は日/月/年の順</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>dates as month/day/year</source>
        <translation>日付は月/日/年の順</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>dates as they are written</source>
        <translation>日付は書かれたとおり</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>dates like 8.3.5 are years of an era</source>
        <translation>8.3.5 のような日付は和暦</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>dates with Western years</source>
        <translation>西暦の日付</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>dates with the year last: whether the month or the day comes first, no cell tells</source>
        <translation>年が最後の日付。月と日のどちらが先か、どの値からも分からない</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>dates with years of an era (wareki)</source>
        <translation>和暦の日付</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>datum not stated: taken as JGD2011</source>
        <translation>測地系の記載なし。JGD2011 とした</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>datum not stated: taken as WGS 84</source>
        <translation>測地系の記載なし。WGS 84 とみなす</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>deadline missed, not done</source>
        <translation>期限を守れず未実施</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>deadline {due}, after the plan</source>
        <translation>期限 {due} は計画期間の後</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>deadlines were not worked out</source>
        <translation>期限を求めていないため</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <location filename="../layers/propose/draft_city.py"/>
        <location filename="../layers/propose/draft_columns.py"/>
        <location filename="../layers/propose/tables.py"/>
        <source>decided by a person</source>
        <translation>人が決めた</translation>
    </message>
    <message>
        <location filename="../layers/importing/since.py"/>
        <source>decided on since</source>
        <translation>取込後に決定</translation>
    </message>
    <message>
        <location filename="../layers/review/decide.py"/>
        <source>decisions</source>
        <translation>確認の決定</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>degrees in the columns {lat} and {lon}</source>
        <translation>列「{lat}」「{lon}」に度</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>degrees within Japan, datum not stated: taken as JGD2011, unchecked</source>
        <translation>日本の範囲の度。測地系の記載なし。JGD2011 とした (未確認)</translation>
    </message>
    <message>
        <location filename="../layers/importing/since.py"/>
        <source>deleted since</source>
        <translation>取込後に削除</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>done</source>
        <translation>完了分</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>done after its deadline</source>
        <translation>期限後に実施</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>done, without a deadline in the plan</source>
        <translation>実施 (計画期間内に期限なし)</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>due today</source>
        <translation>期限は本日</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>e.g. -5390.1, 12870.4</source>
        <translation>例: -5390.1, 12870.4</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/place_editor.py"/>
        <source>e.g. 35.9514, 139.9754</source>
        <translation>例: 35.9514, 139.9754</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>e.g. Road Management Division</source>
        <translation>例: 建設部 道路管理課</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>each city by itself: {day}</source>
        <translation>各市別々の場合: {day}</translation>
    </message>
    <message>
        <location filename="../documents/standards_words.py"/>
        <source>each city's own standard</source>
        <translation>各市の今の基準</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>east</source>
        <translation>東</translation>
    </message>
    <message>
        <location filename="../layers/importing/since.py"/>
        <source>edited since</source>
        <translation>取込後に編集</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>emergency road ({grade})</source>
        <translation>緊急輸送道路({grade})</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>emergency value</source>
        <translation>緊急値</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>empty</source>
        <translation>空欄</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>entered by hand</source>
        <translation>手入力</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>essential</source>
        <translation>必須</translation>
    </message>
    <message>
        <location filename="../layers/propose/keys.py"/>
        <source>every cell occurs once</source>
        <translation>すべての値が一度だけ</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>every row is empty</source>
        <translation>全行空</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>example table</source>
        <translation>例の表</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <location filename="../processing_provider/standards/compare_sources.py"/>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>example that ships with the plugin, invented values</source>
        <translation>プラグイン付属の例・架空の値</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>expected repairs</source>
        <translation>見込み補修量</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>facilities</source>
        <translation>施設</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>farther from the base</source>
        <translation>拠点から遠くなる</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>field {name}</source>
        <translation>項目 {name}</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>first threshold</source>
        <translation>最初のしきい値</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>fiscal year of the dates</source>
        <translation>日付の年度</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>fixed value</source>
        <translation>固定値</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>for editing</source>
        <translation>編集用</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>for reference, not adopted</source>
        <translation>参考図</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>format must be {expected}</source>
        <translation>format は {expected} にしてください</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_model.py"/>
        <location filename="../ui/wizard/files_page.py"/>
        <location filename="../ui/wizard/reading_tab.py"/>
        <source>found by itself</source>
        <translation>自動</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>found by the range of the cells, not by the labels</source>
        <translation>列名でなく値の範囲から</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>found in row</source>
        <translation>見つけた行:</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>from other items</source>
        <translation>他の項目から</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>gap {metres} m</source>
        <translation>間隔 {metres} m</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>geometry kind must be file, xy, latlon or none</source>
        <translation>geometry の kind は file、xy、latlon、none のどれかにしてください</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>geometry of the file</source>
        <translation>ファイルの形状</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <location filename="../ui/wizard/compare_tab.py"/>
        <source>good</source>
        <translation>良</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>header row</source>
        <translation>見出しの行</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>holds the same rows as “{title}”</source>
        <translation>「{title}」と同じ行</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>hospital, shelter or school within {m} m</source>
        <translation>{m}m以内に病院・避難所・学校</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>hours</source>
        <translation>時間</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>identifies the row</source>
        <translation>行を特定する</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>if all cities had this value</source>
        <translation>全市がこの値の場合</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>if not recorded</source>
        <translation>記録がないとき</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>import of {city}</source>
        <translation>{city}の取込</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>in force on that day</source>
        <translation>表示日に適用中の版</translation>
    </message>
    <message>
        <location filename="../documents/standards_words.py"/>
        <source>in force on {day}</source>
        <translation>{day} 時点</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>in force: {versions} (kept as it is)</source>
        <translation>適用中: {versions}（保存済み・変更不可）</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>in no zone</source>
        <translation>工区なし</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>in part: free text, or filled in less than {share} % of the rows</source>
        <translation>一部: 自由記述、または充足率が {share} % 未満</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>inherited</source>
        <translation>継承</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/model.py"/>
        <source>inherited from: {scope}</source>
        <translation>継承元: {scope}</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>iso2022_jp: it has that encoding's escape sequences.</source>
        <translation>iso2022_jp: この文字コードに特有の切替記号があります。</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>it has no table {table}</source>
        <translation>表 {table} がありません</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>its layer is a table without places on the map</source>
        <translation>レイヤーが位置を持たない表であるため</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>its layer is empty</source>
        <translation>レイヤーが空のため</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>joint</source>
        <translation>共同</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>judged an emergency</source>
        <translation>緊急と判定</translation>
    </message>
    <message>
        <location filename="../layers/planning/networks.py"/>
        <location filename="../layers/planning/runs.py"/>
        <source>keeping a plan run</source>
        <translation>計画実行の保存</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>kept</source>
        <translation>期限内</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>key column “{label}” is not among the columns</source>
        <translation>key の列「{label}」が columns にありません</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>key is missing: name the identifying columns, or ["@row_content"]</source>
        <translation>key がありません。行を特定する列の名前か、["@row_content"] を書いてください</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>known column without a place</source>
        <translation>モデルに項目がないことが分かっている列</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>known word</source>
        <translation>知っている語</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>label {share}% alike</source>
        <translation>列名の一致 {share}%</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>lanes {a} → {b}</source>
        <translation>車線 {a} → {b}</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>language byte</source>
        <translation>.dbf(文字コード欄)</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>later than the day of the list</source>
        <translation>基準日より後</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>latitude and longitude</source>
        <translation>緯度・経度</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_sources.py"/>
        <source>layer {layer}</source>
        <translation>レイヤ {layer}</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>ledgers of {city} (imported {day})</source>
        <translation>{city}の台帳({day}取込)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>left out</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>left out by a person</source>
        <translation>人が外した</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>length by class</source>
        <translation>種別ごとの延長</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>less ← → more</source>
        <translation>減る ← → 増える</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>like the general repair value</source>
        <translation>一般の補修値と同じ</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>line {line}: {message}</source>
        <translation>{line} 行目: {message}</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>lines</source>
        <translation>線</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>link to a page or picture</source>
        <translation>ページや画像へのリンク</translation>
    </message>
    <message>
        <location filename="../documents/standards_charts.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../ui/standards_editor/model.py"/>
        <source>looser</source>
        <translation>緩い</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>looser now than agreed (agreeing tightens it)</source>
        <translation>今は合意後より緩い(合意で厳しくなる)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>measured against</source>
        <translation>比較の基準</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/link_editor.py"/>
        <source>middle</source>
        <translation>途中</translation>
    </message>
    <message>
        <location filename="../layers/review/places.py"/>
        <source>middle of the route that the row names</source>
        <translation>行にある路線の中央</translation>
    </message>
    <message>
        <location filename="../layers/review/places.py"/>
        <source>middle of the section that the row names</source>
        <translation>行にある区間の中央</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>misses its deadline {due} ({why})</source>
        <translation>期限 {due} を守れない ({why})</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>month and day only, and no column tells the year</source>
        <translation>月日だけで、年を示す列がない</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>month and day only: the year comes from elsewhere</source>
        <translation>月日だけ。年は別の欄から</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>more are in the CSV</source>
        <translation>件はCSVにあります</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>more points would lie in the city on {crs}: check the datum</source>
        <translation>{crs} のほうが市に入る点が多い。測地系を確認</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>more rows are in the CSV</source>
        <translation>行は CSV にあります</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>most points lie in this city's area</source>
        <translation>ほとんどの点がこの市の区域に入る</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>nearer to the base</source>
        <translation>拠点に近くなる</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>nearest table</source>
        <translation>いちばん近い表</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <location filename="../processing_provider/standards/exchange.py"/>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>new item</source>
        <translation>新設</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>newly</source>
        <translation>新たに補修</translation>
    </message>
    <message>
        <location filename="../layers/review/subject.py"/>
        <location filename="../layers/unify/unifier.py"/>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>no boundary: places are as the files state them, unchecked</source>
        <translation>境界なし。位置はファイルの記載のままで、未確認</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>no boundary: the file's own statement, unchecked</source>
        <translation>境界なし。ファイルの記載のまま (未確認)</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>no code</source>
        <translation>番号なし</translation>
    </message>
    <message>
        <location filename="../layers/propose/keys.py"/>
        <source>no column identifies a row: the row's content does</source>
        <translation>行を特定する列がない。行の内容で識別する</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>no deadline</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>no label is alike</source>
        <translation>似た列名がない</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>no longer</source>
        <translation>補修しない</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/tables.py"/>
        <source>no places</source>
        <translation>位置なし</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>no reason given</source>
        <translation>理由なし</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>no row of it says it</source>
        <translation>どの行にも記入がないため</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>no rule</source>
        <translation>定めなし</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>no such level</source>
        <translation>その段階なし</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/words.py"/>
        <source>no such response</source>
        <translation>対応なし</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>no table in it</source>
        <translation>表がありません</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>no table of the model fits well enough (nearest: {table} {score}; {reasons})</source>
        <translation>十分に合う表がない (いちばん近いのは「{table}」{score}。{reasons})</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>no version</source>
        <translation>版なし</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>no version of its own: everything is inherited</source>
        <translation>独自の版なし（すべて継承）</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>none (best possible)</source>
        <translation>なし (最適)</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>none: no column, or a column that is always empty</source>
        <translation>なし: 列がない、または常に空欄</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>north</source>
        <translation>北</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>not a ledger of roads</source>
        <translation>道路の台帳ではない</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>not answered: no such ledger was imported</source>
        <translation>未回答: その台帳が取り込まれていない</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>not comparable</source>
        <translation>比べられない</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../documents/workplan_words.py"/>
        <source>not done</source>
        <translation>未実施</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>not done, counted</source>
        <translation>未完了・件数</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>not done, without a deadline in the plan</source>
        <translation>未実施 (計画期間内に期限なし)</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_charts.py"/>
        <source>not in the plan</source>
        <translation>この案の対象外</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>not met</source>
        <translation>満たせない</translation>
    </message>
    <message>
        <location filename="../ui/wizard/entries.py"/>
        <source>not needed</source>
        <translation>使わない</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>not one point lies in the city: these are the places of somewhere else</source>
        <translation>市の区域に入る点が一つもない。よその場所のデータ</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>not proposed</source>
        <translation>案なし</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>not ranked</source>
        <translation>順位なし</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/model.py"/>
        <source>not saved; in the store: {value}</source>
        <translation>未保存（ストアの値: {value}）</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>not stated: ask the city before you publish</source>
        <translation>未設定: 公開する前に市に確認してください</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>not understood</source>
        <translation>分からない語</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>notation</source>
        <translation>読み替え</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>note</source>
        <translation>注記</translation>
    </message>
    <message>
        <location filename="../documents/standards_charts.py"/>
        <location filename="../documents/standards_plot.py"/>
        <location filename="../ui/standards_editor/plot.py"/>
        <source>now</source>
        <translation>今</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>now {value}</source>
        <translation>今 {value}</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>now ▲{n} ▼{m}</source>
        <translation>今は 厳しい▲{n} 緩い▼{m}</translation>
    </message>
    <message>
        <location filename="../layers/propose/refine.py"/>
        <source>numbers of another list of codes: what they mean is not said</source>
        <translation>別のコード表の番号。意味の記載がない</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>of several cities</source>
        <translation>複数の市にまたがるもの</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>of these repaired or doubtful</source>
        <translation>うち修正・要確認</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>on top whatever its score</source>
        <translation>点数によらず最優先</translation>
    </message>
    <message>
        <location filename="../layers/propose/keys.py"/>
        <source>only together they are unique</source>
        <translation>組にすると一つに決まる</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>open</source>
        <translation>未決定</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <location filename="../documents/standards_words.py"/>
        <location filename="../ui/standards_editor/words.py"/>
        <source>or less</source>
        <translation>以下</translation>
    </message>
    <message>
        <location filename="../documents/standards_words.py"/>
        <location filename="../ui/standards_editor/words.py"/>
        <source>or more</source>
        <translation>以上</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>or one of these files</source>
        <translation>または市のファイルから</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>order must be auto, survey (X = north) or math (X = east)</source>
        <translation>order は auto、survey(X = 北)、math(X = 東)のどれかにしてください</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <location filename="../ui/standards_editor/model.py"/>
        <source>other</source>
        <translation>その他の市道</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/judge_standards.py"/>
        <source>other administrators' roads</source>
        <translation>他の管理者の道路</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>other tables</source>
        <translation>ほかの候補の表</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>others {weight}</source>
        <translation>その他 {weight}</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>outside Japan: import into a store of its own, in {crs}</source>
        <translation>日本の外のデータ。座標系 {crs} で作った専用のストアへ取り込む</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>overlap {percent} %</source>
        <translation>重なり {percent} %</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>own value</source>
        <translation>独自の値</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/model.py"/>
        <source>own value of {place}</source>
        <translation>{place}の独自の値</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/model.py"/>
        <source>own values: {values}</source>
        <translation>独自の値のある市: {values}</translation>
    </message>
    <message>
        <location filename="../layers/review/places.py"/>
        <source>part of the named route within the named town</source>
        <translation>行にある路線のうち、町字の中の部分</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>pavement {a} → {b}</source>
        <translation>舗装 {a} → {b}</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>personal data; another column already gives the same item of the person</source>
        <translation>個人情報。同じ項目は別の列から</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>personal: {field}</source>
        <translation>個人情報: {field}</translation>
    </message>
    <message>
        <location filename="../layers/importing/since.py"/>
        <source>petitioner edited since</source>
        <translation>取込後に要望者を編集</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/review_dock/words.py"/>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../layers/review/places.py"/>
        <source>placed rows in the same town</source>
        <translation>同じ町字で位置の分かる行</translation>
    </message>
    <message>
        <location filename="../layers/review/places.py"/>
        <source>placed rows with the same address</source>
        <translation>同じ所在地で位置の分かる行</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>places without a table of their own</source>
        <translation>位置はあるが、ほかの表に当たらない</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>plane coordinates</source>
        <translation>平面座標</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>plane coordinates in the columns {x} and {y}</source>
        <translation>列「{x}」「{y}」に平面座標</translation>
    </message>
    <message>
        <location filename="../documents/priority_list.py"/>
        <source>preset of one's own</source>
        <translation>独自の設定</translation>
    </message>
    <message>
        <location filename="../documents/standards_words.py"/>
        <source>proposed unified values (median)</source>
        <translation>統一案(各市の中央値)</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>quantity assumed</source>
        <translation>数量は仮定</translation>
    </message>
    <message>
        <location filename="../layers/importing/since.py"/>
        <source>referred to by a row added since</source>
        <translation>取込後に加えた行から参照</translation>
    </message>
    <message>
        <location filename="../layers/planning/adopting.py"/>
        <source>removing a plan run</source>
        <translation>計画実行の削除</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>repair value</source>
        <translation>補修値</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>repaired</source>
        <translation>修正</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/plot.py"/>
        <source>repairs a year</source>
        <translation>年間補修件数</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>repairs a year {repairs}, yen a year {yen} (example prices)</source>
        <translation>補修 年 {repairs} 件、費用 年 {yen} 円（例の単価）</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>repairs done (their work / what the city itself can do)</source>
        <translation>実施する件数 (その作業量 / 市自身ができる量)</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>request number</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>requests</source>
        <translation>要望</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>risk [{risk}] by assumption</source>
        <translation>リスク[{risk}](仮)</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>risk {risk} ({category})</source>
        <translation>リスク{risk}({category})</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>road class {a} → {b}</source>
        <translation>道路種別 {a} → {b}</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/joined.py"/>
        <source>row {row} ({section})</source>
        <translation>{row} 行目({section})</translation>
    </message>
    <message>
        <location filename="../layers/standards/prices.py"/>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>row {row}, {column}: “{text}” cannot be read</source>
        <translation>{row} 行目「{column}」: 「{text}」は読めません</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>row {row}, “{column}”: {raw} → {value}</source>
        <translation>{row}行目「{column}」: {raw} → {value}</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>row {row}: the same city and month stand there twice</source>
        <translation>{row} 行目: 同じ市と月が二度書かれています</translation>
    </message>
    <message>
        <location filename="../layers/standards/prices.py"/>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>row {row}: the same kind of damage as in row {other}</source>
        <translation>{row} 行目: {other} 行目と同じ損傷です</translation>
    </message>
    <message>
        <location filename="../layers/standards/prices.py"/>
        <location filename="../processing_provider/priority/work_plan_files.py"/>
        <source>row {row}: {column} is missing</source>
        <translation>{row} 行目: 「{column}」がありません</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>same name and meaning</source>
        <translation>同名・同義</translation>
    </message>
    <message>
        <location filename="../layers/planning/presets.py"/>
        <source>saving a preset</source>
        <translation>設定の保存</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>school route</source>
        <translation>通学路</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>score {score}</source>
        <translation>連結度 {score}</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/wizard/compare_tab.py"/>
        <source>set aside</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>settled by the city's area</source>
        <translation>市の区域から判定</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>settled by the named routes</source>
        <translation>書かれた路線との距離から判定</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>settled by the range of the degrees</source>
        <translation>緯度・経度の範囲から判定</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>several</source>
        <translation>いろいろ</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>shape of the file</source>
        <translation>ファイルの形状</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>shipped with the plugin</source>
        <translation>同梱の案</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_sources.py"/>
        <source>shipped with the plugin (a proposal; the cities' rows are invented)</source>
        <translation>プラグイン付属(提案。各市の行は架空の例)</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>skipped</source>
        <translation>対象外</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>stands beside a person's name or telephone</source>
        <translation>氏名や電話の列と並んでいる</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>stated by the file</source>
        <translation>ファイルの記載</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>stored, on the day shown</source>
        <translation>保存済み（表示日）</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>stored, today</source>
        <translation>保存済み（今日）</translation>
    </message>
    <message>
        <location filename="../documents/standards_charts.py"/>
        <location filename="../documents/standards_report.py"/>
        <location filename="../ui/standards_editor/model.py"/>
        <source>stricter</source>
        <translation>厳しい</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>stricter now than agreed (agreeing relaxes it)</source>
        <translation>今は合意後より厳しい(合意で緩む)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/history.py"/>
        <source>taken back ({who}, {when})</source>
        <translation>取り消し済み ({who}、{when})</translation>
    </message>
    <message>
        <location filename="../layers/importing/undo.py"/>
        <source>taking back an import of {city}</source>
        <translation>{city}の取込の取消</translation>
    </message>
    <message>
        <location filename="../layers/review/places.py"/>
        <source>the address names this town; middle of its area</source>
        <translation>所在地にある町字の中央</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>the boundary file holds one city</source>
        <translation>境界ファイルの市が一つだけ</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>the cells look like contacts</source>
        <translation>値が連絡先の形</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>the cells look like personal data, whatever the label says</source>
        <translation>列名にかかわらず、値が個人情報の形</translation>
    </message>
    <message>
        <location filename="../layers/propose/municipalities.py"/>
        <source>the city's own code</source>
        <translation>市自身のコード</translation>
    </message>
    <message>
        <location filename="../layers/propose/municipalities.py"/>
        <source>the column {column} has codes of three digits, and not every row is of the prefecture of {city}: they cannot be told apart</source>
        <translation>列「{column}」は 3 桁のコードで、{city}と同じ都道府県でない行がある。市町村を見分けられない</translation>
    </message>
    <message>
        <location filename="../layers/propose/municipalities.py"/>
        <source>the column {column} has no row of {city}</source>
        <translation>列「{column}」に{city}の行がない</translation>
    </message>
    <message>
        <location filename="../layers/propose/municipalities.py"/>
        <source>the column {column} names other cities ({cities}), not {city}</source>
        <translation>列「{column}」にあるのはほかの市 ({cities}) で、{city}がない</translation>
    </message>
    <message>
        <location filename="../documents/standards_words.py"/>
        <source>the common standard</source>
        <translation>共通の基準</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>the common standard for all cities</source>
        <translation>全市に共通水準</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/common.py"/>
        <source>the common standard that ships with the plugin (a proposal)</source>
        <translation>同梱の共通水準 (案)</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>the damages have no places on the map</source>
        <translation>損傷に位置がないため</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>the file does not count in metres, and the column states no unit</source>
        <translation>ファイルの長さの単位がメートルでなく、列に単位の記載もない</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>the file says: old Japanese datum (Tokyo)</source>
        <translation>ファイルに旧日本測地系とある</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>the file states no coordinate system; only in {crs} it lies in the city</source>
        <translation>ファイルに座標系の記載がない。市の区域に入るのは {crs} だけ</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>the file states {crs}</source>
        <translation>ファイルの記載: {crs}</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>the joint plan</source>
        <translation>共同の計画</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>the kinds stand in the column {column}</source>
        <translation>種別が列「{column}」にある</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>the label is a person's</source>
        <translation>列名が個人のもの</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>the labels latitude and longitude are swapped: taken by the cells</source>
        <translation>緯度と経度の列名が逆。値に従う</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>the model has no such item</source>
        <translation>統一モデルに当たる項目がない</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>the name says “{word}”</source>
        <translation>名前に「{word}」とある</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>the petitioner's address or the place of the request? Until it is decided it is kept as the petitioner's</source>
        <translation>申出者の住所か、要望の場所か。決まるまでは申出者の住所として扱う</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>the plan of each city</source>
        <translation>各市別々の計画</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_load.py"/>
        <source>the profile does not know this column</source>
        <translation>プロファイルにない列</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_load.py"/>
        <source>the profile does not take it</source>
        <translation>プロファイルにないファイル</translation>
    </message>
    <message>
        <location filename="../layers/review/places.py"/>
        <source>the row names this landmark ({kind})</source>
        <translation>行にある目標物 ({kind})</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>the store’s damages</source>
        <translation>ストアの損傷</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>the table needs places, and the ledger has none that can be used</source>
        <translation>位置が必要な表だが、使える位置がない</translation>
    </message>
    <message>
        <location filename="../layers/propose/refine.py"/>
        <source>the time to the date in “{label}”</source>
        <translation>「{label}」の日付に対する時刻</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>the whole file votes at every import</source>
        <translation>取込のたびに全行の投票で決める</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>the words are no kinds of reference features</source>
        <translation>値が参考地物の種別ではない</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>there is a header but no row</source>
        <translation>見出しだけで行がない</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>there is no such layer</source>
        <translation>レイヤーがないため</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>there is no table “{table}”{hint}</source>
        <translation>表「{table}」はありません{hint}</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../ui/wizard/compare_tab.py"/>
        <source>to be checked</source>
        <translation>要確認</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>to be decided</source>
        <translation>未確定</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>to be judged</source>
        <translation>人が判断</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>to be made safe at once</source>
        <translation>直ちに安全確保</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>to know</source>
        <translation>参考</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>too far off</source>
        <translation>差が大きすぎる</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>too long</source>
        <translation>長すぎる</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>too short</source>
        <translation>短すぎる</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>turn {degrees}°</source>
        <translation>方位差 {degrees}°</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>two sources have the id “{id}”</source>
        <translation>id「{id}」の [[source]] が二つあります</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>typical of its kind, assumed</source>
        <translation>同じ種類の中央値で仮定</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>unchanged</source>
        <translation>変わらない</translation>
    </message>
    <message>
        <location filename="../ui/wizard/columns_tab.py"/>
        <source>unit as written in the cells</source>
        <translation>単位は欄の記載どおり</translation>
    </message>
    <message>
        <location filename="../layers/propose/refine.py"/>
        <source>unit not stated, and the numbers are unusual for {unit}: check</source>
        <translation>単位の記載がなく、{unit} としては不自然な大きさ。要確認</translation>
    </message>
    <message>
        <location filename="../layers/propose/refine.py"/>
        <source>unit not stated: {unit} by the size of the numbers</source>
        <translation>単位の記載なし。数値の大きさから {unit}</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/actions.py"/>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <location filename="../analysis/routes/labels.py"/>
        <source>unnamed road</source>
        <translation>名称のない道路</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>utf-8: every byte is valid UTF-8.</source>
        <translation>utf-8: すべてのバイトが UTF-8 として正しく読めます。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>utf-8: only ASCII characters, any encoding reads it.</source>
        <translation>utf-8: 半角英数字だけなので、どの文字コードでも読めます。</translation>
    </message>
    <message>
        <location filename="../documents/standards_words.py"/>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>version {ver}</source>
        <translation>版 {ver}</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>wanted</source>
        <translation>目標</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>warning</source>
        <translation>注意</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>watch value</source>
        <translation>観察値</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>what is stored</source>
        <translation>保存済みの値</translation>
    </message>
    <message>
        <location filename="../layers/review/links.py"/>
        <source>what waits for a person</source>
        <translation>確認待ち</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>whole file</source>
        <translation>ファイル全体</translation>
    </message>
    <message>
        <location filename="../layers/propose/refine.py"/>
        <source>width and length stand in one cell</source>
        <translation>幅と長さが一つの欄にある</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>width {a} → {b}</source>
        <translation>幅員 {a} → {b}</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>within the bounds</source>
        <translation>範囲内</translation>
    </message>
    <message>
        <location filename="../layers/export/notes.py"/>
        <source>without a place</source>
        <translation>位置なし</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>words mapped to codes</source>
        <translation>コードに当てた語</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>words without a code</source>
        <translation>コードのない語</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>work {amount}</source>
        <translation>作業量 {amount}</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>worse</source>
        <translation>悪くなる</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>worse the greater (≧)</source>
        <translation>大きいほど悪い (≧)</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>worse the smaller (≦)</source>
        <translation>小さいほど悪い (≦)</translation>
    </message>
    <message>
        <location filename="../layers/store/locks.py"/>
        <source>writing</source>
        <translation>書き込み中</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../processing_provider/priority/work_plan_parameters.py"/>
        <source>yen</source>
        <translation>円</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>yen a year</source>
        <translation>1年の費用</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>yen, all records</source>
        <translation>記録全体の費用</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <location filename="../layers/review/subject.py"/>
        <location filename="../layers/unify/unifier.py"/>
        <location filename="../processing_provider/priority/view.py"/>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>zone by the city's area: {crs}</source>
        <translation>系は市の区域から: {crs}</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{adt} vehicles a day</source>
        <translation>交通量{adt}台/日</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/capacity.py"/>
        <source>{amount} in a month is more than can be planned with ({city}; at most {most}).</source>
        <translation>1か月に{amount}は計画で扱える量を超えています（{city}、上限{most}）。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/units.py"/>
        <source>{a} and {b} are to be in different groups but share sections.</source>
        <translation>{a}と{b}は別の群に指定されていますが、同じ区間を含みます。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/units.py"/>
        <source>{a} and {b} are to be in one group and in different ones.</source>
        <translation>{a}と{b}は同じ群と別の群の両方に指定されています。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>{a} and {b}: {n} links</source>
        <translation>{a}と{b}: 連結 {n} 件</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>{a} and {b}: {routes} routes, {crossings} crossings, {km} km of through routes</source>
        <translation>{a}と{b}: 連続路線 {routes} 本、通過点 {crossings} か所、連続路線の延長 {km} km</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_tables.py"/>
        <source>{before} has it no more; nobody in this plan does.</source>
        <translation>{before} の担当を離れ、この案では担当がありません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>{cell}: {measure}</source>
        <translation>{cell}:{measure}</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{city_a} and {city_b}: nothing known changes at the border.</source>
        <translation>{city_a}と{city_b}: 市境で変わるものは確認されていない。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{city_a} to {city_b}: {changes}</source>
        <translation>{city_a}から{city_b}: {changes}</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_book.py"/>
        <location filename="../documents/zones_report.py"/>
        <location filename="../processing_provider/zones/zone_parameters.py"/>
        <source>{city} (km)</source>
        <translation>{city} (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>{city} ({code}): import of {when} (UTC): new {new}, changed {updated}, vanished {vanished}.</source>
        <translation>{city}({code}): {when} (UTC) の取込。新規 {new}、変更 {updated}、消失 {vanished}。</translation>
    </message>
    <message>
        <location filename="../layers/importing/city.py"/>
        <source>{city} / {title}: {count} rows that were imported before are not in the file any more. They are only marked; if the file is the wrong one, import the right one again.</source>
        <translation>{city} / {title}: 前に取り込んだ行のうち {count} 行が、ファイルになくなっています。印を付けただけで、削除はしていません。ファイルを間違えた場合は、正しいものをもう一度取り込んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>{city} has no amount for {months}.</source>
        <translation>{city} の {months} の量がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/capacity.py"/>
        <source>{city} has {n} amounts for {months} months: enter one, or one a month.</source>
        <translation>{city} は {months} か月に対して {n} 個の値があります。一つだけ、または月ごとに一つ入力してください。</translation>
    </message>
    <message>
        <location filename="../documents/standards_words.py"/>
        <source>{city}'s standard for all</source>
        <translation>{city}の基準に全市がそろえる</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>{city}, {ledger}: column “{column}” has no place and no reason.</source>
        <translation>{city}「{ledger}」: 列「{column}」に置き場所も理由もありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>{city}: nothing was different from the last import.</source>
        <translation>{city}: 前回の取込から変わったところはありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/common.py"/>
        <source>{city}: read {read}, kept {kept} (new {new}, changed {updated}, conflicts {conflicts}), repaired {repaired}, set aside {aside}, skipped {skipped}, vanished {vanished}.</source>
        <translation>{city}: 読取 {read}、保存 {kept}(新規 {new}、変更 {updated}、値の衝突 {conflicts})、修正・要確認 {repaired}、保留 {aside}、対象外 {skipped}、元から消えた行 {vanished}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>{city}: taken back: new rows {new}, changed rows {updated}, vanished {vanished}, set aside {set_aside}, review items {reviews}, links {links}.</source>
        <translation>{city}: 取り消しました。新規行 {new}、変更行 {updated}、消失 {vanished}、保留行 {set_aside}、確認事項 {reviews}、要望と損傷の対応 {links}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>{city}: would be taken back: new rows {new}, changed rows {updated}, vanished {vanished}, set aside {set_aside}, review items {reviews}, links {links}.</source>
        <translation>{city}: 取り消すと、新規行 {new}、変更行 {updated}、消失 {vanished}、保留行 {set_aside}、確認事項 {reviews}、要望と損傷の対応 {links} が戻ります。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>{city}: {count} ledgers with {rows} rows</source>
        <translation>{city}: 台帳 {count}、{rows} 行を取り込みます</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/check_data.py"/>
        <source>{city}: {count} x {finding}</source>
        <translation>{city}: {finding} {count}件</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>{city}: {n} repairs, {amount}</source>
        <translation>{city}: 補修 {n} 件、{amount}</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>{city}: {n} sections, {km} km: {names}</source>
        <translation>{city}: {n}区間、{km} km: {names}</translation>
    </message>
    <message>
        <location filename="../processing_provider/checking/coverage_matrix.py"/>
        <source>{city}: {percent} % of the items covered.</source>
        <translation>{city}: 項目の {percent} % を網羅。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>{code} is not a municipality's code, or its check digit is wrong.</source>
        <translation>{code} は団体コードではないか、検査数字が違います。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>{columns} are joined into “{item}”.</source>
        <translation>{columns} をつないで「{item}」に入れることになります。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>{column} is zero everywhere: balanced by length.</source>
        <translation>{column}の値がすべて0のため、延長で均衡をとりました。</translation>
    </message>
    <message>
        <location filename="../layers/export/text.py"/>
        <source>{coordinate} of a point on it</source>
        <translation>代表点の{coordinate}</translation>
    </message>
    <message>
        <location filename="../layers/propose/municipalities.py"/>
        <source>{count} municipalities: the rows of others are set aside. To take them all on purpose, ignore this column</source>
        <translation>{count} 市町村の行がある。ほかの市町村の行は保留にする。あえてすべて取り込むときは、この列を「使わない」にする</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_map.py"/>
        <source>{count} places shown: {inside} in the city (blue), {outside} outside (red).</source>
        <translation>{count} か所: 市の中 {inside} (青)、市の外 {outside} (赤)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/place_map.py"/>
        <source>{count} places shown; no boundary to check them against.</source>
        <translation>{count} か所。照らし合わせる市の区域がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>{count} rows stay, because a person worked on them since:</source>
        <translation>取込後に人が手を入れた {count} 行は、そのまま残します:</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/undo_import.py"/>
        <source>{count} rows that a person worked on since are taken back too:</source>
        <translation>取込後に人が手を入れた {count} 行も戻します:</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>{count} undecided columns stay in the raw data only: {names}</source>
        <translation>決めていない列 {count} は元データにだけ残ります: {names}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>{count} words are not understood; F2 or a double click chooses.</source>
        <translation>分からない語 {count}。F2 かダブルクリックで選びます。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{damage}: {detail}</source>
        <translation>{damage} {detail}</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>{decision} (with the next import)</source>
        <translation>{decision} (次の取込で反映)</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>{encoding}: by score ({scores}), confidence {confidence}.</source>
        <translation>{encoding}: 点数で判定({scores})。確からしさ {confidence}。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>{encoding}: declared and readable, but the bytes look like {better}: “{mine}” against “{theirs}”.</source>
        <translation>{encoding}: 指定のとおり読めますが、内容は {better} のように見えます: 「{mine}」と「{theirs}」</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <location filename="../layers/readers/encoding.py"/>
        <source>{encoding}: declared.</source>
        <translation>{encoding}: 指定による。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>{encoding}: fixed by the format.</source>
        <translation>{encoding}: ファイル形式の決まりによる。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>{encoding}: no encoding fits every text.</source>
        <translation>{encoding}: すべての文字列に合う文字コードがありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>{encoding}: stated by the {origin}.</source>
        <translation>{encoding}: {origin} の記載による。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>{encoding}: the file says so by its byte order mark.</source>
        <translation>{encoding}: ファイル先頭の目印(BOM)による。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>{encoding}: zero bytes at every second place.</source>
        <translation>{encoding}: 一つおきのバイトが 0 であることから判定。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{facility} {damage}</source>
        <translation>{facility}の{damage}</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{factor} does not count: {why}. Its weight of {weight} was shared out among the others.</source>
        <translation>{factor}は順位に使いません（{why}）。その重み {weight} は、ほかの係数に割り振りました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/gaps.py"/>
        <source>{factor}: the layers have nothing in {city}; its {n} damages were ranked as if there were none. Complete the layer, or set the weight to 0.</source>
        <translation>{factor}: {city}の範囲には、レイヤーに1件もありません。同市の損傷 {n} 件は「該当なし」として順位を付けました。レイヤーを補うか、重みを 0 にしてください。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{fact}: emergency whatever is measured ({std}).</source>
        <translation>{fact}ため、測定値によらず緊急（{std}）。</translation>
    </message>
    <message>
        <location filename="../layers/review/reading.py"/>
        <source>{field} cannot be corrected here.</source>
        <translation>「{field}」はここでは修正できません。</translation>
    </message>
    <message>
        <location filename="../layers/review/reading.py"/>
        <source>{field} must not be empty.</source>
        <translation>「{field}」は空にできません。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <source>{field}: seasonal work must be a number of 0 or more, but is not on {n} sections: {names}.</source>
        <translation>{field}：季節作業量は0以上の数にしてください。そうでない区間が{n}件あります：{names}。</translation>
    </message>
    <message>
        <location filename="../layers/propose/keys.py"/>
        <source>{field}: {share}% of its cells occur once</source>
        <translation>{field}: 値の {share}% が一度だけ</translation>
    </message>
    <message>
        <location filename="../ui/wizard/files_page.py"/>
        <source>{files} files, {tables} tables</source>
        <translation>ファイル {files}、表 {tables}</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>{file} (still with example hours, invented)</source>
        <translation>{file} (架空の例の時間が残っています)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_sources.py"/>
        <source>{file} (still with example prices, invented)</source>
        <translation>{file}(例・架空の単価が残っている)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>{file}, row {row}</source>
        <translation>{file} {row}行目</translation>
    </message>
    <message>
        <location filename="../ui/wizard/trial_page.py"/>
        <source>{file}, row {row}: {value} {detail}</source>
        <translation>{file} {row}行目: {value} {detail}</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>{first} to {last}</source>
        <translation>{first} 〜 {last}</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{first}; {rest}</source>
        <translation>{first}。{rest}</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>{folder} already holds {count} files of the same names: {names}</source>
        <translation>{folder} には同じ名前のファイルが {count} 件あります: {names}</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>{format}: written.</source>
        <translation>{format}: 書き出しました。</translation>
    </message>
    <message>
        <location filename="../layers/readers/rows.py"/>
        <source>{found} cells where the header has {width}.</source>
        <translation>見出しの {width} 列に対し、この行には {found} 個のセルがあります。</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <source>{found} of {expected} expected columns found.</source>
        <translation>あるはずの {expected} 列のうち {found} 列が見つかりました。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{ft}, {dt}</source>
        <translation>{ft}・{dt}</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>{here}: the same standard, version and scope as in {there}.</source>
        <translation>{here}: {there}と同じ基準・版・適用範囲です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_wishes.py"/>
        <source>{key} stands alone in its row: from what is it to be kept apart?</source>
        <translation>{key} だけの行があります。何と分けるのかを書いてください。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/model.py"/>
        <source>{kind} than {other}</source>
        <translation>{other} より{kind}</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>{km} km are in one zone with {cities}</source>
        <translation>隣の市 ({cities}) と同じ工区になる区間は {km} km</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>{km} km are in one zone with {cities}.</source>
        <translation>隣の市 ({cities}) と同じ工区の区間は {km} km。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>{km} km of {total} km left their former group.</source>
        <translation>{total} kmのうち{km} kmが元の路線群から移りました。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/regions.py"/>
        <source>{k} zones are too few to keep the borders of {n} cities ({names}): each city needs one of its own.</source>
        <translation>{n}市({names})の市境を残すには{k}工区では足りません。各市に1工区以上が必要です。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/assigning.py"/>
        <source>{k} zones cannot be made of {n} routes and sections that stay whole: {names}.</source>
        <translation>分けない路線と区間が{n}件しかないため、{k}工区にはできません：{names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/assigning.py"/>
        <source>{k} zones cannot be made of {n} sections: {names}.</source>
        <translation>{n}区間から{k}工区は作れません: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/assigning.py"/>
        <source>{k} zones were chosen, within {low} to {high}.</source>
        <translation>{low}~{high}の範囲から{k}工区を選びました。</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>{label} is missing.</source>
        <translation>{label}がありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: confirmed</source>
        <translation>{label}: 確かめた</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: fiscal year of the dates</source>
        <translation>{label}: 日付の年度</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: form of the dates</source>
        <translation>{label}: 日付の書き方</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: not taken</source>
        <translation>{label}: 取り込まない</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: personal data</source>
        <translation>{label}: 個人情報</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: request number</source>
        <translation>{label}: 要望の番号</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: unit {unit}</source>
        <translation>{label}: 単位 {unit}</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: {item}</source>
        <translation>{label}: {item}</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{label}: “{text}” is {code}</source>
        <translation>{label}:「{text}」は {code}</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/actions.py"/>
        <source>{layers}: being edited in QGIS. Save or end the edit session, then decide again.</source>
        <translation>{layers} を QGIS で編集中です。編集を保存するか終えてから、もう一度決定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>{layer}: {n} within {m} m of a section are counted, as those of {years} years.</source>
        <translation>{layer}: 区間から {m} m 以内の {n} 件を、{years} 年分として数えました。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{level} (visit needed)</source>
        <translation>{level}(要現地)</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{level} (visit needed: {measure} not measured)</source>
        <translation>{level}(要現地: {measure}未測定)</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{level} ({detail})</source>
        <translation>{level}({detail})</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{low} to {high} km a group</source>
        <translation>1群 {low}〜{high} km</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_charts.py"/>
        <source>{mean} / {most} min</source>
        <translation>{mean} / {most} 分</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} has not been measured: cannot be judged ({std}).</source>
        <translation>{measure}が未計測のため判定不能（{std}）。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} is negative: cannot be judged ({std}).</source>
        <translation>{measure}が負の値のため判定不能（{std}）。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} is no number: cannot be judged ({std}).</source>
        <translation>{measure}が数値でないため判定不能（{std}）。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} is only known to be {value} or worse: cannot be judged ({std}).</source>
        <translation>{measure}は {value} またはそれより悪いことしか分からないため判定不能（{std}）。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{measure} of {damage}</source>
        <translation>{damage} {measure}</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{measure} {value}</source>
        <translation>{measure}{value}</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} {value} is without a unit: cannot be judged ({std}).</source>
        <translation>{measure} {value} の単位が不明のため判定不能（{std}）。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} {value}, above the {limit} of {threshold}: {level} ({std}, {road}).</source>
        <translation>{measure} {value} は{limit} {threshold} を上回るため{level}（{std}、{road}）。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} {value}, at or above the {limit} of {threshold}: {level} ({std}, {road}).</source>
        <translation>{measure} {value} は{limit} {threshold} 以上のため{level}（{std}、{road}）。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} {value}, at or below the {limit} of {threshold}: {level} ({std}, {road}).</source>
        <translation>{measure} {value} は{limit} {threshold} 以下のため{level}（{std}、{road}）。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} {value}, under the {limit} of {threshold}: {level} ({std}, {road}).</source>
        <translation>{measure} {value} は{limit} {threshold} に達しないため{level}（{std}、{road}）。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/words.py"/>
        <source>{measure} {value}: {level} ({std}).</source>
        <translation>{measure} {value} のため{level}（{std}）。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>{moved} damages change their judgement; </source>
        <translation>判定の変わる損傷 {moved} 件。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>{m} minutes</source>
        <translation>{m}分</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>{m} minutes from the base of its zone; the limit is {limit}.</source>
        <translation>工区の拠点から{m}分 (上限{limit}分)。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>{m} minutes on average.</source>
        <translation>平均{m}分。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/options.py"/>
        <location filename="../documents/zones_report.py"/>
        <source>{names} and {n} more</source>
        <translation>{names}、ほか{n}件</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/comparing.py"/>
        <source>{names}: the work of the sections was reckoned in another way than in {base} (other weights or another standard). In all it was set equal on the sections that both have, so that only its distribution differs.</source>
        <translation>{names}: 区間の業務量の数え方が {base} と異なります (重みや基準の違い)。共通の区間の合計が等しくなるようにそろえたので、違いは配分だけです。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>{name} ({code}): places are checked against this area.</source>
        <translation>{name} ({code}): 位置はこの区域と照らし合わせます。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>{name} ({code}): the plugin has no area of it. Give a file of it, or go on: places are then taken as the files state them, unchecked.</source>
        <translation>{name} ({code}): 区域が入っていません。区域のファイルを指定するか、そのまま進んでください (位置は確かめずにファイルの記載どおりに読みます)。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>{name} ({count} areas)</source>
        <translation>{name} ({count} 区域)</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>{name} in the same folder is for the same city: when several cities are imported together, only one may be there.</source>
        <translation>同じフォルダーの {name} も同じ市のものです。複数の市をまとめて取り込むときは、ひとつだけにしてください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>{name} is there already.</source>
        <translation>{name} はすでにあります。</translation>
    </message>
    <message>
        <location filename="../ui/wizard/finish_page.py"/>
        <source>{name} is there already. Overwrite it? Comments written by hand are lost.</source>
        <translation>{name} はすでにあります。上書きしますか？ 手で書いた注釈は失われます。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/options.py"/>
        <source>{name} must be 0 or above, not {value}.</source>
        <translation>{name}は 0 以上にしてください ({value} は使えません)。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/options.py"/>
        <source>{name} must be above 0, not {value}.</source>
        <translation>{name}は 0 より大きくしてください ({value} は使えません)。</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>{name} {found} (too old: {needed} is needed)</source>
        <translation>{name} {found}（古すぎます。{needed} 以上が必要です）</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>{name}: one of two cells is empty beside “{cell}”.</source>
        <translation>{name}: 「{cell}」の隣の値が空です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>{name}: rows are pairs, but there are {n} cells.</source>
        <translation>{name}: 2列ずつの表ですが、値が{n}個あります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>{name}: {key} stands there twice.</source>
        <translation>{name}: {key}が2回書かれています。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{name}: {n} of {km} km in all, the longest {most} km</source>
        <translation>{name}: {n} 件、計 {km} km (最長 {most} km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>{name}: “{cell}” is no number.</source>
        <translation>{name}: 「{cell}」は数ではありません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>{number} items selected</source>
        <translation>{number}件を選択中</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{n} (+{few} small)</source>
        <translation>{n} (ほか小 {few})</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>{n} (their deadlines count anew)</source>
        <translation>{n} (期限を計画の初日から数え直し)</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>{n} bases say nothing of their zone; they are left out.</source>
        <translation>どの工区のものか分からない拠点が{n}件あり、除きました。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>{n} better</source>
        <translation>良くなる {n}</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>{n} cells of the field due are no dates (first: row {row}, “{text}”).</source>
        <translation>フィールド due に日付として読めない値が{n}件あります（最初：{row}行目「{text}」）。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>{n} cells of the field {name} are no amounts of work (first: row {row}, “{text}”).</source>
        <translation>項目 {name} の {n} 個の値が作業量として読めません (最初は {row} 行目「{text}」)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/plan_runs.py"/>
        <source>{n} damages are not in the store; their results are not kept there.</source>
        <translation>損傷 {n} 件はストアにないため、その結果は残しません。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/order.py"/>
        <source>{n} damages have neither a uuid nor a damage number (rows {rows}): they could not be ranked the same way twice. Give each one a number.</source>
        <translation>{n} 件の損傷に UUID も損傷番号もなく、いつも同じ順位にできません（{rows} 行目）。番号を付けてください。</translation>
    </message>
    <message>
        <location filename="../analysis/workplan/planning.py"/>
        <source>{n} damages have no amount of work (first: {first}). Enter it, or let it be assumed.</source>
        <translation>{n} 件の損傷に作業量がありません（最初は {first}）。入力するか、推定させてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>{n} damages have no band A, B or C (first: {first}).</source>
        <translation>優先度の区分がA・B・Cでない損傷が{n}件あります（最初：{first}）。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>{n} damages have no judgement; they are ranked as not judged: somebody has to go and look.</source>
        <translation>{n} 件の損傷に判定がありません。判定不能 (要現地) として順位を付けました。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>{n} damages of {years} years ({name})</source>
        <translation>損傷 {n} 件・{years} 年分（{name}）</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/prioritize.py"/>
        <source>{n} damages ranked as of {day}: {a} in band A, {b} in B, {c} in C; {top} always on top.</source>
        <translation>{day} 時点で {n} 件に順位を付けました: 優先帯A {a} 件、B {b} 件、C {c} 件。うち最優先 {top} 件。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan_inputs.py"/>
        <source>{n} damages say nothing of their city (first: {first}).</source>
        <translation>{n} 件の損傷に、市の記録がありません (最初は {first})。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/order.py"/>
        <source>{n} damages share their uuid or number with another one (rows {rows}). Import them anew, or take out the copies.</source>
        <translation>{n} 件の損傷の UUID または損傷番号が、ほかの損傷と重なっています（{rows} 行目）。取り込み直すか、重なりを除いてください。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>{n} damages without a date and {m} dated in the future are counted, but do not stretch the period.</source>
        <translation>日付のない損傷 {n} 件と未来の日付の損傷 {m} 件は、件数に入れ、期間の計算には使っていない。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>{n} days after its deadline {due} ({why})</source>
        <translation>期限 {due} の {n} 日後 ({why})</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{n} days overdue</source>
        <translation>期限超過{n}日</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>{n} deadlines had passed before the plan begins. Repairs done: {b} instead of {a}. Mean delay: {d} days instead of {c}.</source>
        <translation>{n} 件の期限は、計画の開始前に過ぎています。実施する補修: {a} 件 → {b} 件。平均の遅れ: {c} 日 → {d} 日。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>{n} errors are listed below the table. Save all the same?</source>
        <translation>表の下に誤りが {n} 件あります。このまま保存しますか。</translation>
    </message>
    <message>
        <location filename="../documents/standards_content.py"/>
        <source>{n} fewer</source>
        <translation>{n}件 減る</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{n} groups are longer than {km} km.</source>
        <translation>{n} 群が {km} km を超えています。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{n} groups asked for</source>
        <translation>指定した群の数 {n}</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{n} groups of {km} km in all.</source>
        <translation>{n} 群、計 {km} km。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>{n} groups of {km} km in all; dead running {pct} % (no grouping can have less than {bound} %).</source>
        <translation>{n} 群、計 {km} km。空走 {pct}% (どう編成しても {bound}% より少なくはなりません)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_routes.py"/>
        <source>{n} groups, {km} km in all: {why} {names}</source>
        <translation>{n} 群、計 {km} km: {why} {names}</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>{n} h</source>
        <translation>{n} 時間</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>{n} links across borders; {check} to be checked; {twice} sections drawn by two cities; {along} roads along a border; {open} ends at a border without a partner.</source>
        <translation>市境の連結 {n} 件、要確認 {check} 件、二重描画の区間 {twice}、境界道路 {along} 件、市境で相手のない端 {open} 件。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/labels.py"/>
        <location filename="../documents/standards_content.py"/>
        <source>{n} more</source>
        <translation>ほか{n}路線</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{n} more groups stand in the layer of the groups.</source>
        <translation>このほか {n} 群が「路線群」のレイヤーにあります。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{n} more requests</source>
        <translation>ほかに要望{n}件</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>{n} more rows stand in the workbook.</source>
        <translation>ほか {n} 行はブックにあります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>{n} more stand in the table of borders.</source>
        <translation>このほか {n} 組が「市境」の表にあります。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>{n} more stand in the workbook.</source>
        <translation>ほかの {n} 件は、ブックにあります。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{n} more standards differ</source>
        <translation>ほかに{n}項目の水準が異なる</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{n} of {all} border crossings lie inside a group.</source>
        <translation>市境の通過点 {all} か所のうち {n} か所が群の中でつながります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_inputs.py"/>
        <source>{n} of {all} damages to be repaired lie within {m} m of a section.</source>
        <translation>補修する損傷{all}件のうち{n}件が、区間から{m} m以内にあります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_checks.py"/>
        <source>{n} of {all} facilities count: within 30 m of a section.</source>
        <translation>施設{all}件のうち、区間から30 m以内の{n}件を数えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/joined.py"/>
        <source>{n} of {all} links are of sections that the network does not have, and count for nothing: {which}. Give the links of the same run.</source>
        <translation>連結 {all} 件のうち {n} 件は、路線網にない区間のもので、使いません：{which}。同じ実行の連結を指定してください。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>{n} of {all} repairs have no measured quantity: that of the table is assumed.</source>
        <translation>{all} 件の補修のうち {n} 件は、数量の記録がないため表の数量を仮定しました。</translation>
    </message>
    <message>
        <location filename="../documents/workplan_report.py"/>
        <source>{n} of {all} repairs stand in no table: what is typical of their kind, or of all, is assumed.</source>
        <translation>{all} 件の補修のうち {n} 件は表にないため、同じ種類 (なければ全体) の中央値を仮定しました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_checks.py"/>
        <source>{n} of {all} requests count: within 30 m of a section, and of the three fiscal years.</source>
        <translation>要望{all}件のうち、区間から30 m以内で対象の3か年度に当たる{n}件を数えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/group_wishes.py"/>
        <source>{n} of {all} sections of the existing grouping are not in the network: {which}.</source>
        <translation>既存の編成の区間 {all} 件のうち {n} 件は路線網にありません：{which}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/assigning.py"/>
        <source>{n} of {k} zones</source>
        <translation>{k}工区中{n}工区</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>{n} of {k} zones have bases of their own; the program chose centres for the others.</source>
        <translation>{k}工区のうち{n}工区に拠点があります。ほかの工区の中心はプログラムが選びました。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{n} passes a year, {yen} yen an hour</source>
        <translation>年 {n} 回の巡回、1時間 {yen} 円</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_checks.py"/>
        <source>{n} pieces of sections have no line and are left out: {names}.</source>
        <translation>線形がない区間の部分が{n}件あるため除きました：{names}。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>{n} repairs have no price in the table: the yen are too low by them.</source>
        <translation>補修 {n} 件は単価表に単価がない。その分、費用は少なく出ている。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>{n} repairs have no recorded size; the table's assumed quantity counts.</source>
        <translation>補修 {n} 件は大きさの記録がなく、単価表の仮の数量で計算した。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_checks.py"/>
        <source>{n} requests have no day that can be read (as 2026-05-31); where other days are known, they do not count.</source>
        <translation>受付日を読み取れない要望が{n}件あります（2026-05-31 の形にしてください）。ほかの要望の日付が分かる場合、これらは数えません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>{n} roads have standards of their own: they count, but stand in no table of cities.</source>
        <translation>独自の基準を持つ路線が {n} 本ある。件数には入れたが、市ごとの表には出ない。</translation>
    </message>
    <message>
        <location filename="../documents/groups_report.py"/>
        <source>{n} roads or islands of {km} km in all are below the shortest length.</source>
        <translation>最短延長に満たない道路・島が {n} 件、計 {km} km。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>{n} rows came in as one edit; nothing is saved yet.</source>
        <translation>{n} 行を1回の編集として取り込みました。まだ保存していません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/joined.py"/>
        <source>{n} rows without a section or node numbers cannot be used: {which}.</source>
        <translation>区間または節点番号のない {n} 行は使えません：{which}。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>{n} sections ({km} km) that no road joins are in no group; the reason of each says why.</source>
        <translation>道路でつながらない{n}区間（{km} km）はどの路線群にも入っていません。理由は区間ごとに示しています。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/words.py"/>
        <source>{n} sections ({km} km) that no road joins are put to it as the nearest group; ways to them are not counted.</source>
        <translation>道路でつながらない{n}区間（{km} km）を、最も近い群として含みます（そこへの移動は数えていません）。</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>{n} sections ({km} km) that no road joins were put to the nearest group; the ways to them are not counted as dead running.</source>
        <translation>道路でつながらない{n}区間（{km} km）を最も近い路線群に入れました。そこへの移動は空走に数えていません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/keeping.py"/>
        <source>{n} sections are not in the store; they are not kept there.</source>
        <translation>{n} 区間はストアにないため、残していません。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>{n} sections change their zone.</source>
        <translation>{n}区間の工区が変わります。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>{n} sections have a one-way direction that cannot be read, such as “{text}”: taken as two-way.</source>
        <translation>一方通行の向きを読み取れない区間が {n} 件あります(例：「{text}」)。両方向通行として扱います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>{n} sections have no city code; they are taken as roads of one more city.</source>
        <translation>市コードのない区間が {n} あります。別の一つの市の道路として扱います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_checks.py"/>
        <source>{n} sections have no city code; they are taken as roads of one more city: {names}.</source>
        <translation>市町村コードがない区間が{n}件あります。もう1つの市町村の道路として扱います：{names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>{n} sections have no road class; they are driven at the speed of other roads: {names}.</source>
        <translation>道路種別のない区間が{n}あります。その他の道路の速度で走るものとします: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/workload.py"/>
        <source>{n} sections have no road class; they count as other roads (weight {weight}): {names}.</source>
        <translation>道路種別のない区間が{n}あります。その他の道路(重み{weight})として数えます: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>{n} sections have no workload; they go with their surroundings: {names}.</source>
        <translation>業務量のない区間が{n}あります。周囲の工区に入れます: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>{n} sections of the existing zones are no longer in the network: {names}.</source>
        <translation>現在の工区の区間のうち{n}区間が路線網にありません: {names}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/inputs.py"/>
        <source>{n} sections that have vanished from their source are left out.</source>
        <translation>元データからなくなった {n} 区間は除きます。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>{n} sections with {share} % of the work are in no zone.</source>
        <translation>業務量の{share} %にあたる{n}区間は、どの工区にも入っていません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>{n} sections, {km} km, change hands: {share} % of all work.</source>
        <translation>担当が替わる区間は {n} 区間、{km} km (全業務量の {share}%)。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/sentences.py"/>
        <source>{n} sections, {km} km, change hands: {share} % of the city's work.</source>
        <translation>担当が替わる区間は {n} 区間、{km} km (市の業務量の {share}%)。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/dialogs.py"/>
        <source>{n} taken, {changing} of them change the common standard</source>
        <translation>{n} 件を採用（うち共通の値が変わるもの {changing} 件）</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <source>{n} through routes; {crossing} of them cross a border, at {crossed} places, {breaks} with a break in standard.</source>
        <translation>連続路線 {n} 本。うち {crossing} 本が {crossed} か所で市境を越え、{breaks} か所で基準が不連続です。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/window.py"/>
        <source>{n} values were put into the new common version; nothing is saved yet.</source>
        <translation>{n} 個の値を共通水準の新しい版に入れました。まだ保存していません。</translation>
    </message>
    <message>
        <location filename="../documents/scenarios_report.py"/>
        <source>{n} worse</source>
        <translation>悪くなる {n}</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/build_routes.py"/>
        <location filename="../processing_provider/network/link_borders.py"/>
        <source>{n} x {code}, e.g. {reason}</source>
        <translation>{code}: {n} 件。例: {reason}</translation>
    </message>
    <message>
        <location filename="../documents/workplan_words.py"/>
        <source>{n} yen</source>
        <translation>{n} 円</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>{n} zones are named ({names}), but only {k} are asked for.</source>
        <translation>{n}工区({names})が指定されていますが、工区数は{k}です。</translation>
    </message>
    <message>
        <location filename="../analysis/zones/assigning.py"/>
        <source>{n} zones are wanted, more than {most}.</source>
        <translation>{n}工区が指定されていて、{most}を超えます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>{n} zones, at most {dev} % off their wanted share, at most {longest} min from the base, {mean} min on average; travel is at most {gap} % above the least possible for these bases.</source>
        <translation>{n}工区。目標との差は最大{dev} %、拠点から最も遠い区間で{longest}分、平均{mean}分。移動時間は、この拠点で可能な最短との差が最大{gap} %です。</translation>
    </message>
    <message>
        <location filename="../documents/zones_report.py"/>
        <source>{n} zones: at most {dev} % off the wanted share of the work, at most {m} minutes from the base.</source>
        <translation>{n}工区: 業務量の目標との差は最大{dev} %、拠点から最も遠い区間で{m}分</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>{order} is not an axis order.</source>
        <translation>{order} という軸の順はありません。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>{path} cannot be written (read-only file or folder).</source>
        <translation>{path} に書き込めません(書き込み禁止のファイルまたはフォルダーです)。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>{path} exists already.</source>
        <translation>{path} はすでにあります。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>{path} is a folder, not a store.</source>
        <translation>{path} はフォルダーで、ストアではありません。</translation>
    </message>
    <message>
        <location filename="../layers/store/locks.py"/>
        <source>{path} is being written by another program.</source>
        <translation>{path} は別のプログラムが書き込み中です。</translation>
    </message>
    <message>
        <location filename="../layers/store/locks.py"/>
        <source>{path} is being written by {who}.</source>
        <translation>{path} は次の人が書き込み中です。{who}</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>{path} is not a GeoPackage or it is damaged: {reason}</source>
        <translation>{path} は GeoPackage ではないか、壊れています: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>{path} is not a folder.</source>
        <translation>{path} はフォルダーではありません。</translation>
    </message>
    <message>
        <location filename="../layers/store/petitioners.py"/>
        <source>{path} is not a petitioners' file of this plugin.</source>
        <translation>{path} はこのプラグインの要望者ファイルではありません。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>{path} is not a store of this plugin.</source>
        <translation>{path} はこのプラグインのストアではありません。</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>{path} is not a store of this plugin: {reason}</source>
        <translation>{path} はこのプラグインのストアではありません: {reason}</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be A, B or C, not {value}.</source>
        <translation>{path} は A・B・C のいずれかにしてください（今は {value}）。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be a list of lists of damage types.</source>
        <translation>{path} は、損傷種別の組の並びで書いてください。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be a list of tables with points, dt and ft.</source>
        <translation>{path} は、points・dt・ft を持つ表の並びで書いてください。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be a list, not {value}.</source>
        <translation>{path} は並び（リスト）で書いてください（今は {value}）。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be a number, not {value}.</source>
        <translation>{path} は数で書いてください（今は {value}）。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be a table of parameters, not {value}.</source>
        <translation>{path} は項目の表で書いてください（今は {value}）。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be a whole number from 1 to 5, not {value}.</source>
        <translation>{path} は 1 から 5 の整数にしてください（今は {value}）。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be a whole number, not {value}.</source>
        <translation>{path} は整数にしてください（今は {value}）。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be four rising numbers.</source>
        <translation>{path} は、しだいに大きくなる四つの数で書いてください。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must be more than 0.</source>
        <translation>{path} は 0 より大きくしてください。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must lie between {least} and {most}, but is {value}.</source>
        <translation>{path} は {least} から {most} の間にしてください（今は {value}）。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path} must not be below {least}, but is {value}.</source>
        <translation>{path} は {least} 以上にしてください（今は {value}）。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>{path} was made by a newer version of the plugin (model {theirs}; this one knows {ours}).</source>
        <translation>{path} は新しい版のプラグインで作られています(モデルの版 {theirs}。このプラグインの版は {ours})。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>{path} was made by an older version (model {theirs}; now {ours}).</source>
        <translation>{path} は古い版で作られています(モデルの版 {theirs}。今の版は {ours})。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path}: there is no such parameter{hint}.</source>
        <translation>{path}: そのような項目はありません{hint}。</translation>
    </message>
    <message>
        <location filename="../analysis/priority/preset.py"/>
        <source>{path}: {value} is not a code of {list}.</source>
        <translation>{path}: {value} はコード表 {list} にありません。</translation>
    </message>
    <message>
        <location filename="../analysis/network/tables.py"/>
        <source>{pct:.0f} % of the shorter section lies beside the other, {apart:.1f} m away.</source>
        <translation>短い方の区間の {pct:.0f} %が、もう一方に {apart:.1f} m の間隔で沿っています。</translation>
    </message>
    <message>
        <location filename="../analysis/network/borders.py"/>
        <source>{pct:.0f} % runs along the border; both cities have drawn it.</source>
        <translation>{pct:.0f} %が市境沿いで、両市が描いています。</translation>
    </message>
    <message>
        <location filename="../analysis/network/borders.py"/>
        <source>{pct:.0f} % runs along the border; one city has drawn it.</source>
        <translation>{pct:.0f} %が市境沿いで、一方の市が描いています。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>{plan}: a section has a workload below 0.</source>
        <translation>{plan}: 業務量が 0 未満の区間があります。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>{plan}: no section is in a zone.</source>
        <translation>{plan}: 工区に入る区間がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>{plan}: none of its sections is known.</source>
        <translation>{plan}: 知られている区間が一つもありません。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/reading.py"/>
        <source>{plan}: sections that stand there twice: {names}.</source>
        <translation>{plan}: 二度出てくる区間があります: {names}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>{plan}: the choice is not proven to be the best; it is at most {n} % short.</source>
        <translation>{plan}: 最適であることは証明されていません。上限との差は最大 {n} % です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/work_plan.py"/>
        <source>{plan}: {met} of {all} deadlines kept, {late} done late, {missed} missed, {done} of {n} repairs done.</source>
        <translation>{plan}: 期限 {all} 件のうち期限内 {met} 件、期限後 {late} 件、未実施 {missed} 件。補修 {n} 件のうち {done} 件を実施。</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/inputs.py"/>
        <source>{preset}, changed in the dialog</source>
        <translation>{preset} (画面で重みを変更)</translation>
    </message>
    <message>
        <location filename="../analysis/priority/words.py"/>
        <source>{reason}, {more}</source>
        <translation>{reason}、{more}</translation>
    </message>
    <message>
        <location filename="../analysis/zones/results.py"/>
        <source>{share:.1%} of the work is further than {limit:.0f} minutes from every base: no choice of zones reaches it in time.</source>
        <translation>業務量の{share:.1%}はどの拠点からも{limit:.0f}分を超えます。どう分けても時間内に届きません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/zone_results.py"/>
        <source>{share} % of the work instead of {target} %.</source>
        <translation>業務量の{share} % (目標は{target} %)。</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>{share}% of the cells are words of code list {list}</source>
        <translation>値の {share}% がコード表 {list} の語</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>{share}% of the cells read as {type}</source>
        <translation>値の {share}% が {type} として読める</translation>
    </message>
    <message>
        <location filename="../layers/propose/tables.py"/>
        <source>{share}% of the columns have a place in {table}</source>
        <translation>列の {share}% が「{table}」の項目に当たる</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>{share}% of the points lie in the city</source>
        <translation>点の {share}% が市の区域に入る</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>{side}: as in force on</source>
        <translation>{side}: この日に有効な基準</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>{side}: city (code)</source>
        <translation>{side}: 市(コード)</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>{side}: standards from</source>
        <translation>{side}: 基準の出どころ</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>{side}: store or workbook</source>
        <translation>{side}: ストアまたはワークブック</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_standards.py"/>
        <source>{side}: version</source>
        <translation>{side}: 版</translation>
    </message>
    <message>
        <location filename="../processing_provider/standards/compare_sources.py"/>
        <source>{store}, table of damages</source>
        <translation>{store} の損傷</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>{table} ({part})</source>
        <translation>{table}({part})</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>{table} has no item “{name}” that a file could fill.</source>
        <translation>{table}に、ファイルから入れられる項目「{name}」はありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>{table} needs places; the ledger has none.</source>
        <translation>{table}には位置が要りますが、この台帳にはありません。</translation>
    </message>
    <message>
        <location filename="../layers/planning/network_rows.py"/>
        <source>{table}: a row has no geometry.</source>
        <translation>{table}: 形状のない行があります。</translation>
    </message>
    <message>
        <location filename="../layers/review/subject.py"/>
        <source>{table}: row {row} of {file}</source>
        <translation>{table}: {file} の{row}行</translation>
    </message>
    <message>
        <location filename="../layers/review/subject.py"/>
        <source>{table}: the row is not in the store any more</source>
        <translation>{table}: 行は保存先にもうありません</translation>
    </message>
    <message>
        <location filename="../layers/planning/candidates.py"/>
        <location filename="../layers/planning/network_rows.py"/>
        <source>{table}: these stand there twice: {rows}.</source>
        <translation>{table}: 次の行が重複しています: {rows}。</translation>
    </message>
    <message>
        <location filename="../layers/planning/network_rows.py"/>
        <source>{table}: {column} has no code {codes}.</source>
        <translation>{table}: {column} にコード {codes} はありません。</translation>
    </message>
    <message>
        <location filename="../layers/planning/network_rows.py"/>
        <source>{table}: {column} is missing.</source>
        <translation>{table}: {column} がありません。</translation>
    </message>
    <message>
        <location filename="../layers/project/relations.py"/>
        <source>{table}: {field}</source>
        <translation>{table}:{field}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>{text} ({count} unread)</source>
        <translation>{text} (未読 {count})</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/words.py"/>
        <source>{text} ({number} items)</source>
        <translation>{text} ({number}件)</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>{title}: key</source>
        <translation>{title}: 番号の列</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>{title}: left out</source>
        <translation>{title}: 取り込まない</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>{title}: not proposed: {reason}</source>
        <translation>{title}: 案なし: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>{title}: places</source>
        <translation>{title}: 位置</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>{title}: read again</source>
        <translation>{title}: 読み直し</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>{title}: taken</source>
        <translation>{title}: 取り込む</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/layers.py"/>
        <source>{title}: {name} is a table without places on the map; nothing can be near it.</source>
        <translation>{title}: 「{name}」は位置を持たない表です。近くにあるかどうかを調べられません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>{title}: {table}</source>
        <translation>{title}: {table}</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing/propose_profile.py"/>
        <source>{title}: {table} ({confidence})</source>
        <translation>{title}: {table} ({confidence})</translation>
    </message>
    <message>
        <location filename="../layers/store/locks.py"/>
        <source>{user} on {host} since {since}: {what} (process {pid}, {program})</source>
        <translation>{user}さん(PC {host}、{since} から): {what}(プロセス {pid}、{program})</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/plot.py"/>
        <source>{value} {unit}: {repairs} repairs, {yen} yen a year (example prices)</source>
        <translation>{value} {unit}: 年 {repairs} 件、年 {yen} 円（例の単価）</translation>
    </message>
    <message>
        <location filename="../processing_provider/priority/sensitivity.py"/>
        <source>{verdict}: the first {k} overlap by {overlap} or more, rho is {rho} or more; {border} damages lie on a border of bands.</source>
        <translation>{verdict}: 上位 {k} 件の一致率は {overlap} 以上、順位相関 ρ は {rho} 以上。優先帯の境界にある損傷は {border} 件です。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>{ver} (from {first})</source>
        <translation>{ver}（{first} から）</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>{wanted} groups were asked for, {n} came out: pieces of the network that no road joins, and the bounds, allow no other number.</source>
        <translation>指定は{wanted}群ですが、{n}群になりました。道路でつながらない部分と延長の上下限のため、ほかの数にできません。</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>{what} (A)</source>
        <translation>{what} (A)</translation>
    </message>
    <message>
        <location filename="../ui/review_dock/detail.py"/>
        <source>{what} (R)</source>
        <translation>{what} (R)</translation>
    </message>
    <message>
        <location filename="../analysis/zones/checking.py"/>
        <source>{what} name zones that do not exist: {names}.</source>
        <translation>{what}に、存在しない工区があります: {names}。</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{what}, made safe: {city_a} {a}, {city_b} {b}</source>
        <translation>{what}の応急: {city_a}は{a}、{city_b}は{b}</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{what}, repaired for good: {city_a} {a}, {city_b} {b}</source>
        <translation>{what}の本復旧: {city_a}は{a}、{city_b}は{b}</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>{what}, {rows} rows</source>
        <translation>{what}、{rows} 行</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{what}: an emergency at {a} in {city_a}, at {b} in {city_b}</source>
        <translation>{what}: {city_a}は {a} で緊急、{city_b}は {b}</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{what}: watched from {a} in {city_a}, from {b} in {city_b}</source>
        <translation>{what}: {city_a}は {a} から経過観察、{city_b}は {b}</translation>
    </message>
    <message>
        <location filename="../analysis/routes/breaks.py"/>
        <source>{what}: {city_a} repairs at {a}, {city_b} at {b}</source>
        <translation>{what}: {city_a} {a} で補修、{city_b} {b}</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/model.py"/>
        <source>{where}: {text}</source>
        <translation>{where}: {text}</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_tables.py"/>
        <source>{who}, as far as before</source>
        <translation>{who}、遠さは同じ</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_tables.py"/>
        <source>{who}, {n} min farther</source>
        <translation>{who}、{n}分 遠くなる</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/scenario_tables.py"/>
        <source>{who}, {n} min nearer</source>
        <translation>{who}、{n}分 近くなる</translation>
    </message>
    <message>
        <location filename="../analysis/groups/grouping.py"/>
        <source>{yen} yen an hour is only an example: enter your own.</source>
        <translation>1時間{yen}円は例です。実際の単価を入力してください。</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/changes.py"/>
        <source>{zone} (new)</source>
        <translation>{zone} (新設)</translation>
    </message>
    <message>
        <location filename="../analysis/scenarios/changes.py"/>
        <source>{zone} (was {base})</source>
        <translation>{zone} (旧 {base})</translation>
    </message>
    <message>
        <location filename="../processing_provider/zones/assign_zones.py"/>
        <source>{zone}: {km} km, {share} % of the work, {dev} % off, longest travel {m} min</source>
        <translation>{zone}: {km} km、業務量の{share} % (目標との差{dev} %)、最遠{m}分</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>– no such level</source>
        <translation>– その段階なし</translation>
    </message>
    <message>
        <location filename="../ui/wizard/ledgers_page.py"/>
        <source>— choose what it is —</source>
        <translation>— 何の台帳か選ぶ —</translation>
    </message>
    <message>
        <location filename="../ui/wizard/codes_tab.py"/>
        <source>— choose —</source>
        <translation>— 選ぶ —</translation>
    </message>
    <message>
        <location filename="../ui/wizard/city_page.py"/>
        <source>— files of areas, joined into one —</source>
        <translation>— 区域のファイルをひとつに合わせる —</translation>
    </message>
    <message>
        <location filename="../ui/wizard/entries.py"/>
        <source>— undecided —</source>
        <translation>— 未定 —</translation>
    </message>
    <message>
        <location filename="../layers/export/package.py"/>
        <source>“{city}” is not in the store. It holds: {choices}</source>
        <translation>「{city}」はストアにありません。ある市: {choices}</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>“{column}” fits the same field better</source>
        <translation>同じ項目には「{column}」のほうが合う</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>“{column}” holds personal data; correct it in the file itself.</source>
        <translation>「{column}」には個人情報があります。元のファイルで直してください。</translation>
    </message>
    <message>
        <location filename="../layers/store/geopackage.py"/>
        <source>“{crs}” is not a known CRS.</source>
        <translation>「{crs}」という座標系はありません。</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>“{key}” is missing</source>
        <translation>「{key}」がありません</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>“{key}” is not known in {where}{hint}</source>
        <translation>「{key}」は {where} では使えません{hint}</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>“{key}” must be a list of texts</source>
        <translation>「{key}」は ["…", "…"] の形の文字列の並びで書いてください</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>“{key}” must be a table</source>
        <translation>「{key}」は表(波括弧で囲んだ形、または [見出し] の形)で書いてください</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>“{key}” must be a text in quotes</source>
        <translation>「{key}」は引用符で囲んだ文字列にしてください</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>“{label}” identifies the rows; a personal column cannot. Choose another key first.</source>
        <translation>「{label}」は行を見分ける列です。個人情報の列は使えないので、先に別の列を選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>“{label}” is not a column of codes.</source>
        <translation>「{label}」はコードの列ではありません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>“{label}” is not an item of the table.</source>
        <translation>「{label}」は表の項目になっていません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft.py"/>
        <source>“{label}” is personal data.</source>
        <translation>「{label}」は個人情報です。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>“{label}” is undecided.</source>
        <translation>「{label}」が決まっていません。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_columns.py"/>
        <source>“{label}” is undecided: choose what it is.</source>
        <translation>「{label}」は未定です。何の項目か選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/draft_check.py"/>
        <source>“{label}”: {count} words without a code ({rows} rows)</source>
        <translation>「{label}」: コードのない語 {count} ({rows} 行)</translation>
    </message>
    <message>
        <location filename="../layers/planning/presets.py"/>
        <source>“{name}” cannot be the name of a preset.</source>
        <translation>「{name}」は設定の名前にできません。</translation>
    </message>
    <message>
        <location filename="../layers/review/actions.py"/>
        <source>“{name}” is not in conflict.</source>
        <translation>「{name}」は衝突していません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/workbook.py"/>
        <source>“{never}” in a city's cell: there is no such level here, though the common standard has one.</source>
        <translation>市のセルの「{never}」: 共通の水準にはあるが、この市では設けない段階です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/network/files.py"/>
        <source>“{output}” would be written over “{other}” ({file}). Choose another file for it.</source>
        <translation>「{output}」の出力先が「{other}」と同じで、上書きされてしまいます({file})。別のファイルを指定してください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/package.py"/>
        <source>“{part}” holds a document type definition; Excel never writes one.</source>
        <translation>「{part}」に文書型定義(DTD)があります。Excel が書くことはないものです。</translation>
    </message>
    <message>
        <location filename="../layers/readers/package.py"/>
        <source>“{part}” would unpack to {size} MB from {packed} MB; that is no ordinary table.</source>
        <translation>「{part}」は {packed} MB から {size} MB に膨らみます。ふつうの表ではありません。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/agreement.py"/>
        <source>“{part}”: more than {most} values.</source>
        <translation>「{part}」: 値が {most} 個を超えます。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/agreement.py"/>
        <source>“{part}”: there is no common standard {std}.</source>
        <translation>「{part}」: 共通の基準 {std} がありません。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/agreement.py"/>
        <source>“{part}”: write it like S01.repair=2-10 or S01.repair=3,4,5.</source>
        <translation>「{part}」: S01.repair=2-10 または S01.repair=3,4,5 の形で書いてください。</translation>
    </message>
    <message>
        <location filename="../analysis/standards/agreement.py"/>
        <source>“{part}”: {cell} is no threshold; there are {names}.</source>
        <translation>「{part}」: {cell} はしきい値ではありません。使えるのは {names} です。</translation>
    </message>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source>“{pattern}” is not a valid pattern: {reason}</source>
        <translation>「{pattern}」は正しいパターンではありません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/review/reading.py"/>
        <source>“{text}” cannot be read as {field}.</source>
        <translation>「{text}」を「{field}」として読み取れません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/cells.py"/>
        <source>“{text}” contradicts the row's comparison.</source>
        <translation>「{text}」は、その行の比較(以上・以下)と合いません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/cells.py"/>
        <source>“{text}” excludes the value itself; a level includes it (以上, 以下).</source>
        <translation>「{text}」はその値を含みません。段階は値を含みます(以上・以下)。</translation>
    </message>
    <message>
        <location filename="../layers/standards/cells.py"/>
        <location filename="../layers/standards/workbook.py"/>
        <source>“{text}” is a formula or its error; write the value itself.</source>
        <translation>「{text}」は数式、またはそのエラーです。値そのものを書いてください。</translation>
    </message>
    <message>
        <location filename="../layers/standards/cells.py"/>
        <source>“{text}” is a range; a level has one value.</source>
        <translation>「{text}」は範囲です。段階の値は一つにしてください。</translation>
    </message>
    <message>
        <location filename="../layers/standards/cells.py"/>
        <source>“{text}” is no date.</source>
        <translation>「{text}」は日付ではありません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/cells.py"/>
        <source>“{text}” is no number in {unit}.</source>
        <translation>「{text}」は{unit}の数値ではありません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/cells.py"/>
        <source>“{text}” is no number.</source>
        <translation>「{text}」は数値ではありません。</translation>
    </message>
    <message>
        <location filename="../layers/standards/cells.py"/>
        <source>“{text}” is not in the list {label}.</source>
        <translation>「{text}」は「{label}」の一覧にありません。</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>… of these judged under both standards</source>
        <translation>…うち両方の基準で判定できた</translation>
    </message>
    <message>
        <location filename="../documents/standards_explained.py"/>
        <source>− no longer to be repaired</source>
        <translation>− 補修しなくなる</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/whatif.py"/>
        <source>▲ judged worse than before, ▼ judged better.</source>
        <translation>▲ 判定が重くなる件数、▼ 判定が軽くなる件数。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>▲ stricter</source>
        <translation>▲ 厳しい</translation>
    </message>
    <message>
        <location filename="../documents/standards_report.py"/>
        <source>▲▼: in how many values the city is stricter or looser now than agreed.</source>
        <translation>▲▼は、その市の今の値が合意後より厳しい・緩い項目の数。</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>▼ looser</source>
        <translation>▼ 緩い</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/frame.py"/>
        <source>◆ other</source>
        <translation>◆ 相違</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>✎ correcting a stored version</source>
        <translation>✎ 保存済みの版を訂正中</translation>
    </message>
    <message>
        <location filename="../ui/standards_editor/versions.py"/>
        <source>✎ new version, not saved yet</source>
        <translation>✎ 新しい版を編集中（未保存）</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>✓ required by the model</source>
        <translation>✓ モデルで必須の項目</translation>
    </message>
</context>
</TS>
