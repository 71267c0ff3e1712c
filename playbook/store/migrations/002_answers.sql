-- How far the candidate has come: blanks that are filled, and stories without a blank left.
alter table ledger.run add column answered int;
alter table ledger.run add column stories_yours int;

create or replace view ledger.latest as
select * from ledger.run qualify row_number() over (partition by run_id order by finished_at desc) = 1;
