-- The collection shows the truth of executions.
select e.id as exec, e.status, x.status as shown, e.pct as percent, x.progress_percent as shown_percent
from payload_workflows.execution e join :EXECUTIONS x on x.id = e.id::text
where x.status is distinct from case e.status when 'pausing' then 'paused' else e.status end
  or x.progress_percent is distinct from e.pct or x.pause_reason is distinct from e.pause_reason
  or (e.status in ('completed', 'failed', 'stopped')) <> (x.completed_at is not null)
  or (e.status = 'completed' and e.pct <> 100)
  or (e.status in ('completed', 'failed', 'stopped')
    and (x.tokens_in, x.tokens_out, round(x.cost, 9), x.items_done)
      is distinct from (e.tokens_in, e.tokens_out, round(e.cost, 9), e.items_done))
