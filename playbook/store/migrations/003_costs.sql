-- What the model cost, stage by stage. Null where a model answered whose price is not known, never 0 for unknown.
alter table ledger.stage_run add column calls int;
alter table ledger.stage_run add column cost_usd decimal(12, 6);
alter table ledger.run add column calls int;  -- requests that were sent, those that failed among them

create or replace view ledger.latest as
select * from ledger.run qualify row_number() over (partition by run_id order by finished_at desc) = 1;
