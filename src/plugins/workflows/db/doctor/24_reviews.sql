-- A review waits as long as nobody has answered it, and is answered once.
select j.exec, j.node, j.gen, j.state, v.decision, count(*) as rows from payload_workflows.job j
join payload_workflows.execution e on e.id = j.exec
join payload_workflows.plan_node p on p.plan = e.plan and p.node = j.node and p.kind = 'review'
left join payload_workflows.review v on v.exec = j.exec and v.node = j.node and v.gen = j.gen
where j.state in ('waiting', 'done', 'failed')
group by j.exec, j.node, j.gen, j.state, v.decision, v.exec
having v.exec is null or count(*) > 1 or (v.decision is null) <> (j.state = 'waiting')
