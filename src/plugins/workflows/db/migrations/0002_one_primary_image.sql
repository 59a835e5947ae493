-- The table of the document attachments is Payload's; this index is ours.
-- "At most one primary image per document" must hold by the database itself, also between two
-- processes. Payload cannot declare a partial index, so it is ours.
-- Before: rows that an older state may have doubled keep the first by order.

update :ATTACHMENTS as late
   set is_primary = false
 where late.is_primary
   and exists (
     select 1 from :ATTACHMENTS as early
      where early.document_collection = late.document_collection
        and early.document_id = late.document_id
        and early.is_primary
        and (early."order", early.id) < (late."order", late.id)
   );

create unique index if not exists document_attachments_one_primary
    on :ATTACHMENTS (document_collection, document_id)
 where is_primary;

