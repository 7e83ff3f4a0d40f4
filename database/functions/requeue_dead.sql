-- Sends effects that were given up once more, with all their tries before them. Takeover, opt-out and the 24 hour window
-- still count when they leave.
--
-- p: {ids}  or  {destination}
-- returns: {requeued: n}
create or replace function public.requeue_dead(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v_requeued integer;
begin
  update app.effects set
    state = 'queued', next_at = now(), due_at = now(), tries_before = attempts, unknowns = 0, error = null
   where id = any (array(
     select e.id from app.effects e
      where e.state = 'dead'
        and (e.destination = p ->> 'destination'
             or e.id in (select value::bigint from json_array_elements_text(coalesce(p -> 'ids', '[]'))))
      order by e.id for update));
  get diagnostics v_requeued = row_count;
  return json_build_object('requeued', v_requeued);
end
$$;
select app.seal('public.requeue_dead(json)');
