-- Erasures: when, by whom, how much; nothing of whom. Salted hashes of the runs and rows that are gone recognise a journal that
-- comes back from a copy, and a row of a manifest that is not to be built again.
create table ledger.erasure (
    erasure_id varchar not null,
    kind varchar not null check (kind in ('candidate', 'age')),
    asked_at timestamptz not null,
    asked_by varchar not null,
    before timestamptz,                  -- of a retention: what was last heard of before went
    runs int not null,
    artifacts int not null,
    keys int not null,
    journals int not null,
    files int not null,                  -- delivered ones
    salt varchar not null,
    hashes varchar[] not null,           -- empty for a retention: age tells
    recorded_at timestamptz not null
);
