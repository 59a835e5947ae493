-- A document has at most one primary image, and no image twice.
select document_collection as collection, document_id as document,
  count(*) filter (where is_primary) as primaries, count(image_id) - count(distinct image_id) as doubled
from :ATTACHMENTS group by 1, 2
having count(*) filter (where is_primary) > 1 or count(image_id) <> count(distinct image_id)
