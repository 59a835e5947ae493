-- No document and no image was made by two steps.
select collection, doc_id, count(*) as effects from payload_workflows.effect
where (collection, doc_id) in (select m.collection, m.id from :MADE m)
group by collection, doc_id having count(*) > 1
