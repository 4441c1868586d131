### Organisations of several teams that are one record for others.

across-title = Organisations of several teams
across-by = Records that two teams keep of one organisation become one for others. Each team keeps what it entered.
across-find = Find the records
across-hint = Search what your team keeps and what is shown to it, tick two or more of different teams.
across-note = Others see the one that stays, with the names, places and numbers of all. Nothing else leaves its team. It can be undone here.
across-none = Nothing merged across teams
across-none-text = What you make one record appears here, with the way back.
flash-merged-across = One record for others now.
merge-was-across = One record with others
across-stays-note = Others see this record, with names, places and numbers of others that teams keep of it.
merge-was-part = Others see it as
problem-one-team = Only records of different teams are merged here; merge those of one team within it.
problem-is-part = The record is its team's part of one of another team.
action-organisation-merge_across = Organisations of several teams merged
action-organisation-part_across = Organisation became a part of one of another team
action-organisation-unmerge_across = Merge across teams undone
