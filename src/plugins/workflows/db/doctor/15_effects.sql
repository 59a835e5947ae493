-- What a workflow made belongs to an agent job that is done, and to the claim that finished it.
select f.exec, f.node, f.idx, f.slot, f.fence, j.state, j.fence as job_fence
from payload_workflows.effect f left join payload_workflows.job j using (exec, node, idx)
where f.doc_id is null or j.state is null or (j.state = 'done' and j.fence <> f.fence)
  or (j.state not in ('done', 'skipped') and j.gen = 0)
