### Review of an announcement: words for its text, its claims, what can be done with them.

review-title = Review: { $title }
review-text = Text of the announcement
review-claims = Claims
review-claim = Claim { $number }
review-progress = { $done } of { $total } decided
review-accept = Accept
review-correct = Correct and accept
review-reject = Reject
review-reopen = Decide again
review-add = Add a claim
review-add-hint = Select words in the text, then choose the kind.
review-accept-clear = Accept all { $count } that have no remark
review-was = as read: { $value }
review-decided-by = { $who }, { $when }
review-stale = { $who } has just changed this claim. This is how it stands now; decide again.
review-key-move = next, previous
review-key-accept = accept
review-key-reject = reject
review-key-edit = correct
review-key-text = to the text
review-key-undo = undo
review-keys-not-needed = The buttons do the same without a keyboard.
