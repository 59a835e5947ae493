-- A finished writing step names what it made, and the ledger knows it.
select g.execution_id as exec, g.node_id as node, g."index" as idx,
  coalesce(g.output ->> 'document_id', g.output ->> 'media_id') as made
from :AGENT_JOBS g
where g.status = 'completed' and g.job_type in ('generate_copy', 'generate_image') and not exists (
  select from payload_workflows.effect f
  where f.doc_id = coalesce(g.output ->> 'document_id', g.output ->> 'media_id')
    and f.collection <> 'document-attachments')
