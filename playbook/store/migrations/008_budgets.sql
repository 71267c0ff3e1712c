-- A batch keeps the budget that it was given: the row of a re-run has what was left of it then, as it has the rows that were left.
create or replace view ledger.batch_latest as
select b.* exclude (planned, delivered, failed, held, refused)
        replace ((select max(budget_usd) from ledger.batch p where p.batch_id = b.batch_id) as budget_usd),
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
