### The reader's settings.

settings-title = Settings
settings-by = Kept in this browser
settings-name = Your name
settings-name-hint = At most 80 characters. Left empty, changes are recorded as “{ $account }”.
settings-name-why = Every change has a name behind it. Until there are accounts, it is taken from here.
problem-name-too-long = The name is too long or holds control characters ({ $found } characters); at most 80.
flash-officer-kept = Saved. Changes are recorded as “{ $name }” from now on.
flash-officer-forgotten = The name was cleared.
