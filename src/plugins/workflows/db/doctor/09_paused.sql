-- Nothing runs, and nothing may be claimed, while paused; nothing is held back while not.
select j.exec, j.node, j.idx, j.state, e.status from payload_workflows.job j
join payload_workflows.execution e on e.id = j.exec
where (e.status = 'paused' and j.state = 'running' and e.pause_reason <> 'review')
  or (e.status in ('pausing', 'paused') and j.state = 'ready')
  or (e.status in ('pending', 'running') and j.state = 'held')
