-- Lets go of what nobody needs any more, a bounded number of rows at a time: sources of events after event_days (never less
-- than the 8 days in which a provider may repeat them; parked ones three times as long, somebody may still want them), and
-- effects that only showed something to recruiters, receipts and tasks after effect_days. What was said to candidates stays.
--
-- p: {event_days, effect_days, limit}
-- returns: {events: n, effects: n}
create or replace function public.prune(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v_limit integer := (p ->> 'limit')::int;
  v_events integer;
  v_effects integer;
begin
  delete from app.events e where e.id in (
    select o.id from app.events o
     where o.received_at < now() - greatest((p ->> 'event_days')::int, 8) * interval '1 day' * case when o.parked then 3 else 1 end
       and o.received_at < now() - greatest((p ->> 'event_days')::int, 8) * interval '1 day'
       and not exists (select from app.messages m where m.event_id = o.id and m.turn_id is null)
     order by o.id limit v_limit);
  get diagnostics v_events = row_count;

  delete from app.effects e where e.id in (
    select o.id from app.effects o
     where o.state in ('sent', 'cancelled') and (o.destination <> 'whatsapp' or o.kind <> 'text')
       and o.created_at < now() - (p ->> 'effect_days')::int * interval '1 day'
     order by o.created_at limit v_limit);
  get diagnostics v_effects = row_count;
  return json_build_object('events', v_events, 'effects', v_effects);
end
$$;
select app.seal('public.prune(json)');
