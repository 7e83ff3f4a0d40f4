-- One event as it was stored.
--
-- p: {id}
-- returns: {event: {id, kind, source, parked, problem, received_at} or null}
create or replace function public.read_event(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  return json_build_object('event', (
    select json_build_object('id', id, 'kind', kind, 'source', source, 'parked', parked, 'problem', problem,
             'received_at', received_at)
      from app.events where id = (p ->> 'id')::bigint));
end
$$;
select app.seal('public.read_event(json)');
