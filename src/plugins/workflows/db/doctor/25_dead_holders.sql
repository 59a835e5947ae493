-- No agent job waits for a dead worker while another lives.
select j.exec, j.node, j.idx, j.owner, w.beat_at from payload_workflows.job j
left join payload_workflows.worker w on w.id = j.owner
where j.state = 'running' and j.claimed_at < clock_timestamp() - interval '10 seconds'
  and (w.id is null or w.beat_at < clock_timestamp() - interval '10 seconds')
  and exists (select from payload_workflows.worker v where v.beat_at > clock_timestamp() - interval '2 seconds')
