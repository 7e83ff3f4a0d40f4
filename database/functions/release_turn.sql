-- Gives a conversation back without a result: after a failure, or when the process stops.
--
-- p: {conversation, fence, retry_ms, failed}     failed: the turn itself is to blame, not the process or the database
-- returns: {released}
create or replace function public.release_turn(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  update app.conversations
     set lease_until = null,
         due_at = now() + (p ->> 'retry_ms')::int * interval '1 ms',
         failures = failures + coalesce((p ->> 'failed')::boolean, false)::int
   where id = (p ->> 'conversation')::bigint and fence = (p ->> 'fence')::bigint and lease_until is not null;
  return json_build_object('released', found);
end
$$;
select app.seal('public.release_turn(json)');
