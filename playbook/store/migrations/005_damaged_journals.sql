-- Journals that could not be loaded are remembered here and left as they are: other ledgers read the same store.
alter table ledger.journal add column damage varchar;
