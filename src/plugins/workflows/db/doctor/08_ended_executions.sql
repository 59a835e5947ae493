-- Nothing is left to do in an ended execution.
select j.exec, j.node, j.idx, j.state, e.status from payload_workflows.job j
join payload_workflows.execution e on e.id = j.exec
where e.status in ('completed', 'failed', 'stopped')
  and j.state in ('queued', 'ready', 'held', 'running', 'waiting')
