-- The eval store: releases of the labelled set, programs, runs over a split, predictions and scores.
-- Its file is its own (docs/decisions): unlike the ledger it cannot be rebuilt from journals.
create schema eval;

create table eval.release (
    release_sha varchar primary key,     -- of every text and every split of the labelled set
    number int,                          -- as `datasets/labelled/releases.yaml` counts; null for text that is no release yet
    pairs int not null,
    loaded_at timestamptz not null default now()
);

create table eval.document (
    doc_sha varchar primary key,
    kind varchar not null check (kind in ('resume', 'job')),
    text varchar not null
);

create table eval.item (
    release_sha varchar not null,
    item varchar not null,
    family varchar not null,
    level varchar not null,
    company varchar not null,
    role varchar not null,
    split varchar not null check (split in ('train', 'dev', 'test')),
    resume_sha varchar not null,
    job_sha varchar not null,
    primary key (release_sha, item)
);

create table eval.label (
    release_sha varchar not null,
    item varchar not null,
    labelling varchar not null check (labelling in ('first', 'second')),
    labeller varchar not null,
    stage varchar not null,              -- the stage that the label says the truth about
    target varchar not null,             -- the requirement or bullet, verbatim, or the name of a field
    ordinal int not null,                -- order within the stage: of the posting, or best first
    value json not null,
    primary key (release_sha, item, labelling, stage, ordinal)
);

create table eval.writing (
    release_sha varchar not null,
    item varchar not null,
    ordinal int not null,
    author varchar not null,
    kind varchar not null check (kind in ('story', 'pitch', 'script')),
    good boolean not null,
    faults varchar[] not null,
    why varchar not null,
    target varchar not null,             -- the bullet or the requirement, verbatim; empty for a pitch
    parts json not null,
    primary key (release_sha, item, ordinal)
);

create table eval.program (
    program varchar primary key,         -- sha256 of the state
    stage varchar not null,
    signature_sha varchar not null,
    state json not null,                 -- as DSPy saves it; never a pickle
    model varchar not null,
    optimizer varchar,
    params json,
    release_sha varchar,                 -- what it was made from
    parent varchar,
    scores json,
    created_at timestamptz not null default now()
);

create table eval.run (
    run_id varchar primary key,
    release_sha varchar not null,
    stage varchar not null,              -- 'all' for the whole pipeline
    split varchar not null check (split in ('train', 'dev', 'test', 'all')),
    model varchar not null,
    program varchar,
    judge json,                          -- a model that grades, and how far it agrees with people
    version varchar not null,
    code_sha varchar not null,           -- of the code and packs that ran
    status varchar not null check (status in ('running', 'done', 'stopped')),
    started_at timestamptz not null,
    finished_at timestamptz
);

create table eval.prediction (
    run_id varchar not null,
    example varchar not null,
    item varchar not null,               -- the pair that the example is of; examples of one pair are not independent
    stage varchar not null,
    status varchar not null check (status in ('ok', 'failed', 'blocked')),
    error_code varchar,
    error varchar,
    ms double not null,
    tokens_in bigint not null,
    tokens_out bigint not null,
    cost_usd decimal(12, 6),             -- null where the model has no known price
    degraded int not null,               -- lines that fell back to the draft
    output json,                         -- null for examples of the test split: nobody looks at them
    primary key (run_id, example, stage)
);

create table eval.score (
    run_id varchar not null,
    example varchar not null,
    item varchar not null,
    stage varchar not null,
    scorer varchar not null,
    version int not null,
    value double not null,
    n double not null,                   -- how many things the value is the mean of: weights averages over examples
    parts json,                          -- the value by rule, where a scorer has several
    reasons varchar[] not null,          -- empty for examples of the test split
    primary key (run_id, example, stage, scorer)
);
