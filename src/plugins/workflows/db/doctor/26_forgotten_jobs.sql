-- No agent job that is due waits more than 10 seconds while a worker has a free slot.
-- Jobs that workers died with run alone, and others wait for that: then nothing can be said.
select j.exec, j.node, j.idx, j.next_at from payload_workflows.job j
join payload_workflows.execution e on e.id = j.exec
where j.state = 'ready' and e.status in ('pending', 'running')
  and j.next_at < clock_timestamp() - interval '10 seconds'
  and not exists (select from payload_workflows.job s where s.crashes >= 2 and s.state in ('ready', 'running'))
  and exists (
    select from payload_workflows.worker w where w.beat_at > clock_timestamp() - interval '2 seconds'
      and w.slots > (select count(*) from payload_workflows.job r where r.owner = w.id and r.state = 'running'))
