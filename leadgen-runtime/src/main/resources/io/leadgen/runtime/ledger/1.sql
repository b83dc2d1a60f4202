-- Every row has a number from one sequence without gaps, and a hash over itself and the row before.
-- Times are microseconds since 1970, amounts of rho are 10^-12, of delta 10^-18.

CREATE TABLE ledger_head (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    ledger TEXT NOT NULL,
    seq BIGINT NOT NULL CHECK (seq >= 0),
    hash TEXT NOT NULL
);

CREATE TABLE ledger_entry (
    seq BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    question TEXT NOT NULL,
    epoch_ends BIGINT NOT NULL,
    draw BIGINT NOT NULL,
    account TEXT NOT NULL,
    rho BIGINT NOT NULL CHECK (rho >= 0),
    delta BIGINT NOT NULL CHECK (delta >= 0),
    rho_total BIGINT NOT NULL CHECK (rho_total >= rho),
    delta_total BIGINT NOT NULL CHECK (delta_total >= delta),
    hash TEXT NOT NULL
);

CREATE UNIQUE INDEX ledger_entry_account ON ledger_entry (account, at, seq);

CREATE INDEX ledger_entry_draw ON ledger_entry (draw, account);

CREATE TABLE ledger_answer (
    seq BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    question TEXT NOT NULL,
    epoch_ends BIGINT NOT NULL,
    draw BIGINT NOT NULL,
    answer TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (question, epoch_ends)
);
