-- The events of an execution are numbered without a gap.
select e.id as exec, e.seq as stored, count(v.seq) as events, max(v.seq) as last
from payload_workflows.execution e left join payload_workflows.event v on v.exec = e.id
group by e.id having count(v.seq) <> e.seq or coalesce(max(v.seq), 0) <> e.seq
