-- Every agent job has its row in the collection, and the other way round.
select j.exec, j.node, j.idx, g.id as collection from payload_workflows.job j
full join :AGENT_JOBS g on g.id = j.pub::text
where j.exec is null or g.id is null
