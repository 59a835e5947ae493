-- Nodes whose outputs a job of this node reads; null = found out by the worker. Made with the plan.
alter table payload_workflows.plan_node add column if not exists reads text[];
