-- An execution that is not ended has something that makes it go on.
-- Otherwise it would stay as it is for ever: no job ready, no person asked, no pause that could be resumed.
select id as exec, status, active, waiting, inflight, queued from payload_workflows.execution
where (status in ('pending', 'running', 'pausing', 'paused') and active = 0)
  or (status in ('pending', 'running') and (active = waiting or inflight = 0))
  or (status = 'paused' and pause_reason = 'review' and active > waiting)
  or (status = 'pausing' and inflight = 0)
