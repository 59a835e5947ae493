-- What workflows made is still there.
-- note: documents and images that people delete are not made again; this is how many they were.
select f.exec, f.node, f.idx, f.collection, f.doc_id from payload_workflows.effect f
where f.collection in (select m.slug from :MADE_COLLECTIONS m) and f.discarded_at is null
  and not exists (select from :MADE m where m.collection = f.collection and m.id = f.doc_id)
