-- The collection shows the truth of agent jobs.
select j.exec, j.node, j.idx, j.state, g.status as shown from payload_workflows.job j
join :AGENT_JOBS g on g.id = j.pub::text
where g.execution_id <> j.exec::text or g.node_id <> j.node or g."index" <> j.idx
  or g.status is distinct from case j.state when 'queued' then 'pending' when 'ready' then 'pending'
    when 'held' then 'pending' when 'waiting' then 'running' when 'done' then 'completed' else j.state end
