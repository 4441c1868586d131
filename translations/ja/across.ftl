### Organisations of several teams that are one record for others.

across-title = 複数チームの団体
across-by = 二つのチームが持つ同じ団体の記録を、ほかからは一つに見せます。各チームの入力はそのまま残ります。
across-find = 記録を探す
across-hint = 自チームの記録と共有された記録から探し、別のチームのものを二つ以上選びます。
across-note = ほかからは残る記録が見え、すべての名称・所在地・番号を含みます。それ以外はチームの外に出ません。ここで取り消せます。
across-none = チームをまたぐ統合はありません
across-none-text = 統合した記録がここに並び、取り消せます。
flash-merged-across = ほかからは一つの記録になりました。
merge-was-across = ほかのチームと一つの記録
across-stays-note = ほかからはこの記録が見え、ほかのチームの名称・所在地・番号を含みます。
merge-was-part = ほかから見える記録
problem-one-team = ここでは別のチームの記録だけを統合します。同じチームのものはチーム内で統合してください。
problem-is-part = この記録は、別のチームの記録のうち自チームの部分です。
action-organisation-merge_across = 複数チームの団体を統合
action-organisation-part_across = 団体が別のチームの記録の一部になった
action-organisation-unmerge_across = チームをまたぐ統合を取り消し
