-- An answer that came when its agent job was over is in the bill within 10 seconds while a worker is alive.
select c.exec, c.node, c.idx, c.key, c.cost, j.state from payload_workflows.call c
join payload_workflows.job j on j.exec = c.exec and j.node = c.node and j.idx = c.idx
where c.state = 'succeeded' and not c.counted and c.finished_at < clock_timestamp() - interval '10 seconds'
  and (j.gen > c.gen
    or (j.state in ('done', 'failed', 'skipped', 'cancelled') and not exists (
      select from :AGENT_JOBS g where g.id = j.pub::text and g.completed_at > now() - interval '10 seconds')))
  and exists (select from payload_workflows.worker w where w.beat_at > clock_timestamp() - interval '2 seconds')
