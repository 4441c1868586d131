### Organisations of several teams that are one record for others.

across-title = 多团队机构合并
across-by = 两个团队各自保存的同一机构，对他人合为一条记录；各团队保留自己录入的内容。
across-find = 查找记录
across-hint = 在本团队的和已共享给本团队的记录中查找，勾选不同团队的两条或多条。
across-note = 其他人看到保留的那一条，含全部名称、所在地和号码；其余内容不离开各自团队。可在此撤销。
across-none = 没有跨团队合并
across-none-text = 跨团队合并的记录会列在这里，并可撤销。
flash-merged-across = 对他人已合为一条记录。
merge-was-across = 与其他团队合为一条
across-stays-note = 其他人看到的是这条记录，并含其他团队所存的名称、所在地和号码。
merge-was-part = 其他人看到的记录
problem-one-team = 此处只合并不同团队的记录；同一团队的请在团队内合并。
problem-is-part = 该记录是其团队在另一团队记录中的部分。
action-organisation-merge_across = 跨团队合并机构
action-organisation-part_across = 机构成为另一团队记录的部分
action-organisation-unmerge_across = 撤销跨团队合并
