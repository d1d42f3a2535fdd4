<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Gunmane</name>
    <message>
        <location filename="../layers/profile_check.py"/>
        <source> (did you mean “{word}”?)</source>
        <translation>(「{word}」ではありませんか)</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>(empty)</source>
        <translation>(空欄)</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>* provisional: an answer that is still out could raise the class</source>
        <translation>* 暫定: 未回答の市の回答しだいで区分が上がりうる</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>, </source>
        <translation>・</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <location filename="../processing_provider/export_unified.py"/>
        <location filename="../processing_provider/importing.py"/>
        <location filename="../processing_provider/load_unified_map.py"/>
        <location filename="../processing_provider/propose_profile.py"/>
        <location filename="../processing_provider/update_store.py"/>
        <source>1 Data: several cities, one map</source>
        <translation>1 データ: 複数の市を一つの地図に</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>A GeoJSON of municipal boundaries with city_code, for cities that the plugin does not ship.</source>
        <translation>プラグインに境界が入っていない市のための、市区町村の境界の GeoJSON(項目 city_code が必要)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>A GeoJSON with city_code: coordinates, axis order and datum are checked against it. Without it the files' own statements are taken, flagged as unchecked.</source>
        <translation>city_code を持つ GeoJSON。座標・軸の順・測地系をこれで確かめます。ないときはファイルの記載のままとし、未確認の印を付けます。</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>A cell merged over several rows; its value was taken for each row.</source>
        <translation>複数の行にまたがる結合セルです。値を各行に入れました。</translation>
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
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>A page with a heat map, to read and to print.</source>
        <translation>読んで印刷できるページ(ヒートマップ付き)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>A place may lie so far outside its city before it is reported.</source>
        <translation>この距離までは、市の外にあっても知らせません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>A point for each finding, in the store's CRS, with the row, the source's file and line, what is wrong in words, and the remedy.</source>
        <translation>見つかったこと一つに点一つ。座標系は統一ストアと同じ。対象の行、元のファイルと行番号、何がおかしいか、直し方が付きます。</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <source>A quotation mark is opened and never closed.</source>
        <translation>引用符が開いたまま閉じられていません。</translation>
    </message>
    <message>
        <location filename="../layers/importing.py"/>
        <source>A store keeps its CRS; leave the parameter empty or make a new store.</source>
        <translation>ストアの座標系は後から変えられません。この欄を空にするか、新しいストアを作ってください。</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>A store that exists keeps the CRS that it was made with.</source>
        <translation>すでにあるストアの座標系は、作成時のまま変わりません。</translation>
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
        <location filename="../documents/layout.py"/>
        <source>Adopted plan</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>All findings</source>
        <translation>見つかったことの合計</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>All items</source>
        <translation>全項目</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>An end that stops so near to another line was probably meant to join it. It must be larger than the distance of joined ends.</source>
        <translation>ほかの線のこの距離まで来て止まっている端は、つなぐはずだったとみなします。「つながっているとみなす距離」より大きくしてください。</translation>
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
        <location filename="../layers/export_notes.py"/>
        <source>Attribution, licence</source>
        <translation>出典表示・利用条件</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>Background</source>
        <translation>参考</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>Basics</source>
        <translation>基本</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <location filename="../layers/readers/delimited.py"/>
        <source>Byte {offset} cannot be decoded.</source>
        <translation>{offset} バイト目が文字として読めません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <location filename="../ui/options_page.py"/>
        <source>CRS of a new store</source>
        <translation>新しいストアの座標系</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Cancelled. Nothing was written.</source>
        <translation>中止しました。何も書き込んでいません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>Cancelled. What was being imported was taken back; nothing is half done.</source>
        <translation>中止しました。取り込み中だった分は取り消しました。中途半端に残ったものはありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>中止しました。何も書き込んでいません。</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>Cannot write to {folder}: {error}</source>
        <translation>{folder} に書き込めません: {error}</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Cells</source>
        <translation>元データ</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Changed</source>
        <translation>変更</translation>
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
        <location filename="../processing_provider/check_data.py"/>
        <source>Check the data</source>
        <translation>データを検査する</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
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
        <location filename="../layers/store.py"/>
        <source>Choose a store that was made by an import, or a new file name.</source>
        <translation>取込で作られたストアを選ぶか、新しいファイル名を付けてください。</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>Choose another folder, or allow overwriting.</source>
        <translation>別のフォルダーを選ぶか、上書きを許可してください。</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>Choose another folder, or free some space.</source>
        <translation>別のフォルダーを選ぶか、空き容量を増やしてください。</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>Choose at least one format.</source>
        <translation>形式を一つ以上選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>Choose the store (.gpkg) that an import made.</source>
        <translation>取込で作られたストア(.gpkg)を選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Cities</source>
        <translation>市</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>Cities not imported</source>
        <translation>取り込めなかった市の数</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>City (code or name)</source>
        <translation>市 (コードまたは名前)</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>City borders</source>
        <translation>市境</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>City boundaries</source>
        <translation>市の境界</translation>
    </message>
    <message>
        <location filename="../processing_provider/import_city.py"/>
        <source>City profile</source>
        <translation>市のプロファイル</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Class</source>
        <translation>区分</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Classes of items</source>
        <translation>項目の区分</translation>
    </message>
    <message>
        <location filename="../ui/help.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Close it there, or copy it to another folder.</source>
        <translation>開いているソフトで閉じるか、別のフォルダーにコピーしてください。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Code with 5 or 6 digits, or the name as in the boundary file. Empty: as the files themselves say.</source>
        <translation>5桁か6桁のコード、または境界ファイルにある名前。空欄ならファイルの記載から。</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Codes or names, separated by commas; empty: all cities.</source>
        <translation>市コードか市名をコンマ区切りで。空欄なら全市。</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>Column {number} has no label.</source>
        <translation>{number} 列目に見出しがありません。</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Columns</source>
        <translation>列</translation>
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
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Columns to be decided</source>
        <translation>未確定の列</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/propose_profile.py"/>
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
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Columns without place and reason</source>
        <translation>置き場所も理由もない列の数</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Compare the cities' data items</source>
        <translation>各市のデータ項目を比べる</translation>
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
        <location filename="../documents/import_report.py"/>
        <location filename="../layers/export_notes.py"/>
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
        <location filename="../processing_provider/update_store.py"/>
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
        <location filename="../documents/coverage_report.py"/>
        <source>Coverage</source>
        <translation>網羅率</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Coverage as a table</source>
        <translation>項目対応(表)</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Coverage as a workbook</source>
        <translation>項目対応(Excel)</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Coverage of the data items</source>
        <translation>データ項目の網羅状況</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Coverage report</source>
        <translation>項目対応レポート</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Damages</source>
        <translation>損傷</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Damages only</source>
        <translation>損傷のみ</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Dates after this day are reported as lying in the future. Empty: today.</source>
        <translation>この日より後の日付を「未来」として知らせます。空欄なら今日。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Day of the check</source>
        <translation>検査の基準日</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Department shown on printed maps</source>
        <translation>印刷する地図に載せる作成課</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Done, not ours</source>
        <translation>完了・対象外</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Duplicates: days</source>
        <translation>重複とみなす日数</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Duplicates: distance (m)</source>
        <translation>重複とみなす距離 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Each finding names the file and row of the source: mend it there and import again, so that it does not come back. Coordinates in brackets are those of the road or city, where the row has no place of its own.</source>
        <translation>元のファイルと行番号を示します。元の台帳を直してもう一度取り込むと、同じことは出なくなります。かっこ付きの座標は、行に位置がないための、道路か市の目安です。</translation>
    </message>
    <message>
        <location filename="../processing_provider/unify_cities.py"/>
        <source>Each sub-folder is named by the city's code or as the city's profile says.</source>
        <translation>サブフォルダーの名前は、市コードか、その市のプロファイルに書いた名前にします。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Ends of lines that lie so near count as joined.</source>
        <translation>この距離までの端は、つながっているとみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <source>English</source>
        <translation>英語</translation>
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
        <location filename="../layers/project/furniture.py"/>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Examples (file row: as written → as stored)</source>
        <translation>例(ファイル 行: 元の値 → 保存した値)</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel ブック (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>Expected columns that are not there: {columns}</source>
        <translation>あるはずの列がありません: {columns}</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Export the unified data for others</source>
        <translation>統一データを外部提供用に書き出す</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Facilities</source>
        <translation>施設</translation>
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
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>File by file: table, columns, places, how sure and why, and what a person must decide.</source>
        <translation>ファイルごとの表・列・位置と、確信度、理由、人が決めること。</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Files are written when all are complete. Metadata and a description are always added.</source>
        <translation>すべて作り終えてから書き込みます。メタデータと説明は必ず付きます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Files or folders of the city</source>
        <translation>市のファイルまたはフォルダー</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Files that no ledger of the profile claims</source>
        <translation>プロファイルのどの台帳にも当たらないファイル</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Files written</source>
        <translation>書き出したファイル数</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Fill rate %</source>
        <translation>充足率%</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Filled</source>
        <translation>記入率</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Finding</source>
        <translation>見つかったこと</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Findings</source>
        <translation>見つかったこと</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Findings that are almost certainly wrong</source>
        <translation>ほぼ確実な誤りの数</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Findings that are wrong for certain</source>
        <translation>確かな誤りの数</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <location filename="../processing_provider/unify_cities.py"/>
        <source>Folder of profiles</source>
        <translation>プロファイルのフォルダー</translation>
    </message>
    <message>
        <location filename="../processing_provider/import_city.py"/>
        <source>Folder of the city's files</source>
        <translation>市のファイルのフォルダー</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Folder of the package</source>
        <translation>パッケージのフォルダー</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Folder of your own city profiles</source>
        <translation>自分の市のプロファイルを置くフォルダー</translation>
    </message>
    <message>
        <location filename="../processing_provider/unify_cities.py"/>
        <source>Folder with a sub-folder for each city</source>
        <translation>市ごとのサブフォルダーが入ったフォルダー</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>For GIS. Coded columns have a second column with the words.</source>
        <translation>GIS 用。コードの列の隣に名称の列があります。</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Formats</source>
        <translation>形式</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>Free some space or choose another folder, then try again.</source>
        <translation>空きを作るか、別のフォルダーを選んで、もう一度実行してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <location filename="../ui/options_page.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>GeoPackage for GIS, GeoJSON for web maps, CSV for spreadsheets, Open311 for request systems.</source>
        <translation>GeoPackage は GIS、GeoJSON はウェブ地図、CSV は表計算、Open311 は通報システム用。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>Give a GeoJSON file in longitude and latitude with the fields city_code and name_ja.</source>
        <translation>項目 city_code と name_ja を持つ、経緯度の GeoJSON ファイルを指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Give a store, a folder of profiles, or both.</source>
        <translation>ストアかプロファイルのフォルダー、または両方を指定してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Give at least one file or folder.</source>
        <translation>ファイルかフォルダーを一つ以上指定してください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/ledgers.py"/>
        <source>Give csv, xlsx, shp, gpkg, geojson or kml files, or a folder that holds some.</source>
        <translation>csv、xlsx、shp、gpkg、geojson、kml のファイル、またはそれらを含むフォルダーを指定してください。</translation>
    </message>
    <message>
        <location filename="../layers/propose/city.py"/>
        <source>Give the city's code (5 or 6 digits), or its name together with a boundary file.</source>
        <translation>市コード (5桁か6桁) を指定するか、市の名前と境界ファイルを指定してください。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>Give the code with five digits, or with six and the right check digit.</source>
        <translation>5桁のコードか、検査数字の正しい6桁のコードにしてください。</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <location filename="../plugin.py"/>
        <location filename="../processing_provider/load_unified_map.py"/>
        <location filename="../processing_provider/provider.py"/>
        <location filename="../ui/options_page.py"/>
        <location filename="../ui/sample.py"/>
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
        <location filename="../processing_provider/check_data.py"/>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <location filename="../processing_provider/importing.py"/>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML ファイル (*.html)</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <source>Header row</source>
        <translation>見出し行</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>How far apart one city may have drawn one road twice. Wider, and roads with two carriageways are found as well.</source>
        <translation>一つの市が同じ道路を二度描いたとみなす間隔。広げると、上下線が分かれた道路も出ます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>How far apart two cities may have drawn one road.</source>
        <translation>二つの市が同じ道路を描いたとみなす間隔。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>How much of the shorter line must lie along the other.</source>
        <translation>短い方の線の何割が、もう一方に沿っていれば同じ道路とみなすか。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>How the files were read</source>
        <translation>ファイルの読み方</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>How to read it</source>
        <translation>読み方</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>Import a city first, or choose the store (.gpkg) that an import made.</source>
        <translation>先に市のデータを取り込むか、取込で作られたストア(.gpkg)を選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>Import into a new store, or migrate this one.</source>
        <translation>新しいストアに取り込むか、このストアを移行してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/import_city.py"/>
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
        <location filename="../processing_provider/importing.py"/>
        <source>Import report</source>
        <translation>取込レポート</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Import several cities together…</source>
        <translation>複数の市をまとめて取り込む…</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Imported at (UTC)</source>
        <translation>取込日時 (UTC)</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>Importing the sample; the map opens by itself in about a minute.</source>
        <translation>サンプルを取り込んでいます。1分ほどで地図が開きます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>In Desktop the project is opened. A project with unsaved changes is never replaced.</source>
        <translation>デスクトップではプロジェクトがそのまま開きます。保存していない変更のあるプロジェクトと入れ替わることはありません。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>In words</source>
        <translation>内容</translation>
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
        <location filename="../documents/coverage_report.py"/>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Items</source>
        <translation>項目一覧</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Items compared</source>
        <translation>比べた項目数</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Items that fewer rows fill are marked △ (in part).</source>
        <translation>充足率がこれより低い項目は △ (一部) になります。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Items to adopt in the trial (essential, advised, or required by the model)</source>
        <translation>試行環境に採用する項目(必須・推奨、またはモデルで必須)</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Its rows tell how full each item is. Without it only the profiles are compared.</source>
        <translation>実際の行から充足率を計算します。指定しなければプロファイルだけを比べます。</translation>
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
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Joined ends (m)</source>
        <translation>つながっているとみなす距離 (m)</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Joint road maintenance map: whole area</source>
        <translation>道路維持管理 共同地図(全域)</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Kept</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Key</source>
        <translation>行の識別</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Kind</source>
        <translation>種類</translation>
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
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Largest gap (m)</source>
        <translation>すき間とみなす最大距離 (m)</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <source>Ledger</source>
        <translation>台帳</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>Ledgers</source>
        <translation>台帳</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/propose_profile.py"/>
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
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Ledgers without a place</source>
        <translation>当てはまる表のない台帳</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Legend</source>
        <translation>凡例</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>Linked rows</source>
        <translation>関連</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Load the unified map again: it brings its layout.</source>
        <translation>統合地図を読み込み直してください。レイアウトも作られます。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Longitude and latitude, {datum} [{code}]</source>
        <translation>経緯度、{datum} [{code}]</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>Look at both orders on the map and write order = "survey" or "math" in the profile.</source>
        <translation>両方の読み方を地図で見比べ、プロファイルに order = "survey"(X が北)または "math"(X が東)と書いてください。</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Made at (UTC)</source>
        <translation>作成日時 (UTC)</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Made by</source>
        <translation>作成ソフト</translation>
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
        <location filename="../documents/import_report.py"/>
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
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>Make the unified map</source>
        <translation>統合地図を作る</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Mark</source>
        <translation>判定</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Meaning</source>
        <translation>意味</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>Measures</source>
        <translation>測定</translation>
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
        <location filename="../layers/petitioners.py"/>
        <source>Move it away, or choose another store.</source>
        <translation>それを別の場所に移すか、別のストアを選んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/unify_cities.py"/>
        <source>Name the sub-folders by city code or as the profiles say: {names}.</source>
        <translation>サブフォルダーの名前を、市コードか、プロファイルに書いた名前にしてください: {names}</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Names, telephone numbers and addresses of petitioners are never given away.</source>
        <translation>要望者の氏名・電話・住所などの個人情報は一切含みません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>No coordinate system is stated.</source>
        <translation>座標系が書かれていません。</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
        <source>No file matches {patterns}.</source>
        <translation>{patterns} に当たるファイルがありません。</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
        <source>No file of the profile was found in {folder}.</source>
        <translation>{folder} に、プロファイルに書いたファイルが一つもありません。</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>No profile (*.toml) was found in {folder}.</source>
        <translation>{folder} にプロファイル(*.toml)がありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/unify_cities.py"/>
        <source>No profile is for these sub-folders; they were left out: {names}</source>
        <translation>次のサブフォルダーは、対応するプロファイルがないため読みませんでした: {names}</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/crs.py"/>
        <source>No reliable transformation is known from {start} to {end}; a rough one would move everything by hundreds of metres without a word.</source>
        <translation>{start} から {end} への確かな変換方法がありません。概略の変換では、気付かないうちに数百m ずれてしまいます。</translation>
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
        <location filename="../processing_provider/unify_cities.py"/>
        <source>No sub-folder of {folder} belongs to a profile.</source>
        <translation>{folder} には、プロファイルに対応するサブフォルダーがありません。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>None of the files has a place in the model:
{listed}</source>
        <translation>統一モデルに当てはまるファイルがありません:
{listed}</translation>
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
        <location filename="../layers/city_import.py"/>
        <source>Not kept, because the city's import was given up.</source>
        <translation>この市の取込を取りやめたため、保存していません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Nothing differed from the last import; nothing was written.</source>
        <translation>前回の取込から変わったところはなく、何も書き込みませんでした。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Nothing was found.</source>
        <translation>見つかったことはありません。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>Numbers are read as the sheet shows them ({format}).</source>
        <translation>数値は表の表示形式({format})のとおりに読みます。</translation>
    </message>
    <message>
        <location filename="../processing_provider/unify_cities.py"/>
        <source>One TOML file a city. Empty: the profiles that the plugin ships.</source>
        <translation>一つの市に一つの TOML ファイル。空欄なら、プラグインに付属のプロファイルを使います。</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>One line an item, for other programs.</source>
        <translation>一項目一行。他のプログラム用。</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Only these cities</source>
        <translation>対象の市</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>Only try (write nothing)</source>
        <translation>試すだけ (何も書かない)</translation>
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
        <location filename="../layers/readers/package.py"/>
        <source>Open the file in Excel, delete empty rows and columns, and save it as csv.</source>
        <translation>Excel で開き、不要な行と列を消して、csv で保存してください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>Open the map when it is made</source>
        <translation>できた地図を開く</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Open the map…</source>
        <translation>地図を開く…</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Open the sample</source>
        <translation>サンプルを開く</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Other city</source>
        <translation>相手の市</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Other number</source>
        <translation>相手の番号</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Other roads</source>
        <translation>その他の道路</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Other uuid</source>
        <translation>相手のuuid</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Otherwise a folder that already holds a package is refused.</source>
        <translation>許可しなければ、同じ名前のファイルがあるフォルダーには書き込みません。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Outside the city by (m)</source>
        <translation>市の外とみなす距離 (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Overwrite files of the same names</source>
        <translation>同じ名前のファイルを上書きする</translation>
    </message>
    <message>
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>PDF or picture (*.pdf *.png)</source>
        <translation>PDF または画像 (*.pdf *.png)</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>PROJ's database of coordinate systems cannot be found.</source>
        <translation>座標系のデータベース(PROJ の proj.db)が見つかりません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>Partial below this fill rate (%)</source>
        <translation>「一部」とする充足率の上限 (%)</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Personal columns</source>
        <translation>個人情報の列</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
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
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Plan {plan_id}</source>
        <translation>計画 {plan_id}</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>Plans and agreements</source>
        <translation>計画・協定</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
        <source>Please report this with the kind of file; the other ledgers were imported.</source>
        <translation>ファイルの種類を添えて、プラグインの作成者に知らせてください。ほかの台帳は取り込みました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>Print of the whole area</source>
        <translation>全域の印刷</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Profiles (*.toml)</source>
        <translation>取込設定 (*.toml)</translation>
    </message>
    <message>
        <location filename="../processing_provider/import_city.py"/>
        <source>Profiles (*.toml);;All files (*)</source>
        <translation>プロファイル (*.toml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Propose a city profile</source>
        <translation>取込設定の案を作る</translation>
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
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Proposed profile</source>
        <translation>取込設定の案</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>Proposed profile of {city}. Check every line before the first import.</source>
        <translation>{city}の取込設定の案。最初の取込の前に、すべての行を確認してください。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Provisional</source>
        <translation>暫定</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
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
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>QGIS project</source>
        <translation>QGIS プロジェクト</translation>
    </message>
    <message>
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>QGIS projects (*.qgz)</source>
        <translation>QGIS プロジェクト (*.qgz)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Quality report</source>
        <translation>品質レポート</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>RFC 7946, longitude and latitude; one file a table. Tables without any place are not among them.</source>
        <translation>RFC 7946、経度・緯度。一表一ファイル。位置が一つもない表は含みません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
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
        <location filename="../layers/readers/engine.py"/>
        <source>Reading map files needs pyogrio or fiona.</source>
        <translation>地図ファイルを読むには pyogrio または fiona が必要です。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Reading xlsx needs openpyxl.</source>
        <translation>xlsx を読むには openpyxl が必要です。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Reference</source>
        <translation>参考図</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>Remove the write protection, or choose another place for the store.</source>
        <translation>書き込み禁止を解除するか、ストアを別の場所に置いてください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>Report of the proposal</source>
        <translation>案の報告書</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>Reports what an import would do. The store is not touched.</source>
        <translation>取り込んだ場合の結果を報告するだけで、ストアには手を付けません。</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Requests</source>
        <translation>要望</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Requests only</source>
        <translation>要望のみ</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Requests or damages of one kind that are so many days apart may be one event.</source>
        <translation>同じ種類の要望・損傷が、この日数までの間にあれば、同じ件かもしれないとみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Requests or damages of one kind that lie so near may be one event.</source>
        <translation>同じ種類の要望・損傷が、この距離までにあれば、同じ件かもしれないとみなします。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Required</source>
        <translation>必須✓</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Road register</source>
        <translation>道路台帳図</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>Roads</source>
        <translation>道路</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>Roads, facilities, damages and requests of several cities on one map.</source>
        <translation>複数の市の道路・施設・損傷・要望を一枚の地図にまとめたもの。</translation>
    </message>
    <message>
        <location filename="../layers/project/relations.py"/>
        <source>Route name</source>
        <translation>路線名</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>Row {row} holds only units; it is not data.</source>
        <translation>{row} 行目は単位だけの行のため、データとして扱いません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/export_notes.py"/>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Rows checked</source>
        <translation>調べた行数</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>Rows kept</source>
        <translation>保存した行</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>Rows read</source>
        <translation>読み取った行</translation>
    </message>
    <message>
        <location filename="../ui/sample.py"/>
        <source>Rows read {read}, kept {kept}, set aside {aside}. &lt;a href='{link}'&gt;Where the report is&lt;/a&gt;</source>
        <translation>読取 {read} 行、保存 {kept} 行、保留 {aside} 行。&lt;a href='{link}'&gt;レポートのある場所&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>Rows repaired</source>
        <translation>修正した行</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <location filename="../processing_provider/importing.py"/>
        <source>Rows set aside</source>
        <translation>保留した行</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Rows set aside at the import</source>
        <translation>取込時の保留行</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>Rows skipped</source>
        <translation>対象外とした行</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Rows that have vanished from their source</source>
        <translation>元から消えた行</translation>
    </message>
    <message>
        <location filename="../processing_provider/export_unified.py"/>
        <source>Rows written</source>
        <translation>書き出した行数</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>Run “Update an older store”; a copy of the old file is kept.</source>
        <translation>「古いストアを更新する」を実行してください。元のファイルの写しが残ります。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Same facility, same city (m)</source>
        <translation>同じ施設とみなす距離・市内 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Same facility, two cities (m)</source>
        <translation>同じ施設とみなす距離・二市間 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Same road, same city (m)</source>
        <translation>同じ道路とみなす間隔・市内 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Same road, two cities (m)</source>
        <translation>同じ道路とみなす間隔・二市間 (m)</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Same road: least overlap (%)</source>
        <translation>同じ道路とみなす重なり (%)</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
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
        <location filename="../documents/layout.py"/>
        <source>Scale</source>
        <translation>縮尺</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Set PROJ_DATA to the folder that holds proj.db, or install QGIS again.</source>
        <translation>環境変数 PROJ_DATA に proj.db のあるフォルダーを指定するか、QGIS を入れ直してください。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Set aside</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>Severity</source>
        <translation>確かさ</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Shorter sections are reported; 0 reports none.</source>
        <translation>これより短い区間を知らせます。0 なら知らせません。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Skipped</source>
        <translation>対象外</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Skipped rows (totals, repeated headers)</source>
        <translation>対象外とした行(合計行、繰り返しの見出し)</translation>
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
        <location filename="../layers/export_notes.py"/>
        <source>Sources and licences</source>
        <translation>出典と利用条件</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>Standards {std_ver}</source>
        <translation>水準 {std_ver}</translation>
    </message>
    <message>
        <location filename="../layers/project/forms.py"/>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/crs.py"/>
        <location filename="../layers/coordinates/qgis_crs.py"/>
        <source>State the coordinate system in the profile, or convert the file in another program.</source>
        <translation>プロファイルに座標系を書くか、ほかのソフトで変換してください。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>Store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <location filename="../processing_provider/import_city.py"/>
        <source>Sub-folders are searched too; the profile says which file is which ledger.</source>
        <translation>サブフォルダーの中も探します。どのファイルがどの台帳かは、プロファイルに書きます。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/coverage_report.py"/>
        <location filename="../documents/import_report.py"/>
        <location filename="../documents/propose_report.py"/>
        <source>Summary</source>
        <translation>まとめ</translation>
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
        <location filename="../layers/migrate.py"/>
        <source>Table {table} was added.</source>
        <translation>表 {table} を加えました。</translation>
    </message>
    <message>
        <location filename="../layers/migrate.py"/>
        <source>Table {table}: field {field} was added.</source>
        <translation>表 {table} に項目 {field} を加えました。</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Tables that only the store needs</source>
        <translation>ストアの内部用の表</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>Take the plane rectangular zone of your area, e.g. EPSG:6677 for zone IX.</source>
        <translation>その地域の平面直角座標系を選んでください(例: IX系なら EPSG:6677)。</translation>
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
        <source>The .shx is missing; it was made anew from the shapes.</source>
        <translation>.shx がないため、図形から作り直して読みました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/load_unified_map.py"/>
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
        <location filename="../layers/export_open311.py"/>
        <source>The Open311 mapping has an entry that is not known: {entry}</source>
        <translation>Open311 の対応表に読めない項目があります: {entry}</translation>
    </message>
    <message>
        <location filename="../layers/export_open311.py"/>
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
        <location filename="../processing_provider/import_city.py"/>
        <source>The TOML file that says how the city keeps its ledgers, or the name or code of a shipped one (e.g. moriya, 082244).</source>
        <translation>市の台帳の付け方を書いた TOML ファイル。付属のプロファイルなら、その名前か市コードでも指定できます(例: moriya、082244)。</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>The TOML for the import, with confidence and reasons as comments.</source>
        <translation>取込に使う TOML。確信度と理由をコメントに書きます。</translation>
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
        <location filename="../layers/coordinates/decision.py"/>
        <source>The axis order cannot be settled: of {n} points, {north} lie in the city when the first value points north and {east} when it points east.</source>
        <translation>軸の順が決まりません。{n} 点のうち市の区域に入るのは、一つ目の値を北とすると {north} 点、東とすると {east} 点です。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>The boundary of {name} encloses no area.</source>
        <translation>{name} の境界が、閉じた区域になっていません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/workbook.py"/>
        <source>The cell holds Excel's error {error}; read as empty.</source>
        <translation>セルに Excel のエラー値 {error} が入っています。空欄として読みました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>The cities' profiles (*.toml). Empty: the shipped profiles of the cities that are in the store.</source>
        <translation>各市のプロファイル (*.toml)。空欄なら、ストアにある市の同梱の設定を使います。</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>The columns {lat} and {lon} (for example {first}, {second}) hold no places in Japan.</source>
        <translation>列「{lat}」「{lon}」の値 (例: {first}, {second}) は日本の位置ではありません。</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
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
        <location filename="../layers/store.py"/>
        <source>The disk is full; nothing was changed in {path}.</source>
        <translation>ディスクがいっぱいです。{path} は元のままです。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>The encoding “{name}” is not known.</source>
        <translation>「{name}」という文字コードはありません。</translation>
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
        <location filename="../processing_provider/check_data.py"/>
        <source>The findings by city and kind as a page to print; a CSV with every finding is written beside it.</source>
        <translation>市ごと・種類ごとにまとめた、印刷できるページ。全件のCSVも横に書き出します。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>The geometry is broken or empty; read as none.</source>
        <translation>図形が壊れているか空のため、図形なしとして読みました。</translation>
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
        <location filename="../processing_provider/check_data.py"/>
        <source>The largest gap must not be smaller than the distance of joined ends.</source>
        <translation>「すき間とみなす最大距離」は「つながっているとみなす距離」以上にしてください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/kml.py"/>
        <location filename="../layers/readers/vector.py"/>
        <source>The layer has no feature.</source>
        <translation>レイヤに図形が一つもありません。</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>The layout {layout} lacks: {pieces}</source>
        <translation>レイアウト「{layout}」に足りない要素があります: {pieces}</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
        <source>The ledger could not be processed ({kind} at {place}).</source>
        <translation>台帳を処理できませんでした({kind}、発生箇所 {place})。</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
        <source>The ledger “{title}” is missing: no file matches {patterns}.</source>
        <translation>台帳「{title}」がありません。{patterns} に当たるファイルが見つかりません。</translation>
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
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>The map was saved as {path}. Save your present project, then open it.</source>
        <translation>地図を {path} に保存しました。今のプロジェクトを保存してから開いてください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The name “{label}” is cut in the middle of a character ({bytes}).</source>
        <translation>項目名「{label}」が文字の途中で切れています({bytes})。</translation>
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
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>The open project has unsaved changes and would be replaced: save it, or choose another file.</source>
        <translation>開いているプロジェクトに保存していない変更があり、置き換わってしまいます。保存するか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>The package cannot be written to {folder}: {reason}</source>
        <translation>{folder} に書き込めません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>The package would replace the store itself.</source>
        <translation>このままではストア自体を置き換えてしまいます。</translation>
    </message>
    <message>
        <location filename="../layers/readers/rows.py"/>
        <source>The pattern “{pattern}” for rows to skip cannot be read: {reason}</source>
        <translation>対象外にする行のパターン「{pattern}」が正しくありません: {reason}</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>The plane rectangular zone of the area, e.g. EPSG:6677 (zone IX) for the four cities. Only used where the store is made; empty: the plugin's setting.</source>
        <translation>地域の平面直角座標系(例: 4市なら IX系の EPSG:6677)。ストアを新しく作るときだけ使います。空欄なら、プラグインの設定に従います。</translation>
    </message>
    <message>
        <location filename="../plugin.py"/>
        <source>The plugin is ready. Begin with the sample of four cities, or with your own data.</source>
        <translation>準備ができました。4市のサンプル、またはお手元のデータから始められます。</translation>
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
        <location filename="../layers/export_notes.py"/>
        <source>The requests in the form of GeoReport v2 (requests.json, services.json).</source>
        <translation>要望を GeoReport v2 の形にしたもの (requests.json、services.json)。</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>The same as a table for spreadsheets</source>
        <translation>同じ内容の表計算ソフト用の表</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>The same for Excel: cities, items, columns without a place.</source>
        <translation>同じ内容の Excel: 市、項目、置き場所のない列。</translation>
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
        <location filename="../layers/readers/vector.py"/>
        <source>The shape has no record of attributes.</source>
        <translation>図形に対応する属性がありません。</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>The source cells as they were written (raw data) and the flags of the import</source>
        <translation>元データの全セルと取込時の品質フラグ</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>The store cannot be made at {path}: {reason}</source>
        <translation>ストアを {path} に作れません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>The store has no rows to give away.</source>
        <translation>ストアに書き出す行がありません。</translation>
    </message>
    <message>
        <location filename="../layers/importing.py"/>
        <source>The store is in {theirs}, not {asked}.</source>
        <translation>ストアの座標系は {theirs} で、{asked} ではありません。</translation>
    </message>
    <message>
        <location filename="../layers/migrate.py"/>
        <source>The store is now of model version {version}.</source>
        <translation>ストアをモデルの版 {version} に更新しました。</translation>
    </message>
    <message>
        <location filename="../processing_provider/update_store.py"/>
        <source>The store is of the present version; nothing was done.</source>
        <translation>ストアは今の版です。何も変更していません。</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>The store's CRS must be a projected EPSG code in metres, not “{crs}”.</source>
        <translation>ストアの座標系は、メートル単位の平面座標系の EPSG コードでなければなりません。「{crs}」は使えません。</translation>
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
        <location filename="../layers/project/sources.py"/>
        <source>The table {table} of the store cannot be opened.</source>
        <translation>ストアの表 {table} を開けません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>The text fills its column and ends in half a character; that was left off.</source>
        <translation>文字列が欄の幅いっぱいで、最後の文字が途中で切れています。その文字は除きました。</translation>
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
        <location filename="../layers/readers/dbf.py"/>
        <source>The {origin} says {encoding}; the bytes look like {better}.</source>
        <translation>{origin} の記載では {encoding} ですが、内容は {better} のように見えます。</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>There are no requests: nothing was written for Open311.</source>
        <translation>要望がないため、Open311 は書き出しませんでした。</translation>
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
        <location filename="../layers/propose/ledgers.py"/>
        <source>There is no file to read in what was given.</source>
        <translation>指定した場所に、読めるファイルがありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>There is no folder {folder}.</source>
        <translation>フォルダー {folder} がありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/header.py"/>
        <source>There is no header and no row.</source>
        <translation>見出しもデータもありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/vector.py"/>
        <source>There is no layer “{wanted}”.</source>
        <translation>レイヤ「{wanted}」がありません。</translation>
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
        <location filename="../layers/project/sources.py"/>
        <location filename="../layers/store.py"/>
        <source>There is no store at {path}.</source>
        <translation>ストアが {path} にありません。</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>There is no such file.</source>
        <translation>ファイルがありません。</translation>
    </message>
    <message>
        <location filename="../layers/frames.py"/>
        <source>There is no table {table} in the store.</source>
        <translation>統一ストアに表 {table} はありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/unify_cities.py"/>
        <source>These profiles have no sub-folder here: {names}</source>
        <translation>次のプロファイルに対応するサブフォルダーがありません: {names}</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>They seem to be swapped: the latitude column holds longitudes.</source>
        <translation>緯度の列に経度が入っており、入れ替わっているようです。</translation>
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
        <location filename="../documents/import_report.py"/>
        <source>Times</source>
        <translation>回数</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>To check</source>
        <translation>確認</translation>
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
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Trial run: nothing was written</source>
        <translation>試しの実行です。何も書き込んでいません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Two facilities of one type that lie so near in one city's ledgers are taken for one.</source>
        <translation>一つの市の台帳で、同じ種類の施設がこの距離までにあれば、同じ施設とみなします。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>Two facilities of one type that lie so near in two cities' ledgers are taken for one; for bridges, pedestrian bridges and walls the distance of duplicates counts.</source>
        <translation>二つの市の台帳で、同じ種類の施設がこの距離までにあれば、同じ施設とみなします。橋・歩道橋・擁壁には「重複とみなす距離」を使います。</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>Two profiles are for the same city {city}: {first} and {second}.</source>
        <translation>同じ市 {city} のプロファイルが二つあります: {first} と {second}</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
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
        <location filename="../layers/export_notes.py"/>
        <source>Unified road maintenance data</source>
        <translation>道路維持管理 統一データ</translation>
    </message>
    <message>
        <location filename="../processing_provider/base.py"/>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <location filename="../processing_provider/update_store.py"/>
        <source>Unified store</source>
        <translation>統一ストア</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>Unified store (offered first)</source>
        <translation>統一ストア（最初に表示するもの）</translation>
    </message>
    <message>
        <location filename="../processing_provider/unify_cities.py"/>
        <source>Unify several cities</source>
        <translation>複数の市をまとめて取り込む</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <location filename="../layers/readers/open.py"/>
        <source>Unpack it and take the files in it.</source>
        <translation>展開して、中のファイルを使ってください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/update_store.py"/>
        <source>Update an older store</source>
        <translation>古いストアを更新する</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>Update the plugin on this PC.</source>
        <translation>この PC のプラグインを新しい版にしてください。</translation>
    </message>
    <message>
        <location filename="../layers/readers/encoding.py"/>
        <source>Use utf-8, cp932, euc_jp, utf-16 or auto.</source>
        <translation>utf-8、cp932、euc_jp、utf-16、auto のどれかを指定してください。</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Vanished</source>
        <translation>元から消えた行</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>Version of the model</source>
        <translation>データモデルの版</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <location filename="../processing_provider/check_data.py"/>
        <source>Very short section (m)</source>
        <translation>ごく短い区間 (m)</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>Waiting for a decision</source>
        <translation>判断を待っている確認事項</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>Warning</source>
        <translation>注意</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
        <source>Was a column renamed, or the file saved with another encoding ({encoding})? Correct the header, or the profile {profile}.</source>
        <translation>見出しが変わったか、ファイルの文字コード({encoding})が変わっていませんか。見出しか、プロファイル {profile} を直してください。</translation>
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
        <location filename="../documents/check_report.py"/>
        <location filename="../documents/import_report.py"/>
        <source>What to do</source>
        <translation>対応のしかた</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
        <source>What was left out</source>
        <translation>含まないもの</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>What was read differently, repaired or doubtful</source>
        <translation>読み替え・修正・要確認の内訳</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>What was read, repaired and set aside, and why, as a page to print; a CSV with every row set aside is written beside it.</source>
        <translation>何を読み、何を直し、何をなぜ保留したかの、印刷できるページ。保留した行をすべて載せた CSV も、隣に書き出します。</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Which item of the unified model each city's ledgers hold. Coverage = (◎ + ○) / (all items − ?). An item is essential where all cities have it as ◎ or ○, advised where three quarters have it, optional where fewer have it or all only in part, new where nobody has it. Items that concern few rows by nature (a branch number, the height of a lamp) are △ although nothing is missing.</source>
        <translation>統一モデルの各項目を、各市の台帳がどこまで持っているかを示します。網羅率 = (◎ + ○) ÷ (全項目 − ?)。区分は、全市が ◎ か ○ なら必須、4分の3の市なら推奨、それより少ないか一部 (△) だけなら任意、どの市にもなければ新設です。もともと一部の行にしかない項目 (枝番、灯具の高さなど) は、欠けていなくても △ になります。</translation>
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
        <location filename="../documents/propose_report.py"/>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>Without a store: from the profiles only, fill rates are not known.</source>
        <translation>ストアなし: プロファイルだけから判定。充足率は不明です。</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <location filename="../layers/project/tree.py"/>
        <source>Works and patrols</source>
        <translation>作業・巡視</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/systems.py"/>
        <source>Write it in the profile, for example crs = "EPSG:6677".</source>
        <translation>プロファイルに書いてください(例: crs = "EPSG:6677")。</translation>
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
        <location filename="../processing_provider/load_unified_map.py"/>
        <source>Written with relative paths: put it beside the store and both can be moved together.</source>
        <translation>相対パスで書き込みます。ストアと同じフォルダーに置けば、まとめて移動できます。</translation>
    </message>
    <message>
        <location filename="../layers/readers/delimited.py"/>
        <source>Zero bytes in the row were left out.</source>
        <translation>行の中の余分な制御文字(値 0 のバイト)を除きました。</translation>
    </message>
    <message>
        <location filename="../documents/layout.py"/>
        <source>[to be filled in]</source>
        <translation>【要記入】</translation>
    </message>
    <message>
        <location filename="../layers/propose/roles.py"/>
        <source>a coordinate, but the places come from elsewhere</source>
        <translation>座標だが、位置は別のところから</translation>
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
        <location filename="../layers/propose/tables.py"/>
        <source>addresses, but no coordinates: the places wait for a person</source>
        <translation>所在地はあるが座標がない。位置は人が確認する</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>advised</source>
        <translation>推奨</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>all rows</source>
        <translation>全件</translation>
    </message>
    <message>
        <location filename="../documents/check_report.py"/>
        <source>almost certain</source>
        <translation>ほぼ確実</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>another ledger of this table has the same numbers</source>
        <translation>同じ表に入れる別の台帳と番号が重なるため</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>areas</source>
        <translation>面</translation>
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
        <location filename="../layers/coordinates/decision.py"/>
        <source>as the file's format or coordinate system has it, unchecked</source>
        <translation>ファイル形式または座標系の決まりどおり。確かめてはいません</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>as the profile says</source>
        <translation>プロファイルの記載による</translation>
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
        <location filename="../layers/profile.py"/>
        <source>city_code must have 6 digits</source>
        <translation>city_code は6桁にしてください</translation>
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
        <location filename="../layers/propose/roles.py"/>
        <source>contact of an office or a facility; the model has no item (kept out of public fields)</source>
        <translation>役所・施設の連絡先。モデルに項目がない (公開項目には入れない)</translation>
    </message>
    <message>
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
        <location filename="../processing_provider/propose_profile.py"/>
        <source>csv, xlsx, shp, dbf, gpkg, geojson, kml: any number of files, or a folder, which is searched.</source>
        <translation>csv、xlsx、shp、dbf、gpkg、geojson、kml。いくつでも。フォルダーを指定すると中を探します。</translation>
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
        <source>degrees in the columns {lat} and {lon}</source>
        <translation>列「{lat}」「{lon}」に度</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>degrees within Japan, datum not stated: taken as JGD2011, unchecked</source>
        <translation>日本の範囲の度。測地系の記載なし。JGD2011 とした (未確認)</translation>
    </message>
    <message>
        <location filename="../layers/project/catalogue.py"/>
        <source>done</source>
        <translation>完了分</translation>
    </message>
    <message>
        <location filename="../ui/options_page.py"/>
        <source>e.g. Road Management Division</source>
        <translation>例: 建設部 道路管理課</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>east</source>
        <translation>東</translation>
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
        <location filename="../layers/profile.py"/>
        <source>format must be {expected}</source>
        <translation>format は {expected} にしてください</translation>
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
        <location filename="../layers/propose/proposal.py"/>
        <source>holds the same rows as “{title}”</source>
        <translation>「{title}」と同じ行</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>identifies the row</source>
        <translation>行を特定する</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>in part: free text, or filled in less than {share} % of the rows</source>
        <translation>一部: 自由記述、または充足率が {share} % 未満</translation>
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
        <location filename="../layers/project/catalogue.py"/>
        <source>judged an emergency</source>
        <translation>緊急と判定</translation>
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
        <location filename="../layers/propose/assignment.py"/>
        <source>label {share}% alike</source>
        <translation>列名の一致 {share}%</translation>
    </message>
    <message>
        <location filename="../layers/readers/dbf.py"/>
        <source>language byte</source>
        <translation>.dbf(文字コード欄)</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <source>latitude and longitude</source>
        <translation>緯度・経度</translation>
    </message>
    <message>
        <location filename="../layers/project/furniture.py"/>
        <source>ledgers of {city} (imported {day})</source>
        <translation>{city}の台帳({day}取込)</translation>
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
        <location filename="../layers/propose/toml_text.py"/>
        <source>nearest table</source>
        <translation>いちばん近い表</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>new item</source>
        <translation>新設</translation>
    </message>
    <message>
        <location filename="../layers/unify.py"/>
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
        <location filename="../layers/propose/assignment.py"/>
        <source>no label is alike</source>
        <translation>似た列名がない</translation>
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
        <location filename="../layers/propose/tables.py"/>
        <source>no table of the model fits well enough (nearest: {table} {score}; {reasons})</source>
        <translation>十分に合う表がない (いちばん近いのは「{table}」{score}。{reasons})</translation>
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
        <location filename="../layers/project/catalogue.py"/>
        <source>not done, counted</source>
        <translation>未完了・件数</translation>
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
        <location filename="../layers/export_notes.py"/>
        <source>not stated: ask the city before you publish</source>
        <translation>未設定: 公開する前に市に確認してください</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>notation</source>
        <translation>読み替え</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>of these repaired or doubtful</source>
        <translation>うち修正・要確認</translation>
    </message>
    <message>
        <location filename="../layers/propose/keys.py"/>
        <source>only together they are unique</source>
        <translation>組にすると一つに決まる</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <location filename="../layers/profile.py"/>
        <source>order must be auto, survey (X = north) or math (X = east)</source>
        <translation>order は auto、survey(X = 北)、math(X = 東)のどれかにしてください</translation>
    </message>
    <message>
        <location filename="../documents/propose_report.py"/>
        <location filename="../layers/propose/toml_text.py"/>
        <source>other tables</source>
        <translation>ほかの候補の表</translation>
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
        <location filename="../documents/import_report.py"/>
        <source>place</source>
        <translation>位置</translation>
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
        <location filename="../documents/import_report.py"/>
        <source>repaired</source>
        <translation>修正</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>request number</source>
        <translation>受付番号</translation>
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
        <location filename="../documents/import_report.py"/>
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
        <location filename="../layers/propose/proposal.py"/>
        <source>several cities: the rows of others are set aside</source>
        <translation>複数の市がある。ほかの市の行は保留になる</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>shape of the file</source>
        <translation>ファイルの形状</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
        <source>skipped</source>
        <translation>対象外</translation>
    </message>
    <message>
        <location filename="../layers/propose/toml_text.py"/>
        <source>stated by the file</source>
        <translation>ファイルの記載</translation>
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
        <location filename="../layers/propose/proposal.py"/>
        <source>the column {column} names other cities ({cities}): give a boundary file that has them all, or a file of one city</source>
        <translation>列「{column}」にほかの市 ({cities}) がある。すべての市を含む境界ファイルか、一つの市だけのファイルを指定する</translation>
    </message>
    <message>
        <location filename="../layers/propose/proposal.py"/>
        <source>the column {column} names several cities ({cities}); their rows would all be taken as {city}</source>
        <translation>列「{column}」に複数の市 ({cities}) がある。このままではすべて{city}の行として取り込まれる</translation>
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
        <location filename="../layers/profile.py"/>
        <source>there is no table “{table}”{hint}</source>
        <translation>表「{table}」はありません{hint}</translation>
    </message>
    <message>
        <location filename="../documents/import_report.py"/>
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
        <location filename="../layers/profile.py"/>
        <source>two sources have the id “{id}”</source>
        <translation>id「{id}」の [[source]] が二つあります</translation>
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
        <location filename="../layers/city_import.py"/>
        <source>whole file</source>
        <translation>ファイル全体</translation>
    </message>
    <message>
        <location filename="../layers/propose/refine.py"/>
        <source>width and length stand in one cell</source>
        <translation>幅と長さが一つの欄にある</translation>
    </message>
    <message>
        <location filename="../layers/export_notes.py"/>
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
        <location filename="../documents/check_report.py"/>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <location filename="../layers/unify.py"/>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <location filename="../layers/propose/coordinates.py"/>
        <source>zone by the city's area: {crs}</source>
        <translation>系は市の区域から: {crs}</translation>
    </message>
    <message>
        <location filename="../layers/city_import.py"/>
        <source>{city} / {title}: {count} rows that were imported before are not in the file any more. They are only marked; if the file is the wrong one, import the right one again.</source>
        <translation>{city} / {title}: 前に取り込んだ行のうち {count} 行が、ファイルになくなっています。印を付けただけで、削除はしていません。ファイルを間違えた場合は、正しいものをもう一度取り込んでください。</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>{city}, {ledger}: column “{column}” has no place and no reason.</source>
        <translation>{city}「{ledger}」: 列「{column}」に置き場所も理由もありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>{city}: nothing was different from the last import.</source>
        <translation>{city}: 前回の取込から変わったところはありません。</translation>
    </message>
    <message>
        <location filename="../processing_provider/importing.py"/>
        <source>{city}: read {read}, kept {kept} (new {new}, changed {updated}, conflicts {conflicts}), repaired {repaired}, set aside {aside}, skipped {skipped}, vanished {vanished}.</source>
        <translation>{city}: 読取 {read}、保存 {kept}(新規 {new}、変更 {updated}、値の衝突 {conflicts})、修正・要確認 {repaired}、保留 {aside}、対象外 {skipped}、元から消えた行 {vanished}。</translation>
    </message>
    <message>
        <location filename="../processing_provider/check_data.py"/>
        <source>{city}: {count} x {finding}</source>
        <translation>{city}: {finding} {count}件</translation>
    </message>
    <message>
        <location filename="../processing_provider/coverage_matrix.py"/>
        <source>{city}: {percent} % of the items covered.</source>
        <translation>{city}: 項目の {percent} % を網羅。</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/boundary.py"/>
        <source>{code} is not a municipality's code, or its check digit is wrong.</source>
        <translation>{code} は団体コードではないか、検査数字が違います。</translation>
    </message>
    <message>
        <location filename="../layers/export_text.py"/>
        <source>{coordinate} of a point on it</source>
        <translation>代表点の{coordinate}</translation>
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
        <location filename="../layers/propose/keys.py"/>
        <source>{field}: {share}% of its cells occur once</source>
        <translation>{field}: 値の {share}% が一度だけ</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>{folder} already holds {count} files of the same names: {names}</source>
        <translation>{folder} には同じ名前のファイルが {count} 件あります: {names}</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
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
        <location filename="../dependencies.py"/>
        <source>{name} {found} (too old: {needed} is needed)</source>
        <translation>{name} {found}（古すぎます。{needed} 以上が必要です）</translation>
    </message>
    <message>
        <location filename="../layers/coordinates/decision.py"/>
        <source>{order} is not an axis order.</source>
        <translation>{order} という軸の順はありません。</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>{path} cannot be written (read-only file or folder).</source>
        <translation>{path} に書き込めません(書き込み禁止のファイルまたはフォルダーです)。</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>{path} exists already.</source>
        <translation>{path} はすでにあります。</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>{path} is a folder, not a store.</source>
        <translation>{path} はフォルダーで、ストアではありません。</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>{path} is being written by another program.</source>
        <translation>{path} は別のプログラムが書き込み中です。</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>{path} is not a GeoPackage or it is damaged: {reason}</source>
        <translation>{path} は GeoPackage ではないか、壊れています: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>{path} is not a folder.</source>
        <translation>{path} はフォルダーではありません。</translation>
    </message>
    <message>
        <location filename="../layers/petitioners.py"/>
        <source>{path} is not a petitioners' file of this plugin.</source>
        <translation>{path} はこのプラグインの要望者ファイルではありません。</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>{path} is not a store of this plugin.</source>
        <translation>{path} はこのプラグインのストアではありません。</translation>
    </message>
    <message>
        <location filename="../layers/project/sources.py"/>
        <source>{path} is not a store of this plugin: {reason}</source>
        <translation>{path} はこのプラグインのストアではありません: {reason}</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>{path} was made by a newer version of the plugin (model {theirs}; this one knows {ours}).</source>
        <translation>{path} は新しい版のプラグインで作られています(モデルの版 {theirs}。このプラグインの版は {ours})。</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
        <source>{path} was made by an older version (model {theirs}; now {ours}).</source>
        <translation>{path} は古い版で作られています(モデルの版 {theirs}。今の版は {ours})。</translation>
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
        <location filename="../layers/project/catalogue.py"/>
        <source>{table} ({part})</source>
        <translation>{table}({part})</translation>
    </message>
    <message>
        <location filename="../layers/project/relations.py"/>
        <source>{table}: {field}</source>
        <translation>{table}:{field}</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>{title}: not proposed: {reason}</source>
        <translation>{title}: 案なし: {reason}</translation>
    </message>
    <message>
        <location filename="../processing_provider/propose_profile.py"/>
        <source>{title}: {table} ({confidence})</source>
        <translation>{title}: {table} ({confidence})</translation>
    </message>
    <message>
        <location filename="../layers/export.py"/>
        <source>“{city}” is not in the store. It holds: {choices}</source>
        <translation>「{city}」はストアにありません。ある市: {choices}</translation>
    </message>
    <message>
        <location filename="../layers/propose/assignment.py"/>
        <source>“{column}” fits the same field better</source>
        <translation>同じ項目には「{column}」のほうが合う</translation>
    </message>
    <message>
        <location filename="../layers/store.py"/>
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
        <location filename="../layers/profile_check.py"/>
        <source>“{pattern}” is not a valid pattern: {reason}</source>
        <translation>「{pattern}」は正しいパターンではありません: {reason}</translation>
    </message>
    <message>
        <location filename="../documents/coverage_report.py"/>
        <source>✓ required by the model</source>
        <translation>✓ モデルで必須の項目</translation>
    </message>
</context>
</TS>
