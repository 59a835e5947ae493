-- An active node has something open, an ended one has nothing.
select exec, node, state, open from payload_workflows.node_run
where (state in ('active', 'waiting')) <> (open > 0) and state <> 'cancelled'
