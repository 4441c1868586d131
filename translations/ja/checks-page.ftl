### Checks over figures.

checks-title = 照合
checks-by = 数値どうしが合うかを、計算式で示します
checks-by-verdict = 結果別
checks-rule = 照合の種類
checks-none = 照合はまだありません
checks-none-text = 発表に合計と内訳、見出しと本文、または同じイベントの複数の発表があれば、自動で照合します。
checks-nothing-found = 別の結果や種類を選ぶか、絞り込みを解除してください。
