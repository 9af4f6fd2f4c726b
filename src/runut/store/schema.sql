-- The store's tables, version 1. Ids are content hashes; the same thing written twice changes nothing.
CREATE TABLE page (
    id        TEXT PRIMARY KEY,
    url       TEXT,
    body_hash TEXT NOT NULL,
    file      TEXT NOT NULL,
    record    BLOB NOT NULL           -- the Page as JSON
) STRICT;
CREATE INDEX page_url ON page (url) WHERE url IS NOT NULL;

CREATE TABLE article (
    id        TEXT PRIMARY KEY,
    page      TEXT NOT NULL REFERENCES page (id),
    url       TEXT,
    published TEXT,
    record    BLOB NOT NULL
) STRICT;
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;

CREATE TABLE dossier (                -- the newest dossier of each pile; trace reads it
    key       TEXT PRIMARY KEY,
    number    INTEGER NOT NULL,       -- order of writing
    record    BLOB NOT NULL           -- zstd of the Dossier as JSON
) STRICT;

CREATE TABLE shown (                  -- which dossier shows an id: line, statement, claim, conflict, article, story
    id        TEXT NOT NULL,
    dossier   TEXT NOT NULL REFERENCES dossier (key) ON DELETE CASCADE,
    PRIMARY KEY (id, dossier)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (
    id        TEXT PRIMARY KEY,
    stage     TEXT NOT NULL,
    code      TEXT NOT NULL,
    file      TEXT NOT NULL,
    record    BLOB NOT NULL
) STRICT;

CREATE TABLE judgement (              -- appended, never edited
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    record    BLOB NOT NULL
) STRICT;

CREATE TABLE memo (
    key       TEXT PRIMARY KEY,
    value     BLOB NOT NULL           -- zstd
) STRICT, WITHOUT ROWID;
