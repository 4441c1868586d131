### What a reader or a check has to say about its own work. One message per remark code; variables are the remark's arguments.

## About the bytes
remark-empty-input = 文字がありません
remark-bad-bytes = { $count } バイトが { $encoding } の文字ではありません
remark-too-large = { $size } バイトあります。読み取れるのは { $limit } バイトまでです
remark-unreadable-format = この { $format } は読み取れません：{ $reason }
remark-no-text-in-document = この { $format } には文字がありません（スキャン画像の可能性）
remark-bad-line = この行は読み取れません：{ $reason }
remark-looks-like-table = 発表ではなく、データの表（{ $format }）のようです
remark-unknown-format = { $found } は読み取れません。読み取れるのはテキスト、HTML、PDF、docx です
remark-not-a-docx = この ZIP は docx ではありません：{ $found }
remark-damaged-file = この { $format } は壊れています
remark-locked-file = この { $format } にはパスワードがかかっています
remark-not-a-sheet = { $found } は表ではありません。XLSX、XLS、ODS、CSV が読めます
remark-no-such-sheet = シート { $found } はありません。あるのは：{ $sheets }
remark-empty-sheet = シート { $sheet } は空です
remark-sheet-too-long = シートの行数が読める上限 { $limit } 行を超えています
remark-unpacks-too-large = この { $format } は展開すると { $limit } バイトを超えます
remark-parser-broke = この { $format } の読み取りが途中で止まり、何も読み取れませんでした
remark-parser-too-slow = この { $format } の読み取りが制限時間を超えました
remark-parser-out-of-memory = この { $format } の読み取りに必要なメモリが上限を超えました
remark-parser-unavailable = ファイルを読み取るプログラムを起動できません：{ $reason }
remark-lost-characters = この { $format } には読み取れない文字が { $count } 字あり、� で示しています
remark-pages-skipped = 全 { $total } ページのうち { $pages } ページは読み取れず、除きました
remark-nothing-found = この文章には、発表として読み取れる内容が見つかりませんでした

## About a claim
remark-unit-from-context = 「{ $quote }」に単位の記載がなく、文脈から { $unit } としました
remark-tier-not-amount = 「{ $quote }」は規模の区分で、金額ではありません
remark-unknown-currency = 「{ $quote }」の通貨がわかりません
remark-source-error = 「{ $quote }」は原文のまま残しましたが、正しい表記ではありえません
remark-impossible-date = 「{ $quote }」は暦にない日です
remark-year-inferred = ここに年の記載はありません。{ $year }年の根拠：{ $basis }
remark-year-unknown = 年の記載がありません
remark-flow-unclear = 当期か累計か、記載がありません
remark-number-too-large = 「{ $quote }」は大きすぎて正確に保存できません
remark-ambiguous = 次のようにも読めます：{ $readings }

## About a check
remark-classes-differ = 内訳の金額区分が異なります（{ $classes }）。照合だけに使い、台帳では合算しません
remark-companies-as-projects = 調印した企業を案件として数えています
remark-open-list = 記載は { $stated }、列挙は { $listed }。残りの名は挙げられていません
remark-no-parts = 本文に内訳がなく、検算できません
remark-within-qualifier = { $found } は「{ $stated }」の範囲内です
remark-other = { $text }
