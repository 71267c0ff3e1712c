-- Gates: what a batch as a whole was held to, who let it pass, and what was published of it; figures of a playbook for that.
alter table ledger.run add column fit int;            -- overall score
alter table ledger.run add column pages int;
alter table ledger.run add column stories int;
alter table ledger.run add column story_blanks int;   -- blanks in the stories
alter table ledger.run add column degraded_lines int; -- lines of the playbook that kept the embedded words, whenever they were made

create or replace view ledger.latest as
select * from ledger.run qualify row_number() over (partition by run_id order by finished_at desc) = 1;

-- `hold`: files appear when the batch has met its expectations. Null in batches of before.
alter table ledger.batch add column gate varchar;

-- A row that `passed` its checks is made, and not published: its batch is held or not judged yet. DuckDB cannot widen a check.
create table ledger.wider_row (
    batch_id varchar not null,
    attempt varchar not null,
    row_id varchar not null,
    run_id varchar,                      -- null where a row ended before it was a run
    status varchar not null check (status in ('delivered', 'passed', 'failed', 'held', 'refused')),
    error_code varchar,
    error varchar,
    executed int not null,
    cached int not null,
    seconds double not null,
    cost_usd decimal(12, 6),
    recorded_at timestamptz not null
);
insert into ledger.wider_row by name select * from ledger.batch_row;
drop table ledger.batch_row;
alter table ledger.wider_row rename to batch_row;

-- Results of expectations are of a batch and of no run.
create table ledger.wider_result (
    run_id varchar,
    batch_id varchar,
    attempt varchar not null,
    stage varchar not null,
    rule varchar not null,
    engine varchar not null check (engine in ('pydantic', 'pandera', 'document', 'gx')),
    severity varchar not null check (severity in ('block', 'warn', 'info')),
    ok boolean not null,
    n bigint not null,                   -- 0 where nothing was judged
    bad bigint not null,
    observed double,                     -- a share, a mean or a change; of expectations
    samples varchar[] not null,
    recorded_at timestamptz not null,
    check (run_id is not null or batch_id is not null)
);
insert into ledger.wider_result by name select * from ledger.check_result;
drop table ledger.check_result;
alter table ledger.wider_result rename to check_result;

-- What was decided of a batch, newest last: by its expectations, or by who released it.
create table ledger.decision (
    batch_id varchar not null,
    attempt varchar not null,
    decision varchar not null check (decision in ('met', 'alarm', 'not judged', 'held', 'released')),
    decided_by varchar,                  -- null for the expectations
    why varchar,
    recorded_at timestamptz not null
);

-- Rows whose files were put in place after their batch was judged.
create table ledger.publication (
    batch_id varchar not null,
    attempt varchar not null,
    row_id varchar not null,
    run_id varchar not null,
    recorded_at timestamptz not null
);

create view ledger.batch_decision as
select * from ledger.decision qualify row_number() over (partition by batch_id order by recorded_at desc) = 1;

create or replace view ledger.batch_outcome as
with latest as (
    select * from (
        select batch_id, row_id, run_id, status, error_code, error, executed, cached, seconds, cost_usd, recorded_at
        from ledger.batch_row
        union all
        select r.batch_id, row_id, run_id,
            case when status <> 'ok' then status when b.gate = 'hold' then 'passed' else 'delivered' end,
            error_code, error, null, null, epoch(r.finished_at - started_at), cost_usd, r.finished_at
        from ledger.run r left join (select batch_id, max(gate) as gate from ledger.batch group by batch_id) b using (batch_id)
        where r.batch_id is not null and row_id is not null
    ) qualify row_number() over (partition by batch_id, row_id order by recorded_at desc) = 1
)
select l.* replace (case when l.status = 'passed' and p.run_id is not null then 'delivered' else l.status end as status)
from latest l left join (select distinct batch_id, row_id, run_id from ledger.publication) p using (batch_id, row_id, run_id);

create or replace view ledger.batch_run as
select o.*, r.attempt from ledger.batch_outcome o left join ledger.latest r using (run_id);

create or replace view ledger.batch_latest as
select b.* exclude (planned, delivered, failed, held, refused),
    (select max(planned) from ledger.batch p where p.batch_id = b.batch_id) as planned,
    o.delivered, o.failed, o.held, o.refused, o.cost_usd, o.passed, d.decision, d.decided_by, d.why, d.recorded_at as decided_at
from (select * from ledger.batch qualify row_number() over (partition by batch_id order by recorded_at desc) = 1) b
left join (
    select batch_id, count(*) filter (status = 'delivered') as delivered, count(*) filter (status = 'failed') as failed,
        count(*) filter (status = 'held') as held, count(*) filter (status = 'refused') as refused, sum(cost_usd) as cost_usd,
        count(*) filter (status = 'passed') as passed
    from ledger.batch_outcome group by batch_id
) o using (batch_id)
left join ledger.batch_decision d using (batch_id);

-- Figures of a batch when it was judged, so that later nights are compared without adding up this one again.
create table ledger.batch_figure (
    batch_id varchar not null,
    attempt varchar not null,
    figure varchar not null,             -- `rule:ID` for the share of playbooks that break a rule
    value double,                        -- null where it was reckoned from nothing
    n bigint not null,                   -- rows or playbooks that it was reckoned from
    recorded_at timestamptz not null
);
