-- After a stop nothing is made, called or finished.
-- What an answer cost that was on its way then is told when it is known: a bill, without a percent.
with stopped as (
  select v.exec, v.seq, v.at from payload_workflows.event v, jsonb_array_elements(v.data) d
  where d ->> 't' = 'execution' and d ->> 'status' = 'stopped')
select s.exec, 'event' as what, v.seq::text as id from stopped s
join payload_workflows.event v on v.exec = s.exec and v.seq > s.seq, jsonb_array_elements(v.data) d
where d ->> 't' in ('job', 'node', 'execution', 'review') or (d ->> 't' = 'progress' and d ? 'percent')
union all
select s.exec, 'call', c.key from stopped s
join payload_workflows.call c on c.exec = s.exec and c.started_at > s.at
union all
select s.exec, 'document', f.collection || ' ' || f.doc_id from stopped s
join payload_workflows.effect f on f.exec = s.exec and f.at > s.at
