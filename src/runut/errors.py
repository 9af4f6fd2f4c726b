"""Exceptions for wrong use and broken surroundings. Bad *input* is never one: it is a `Problem`.

```
RunutError                  everything below; `exit_status` is what a command ends with
├─ UsageError               words on the command line that cannot be carried out (2)
├─ SettingsError            runut.toml or RUNUT_… holds something unusable (2)
├─ RecordError              a record was made that breaks its own rule: a fault of ours (1)
├─ TableError               a language or knowledge table is malformed: file, line and column (1)
├─ StoreError               the store cannot be opened or written (1)
│  └─ SchemaTooNew          the store was written by a newer runut (1)
└─ BackendMissing           an optional part is not installed; says which extra brings it (2)
```
"""


class RunutError(Exception):
    """Root of runut's exceptions; its text is shown to the user as it stands."""

    exit_status = 1


class UsageError(RunutError):
    """The command's words cannot be carried out."""

    exit_status = 2


class SettingsError(RunutError):
    """A setting cannot be used; the message names the key, its place and what is allowed."""

    exit_status = 2


class RecordError(RunutError, ValueError):
    """A record was made that breaks its own rule."""


class TableError(RunutError):
    """A table of words is malformed; the message names file, line and column."""


class StoreError(RunutError):
    """The store cannot be opened, read or written."""


class SchemaTooNew(StoreError):
    """The store was written by a newer runut than this one."""


class BackendMissing(RunutError):
    """An optional part is not installed."""

    exit_status = 2
