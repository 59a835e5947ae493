-- No image that carries a workflow's file name is unknown to the ledger.
select m.id as media, m.filename from :MEDIA m
where m.filename ~ '^wf-[0-9a-f]{12}-.+-[0-9]+-[0-9a-f]{8}[.](png|jpg|webp)$' and not exists (
  select from payload_workflows.effect f where f.doc_id = m.id::text and f.collection = :MEDIA_SLUG)
