-- The first statement of a document's transaction: a second writer of the same slot waits here until the first one has
-- committed, and then sees its document. The limits hold for the rest of the transaction: a frozen worker inside it holds
-- row locks, and the server breaks them, so that a takeover stays under 10 s (resizing an upload takes a second or two).
create function payload_workflows.claim_effect(p_exec uuid, p_node text, p_idx int, p_slot text, p_fence bigint)
returns jsonb language plpgsql as $$
declare e payload_workflows.effect;
begin
  perform set_config('idle_in_transaction_session_timeout', '8s', true), set_config('lock_timeout', '5s', true),
    set_config('statement_timeout', '30s', true);
  insert into payload_workflows.effect as f (exec, node, idx, slot, fence) values (p_exec, p_node, p_idx, p_slot, p_fence)
    on conflict (exec, node, idx, slot) do update set fence = excluded.fence returning * into e;
  return jsonb_build_object('collection', e.collection, 'documentId', e.doc_id, 'contentHash', e.content_hash, 'pid', pg_backend_pid());
end $$;

-- The last one, sent in one message with COMMIT: what the slots made, and the end of the job. Anything but an end is an
-- error, so that nothing is committed. A host's connection has none of the engine's settings, hence here.
-- p_effects [{ slot, collection, documentId, contentHash }]. Answers the caller's next claims.
create function payload_workflows.complete_documents(p_item jsonb, p_effects jsonb, p_me text, p_want int, p_bells int)
returns jsonb language plpgsql
set jit = off set enable_seqscan = off set enable_bitmapscan = off set plan_cache_mode = force_generic_plan as $$
declare answer jsonb; e jsonb;
begin
  for e in select value from jsonb_array_elements(p_effects) loop
    update payload_workflows.effect set collection = e ->> 'collection', doc_id = e ->> 'documentId',
        content_hash = e ->> 'contentHash', at = clock_timestamp(), discarded_at = null
      where exec = (p_item ->> 'exec')::uuid and node = p_item ->> 'node' and idx = (p_item ->> 'idx')::int and slot = e ->> 'slot';
  end loop;
  answer := payload_workflows.complete(jsonb_build_array(p_item), p_me, p_want, p_bells);
  if answer #>> '{results,0}' not in ('ok', 'dup') then
    raise exception 'the claim on this agent job is no longer held' using errcode = 'WF001';
  end if;
  return answer -> 'claims';
end $$;

-- Its commit is on disk only when everything is that was committed before.
create function payload_workflows.flush() returns void language sql as $$
  select setval('payload_workflows.flushed', 1)
$$;
