-- Batches: what was asked for and what came of each row; and what a run needs to be run again.
alter table ledger.run add column row_id varchar;
alter table ledger.run add column request_sha varchar;  -- the artifact `BuildRequest`: the inputs by their hashes

create or replace view ledger.latest as
select * from ledger.run qualify row_number() over (partition by run_id order by finished_at desc) = 1;

create table ledger.batch (
    batch_id varchar not null,
    attempt varchar not null,
    requested_at timestamptz not null,
    finished_at timestamptz,             -- null in the row that is written when a batch starts
    manifest varchar not null,
    manifest_sha varchar not null,
    out varchar not null,
    model varchar not null,              -- of the rows that name none
    made_for date not null,              -- the day that "present" means
    version varchar not null,
    budget_usd decimal(12, 6),
    planned int not null,                -- rows of this attempt: a re-run plans those that failed
    delivered int,
    failed int,
    held int,
    refused int,
    recorded_at timestamptz not null
);

create table ledger.batch_row (
    batch_id varchar not null,
    attempt varchar not null,
    row_id varchar not null,
    run_id varchar,                      -- null where a row ended before it was a run
    status varchar not null check (status in ('delivered', 'failed', 'held', 'refused')),
    error_code varchar,
    error varchar,
    executed int not null,
    cached int not null,
    seconds double not null,
    cost_usd decimal(12, 6),
    recorded_at timestamptz not null
);

-- What came of each row last, also of a batch that was killed: its runs have journals of their own.
create view ledger.batch_outcome as
select * from (
    select batch_id, row_id, run_id, status, error_code, error, executed, cached, seconds, cost_usd, recorded_at
    from ledger.batch_row
    union all
    select batch_id, row_id, run_id, case status when 'ok' then 'delivered' else status end, error_code, error,
        null, null, epoch(finished_at - started_at), cost_usd, finished_at
    from ledger.run where batch_id is not null and row_id is not null
) qualify row_number() over (partition by batch_id, row_id order by recorded_at desc) = 1;

-- The same with the newest attempt of the run: its stages and checks are under it.
create view ledger.batch_run as
select o.*, r.attempt from ledger.batch_outcome o left join ledger.latest r using (run_id);

-- The newest attempt of each batch, with what has come of all its rows so far.
create view ledger.batch_latest as
select b.* exclude (planned, delivered, failed, held, refused),
    (select max(planned) from ledger.batch p where p.batch_id = b.batch_id) as planned,
    o.delivered, o.failed, o.held, o.refused, o.cost_usd
from (select * from ledger.batch qualify row_number() over (partition by batch_id order by recorded_at desc) = 1) b
left join (
    select batch_id, count(*) filter (status = 'delivered') as delivered, count(*) filter (status = 'failed') as failed,
        count(*) filter (status = 'held') as held, count(*) filter (status = 'refused') as refused, sum(cost_usd) as cost_usd
    from ledger.batch_outcome group by batch_id
) o using (batch_id);
