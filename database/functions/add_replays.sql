-- Asks the service to read parked events again with what it knows today: one task each.
--
-- p: {ids}  or  {kind}  or  {all: true}
-- returns: {added: n}
create or replace function public.add_replays(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v_added integer;
begin
  insert into app.effects (key, destination, origin, kind, body)
  select 'replay:' || e.id || ':' || extract(epoch from clock_timestamp()), 'task', 'control', 'replay',
         jsonb_build_object('event', e.id)
    from app.events e
   where e.parked
     and ((p ->> 'all')::boolean or e.kind = p ->> 'kind'
          or e.id in (select value::bigint from json_array_elements_text(coalesce(p -> 'ids', '[]'))))
     and not exists (select from app.effects t
                      where t.destination = 'task' and t.kind = 'replay' and t.state in ('queued', 'sending', 'unknown')
                        and (t.body ->> 'event')::bigint = e.id)
   order by e.id;
  get diagnostics v_added = row_count;
  return json_build_object('added', v_added);
end
$$;
select app.seal('public.add_replays(json)');
