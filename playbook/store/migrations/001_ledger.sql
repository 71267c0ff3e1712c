-- The ledger: what ran, what it made, what the checks said. Loaded from journals; never written by a run.
create schema if not exists ledger;

create table ledger.journal (
    name varchar primary key,
    rows bigint not null,
    loaded_at timestamptz not null default now()
);

create table ledger.run (
    run_id varchar not null,
    attempt varchar not null,
    batch_id varchar,
    candidate_key varchar not null,      -- hash of the resume: a run is found without naming a person
    company varchar not null,
    role varchar,
    model varchar not null,
    version varchar not null,
    status varchar not null check (status in ('ok', 'refused', 'failed', 'held')),
    error_code varchar,
    error varchar,
    out varchar,
    started_at timestamptz not null,
    finished_at timestamptz not null,
    cpu_seconds double not null,
    tokens_in bigint not null,
    tokens_out bigint not null,
    cost_usd decimal(12, 6),             -- null where the model has no known price
    blanks int,
    primary key (run_id, attempt)
);

create table ledger.stage_run (
    run_id varchar not null,
    attempt varchar not null,
    stage varchar not null,
    content_key varchar not null,
    input_shas varchar[] not null,
    output_sha varchar,
    output_kind varchar,
    status varchar not null check (status in ('ok', 'failed', 'cached')),
    error_code varchar,
    error varchar,
    recorded_at timestamptz not null,
    cpu_ms double not null,
    tokens_in bigint not null,
    tokens_out bigint not null,
    degraded varchar[] not null,
    program varchar,
    worker varchar not null
);

create table ledger.check_result (
    run_id varchar not null,
    attempt varchar not null,
    stage varchar not null,
    rule varchar not null,
    engine varchar not null check (engine in ('pydantic', 'pandera', 'document')),
    severity varchar not null check (severity in ('block', 'warn', 'info')),
    ok boolean not null,
    n bigint not null,
    bad bigint not null,
    samples varchar[] not null,
    recorded_at timestamptz not null
);

-- The newest attempt of each run is what `playbook runs` shows.
create view ledger.latest as
select * from ledger.run qualify row_number() over (partition by run_id order by finished_at desc) = 1;
