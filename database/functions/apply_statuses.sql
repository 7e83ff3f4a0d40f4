-- Applies delivery statuses to the effects they speak of, set-wise and monotonically: sent < delivered < read; failed is
-- final. A status also answers an unknown send, and proves that one which waits for its next try, or was taken back
-- meanwhile, has left already. What a callback says was written elsewhere: only what goes to WhatsApp has a status.
--
-- Returns {delivered_ms, answered_ms}, each a list or null:
--    delivered_ms: how long ago each text left of which this is the first word that it has arrived
--    answered_ms: how long ago the oldest message was received that is answered by a text of which nobody knew until now
--    that it was sent; what is still on its way is counted by its sender
create or replace function app.apply_statuses(p_events app.incoming_event[]) returns json
language plpgsql set search_path = '' as $$
declare
  v_took json;
begin
  with reported as (
    select coalesce(substring(e.callback from '^effect:(\d{1,18})$')::bigint, f.id) as effect_id, e.provider_id, e.status,
           e.error_code
      from unnest(p_events) e
      left join app.effects f on e.callback is null and f.provider_id = e.provider_id and f.destination = 'whatsapp'
     where e.status is not null
  ), strongest as (
    select distinct on (effect_id) * from reported
     where effect_id is not null
     order by effect_id, app.delivery_rank(status) desc
  ), locked as (
    select f.id, s.provider_id, s.status, s.error_code,
           -- A status may be quicker than the answer that says that it was sent.
           case when f.kind = 'text' and s.status in ('delivered', 'read') and app.delivery_rank(f.delivery) < 2
                then app.elapsed_ms(coalesce(f.sent_at, f.sending_at), clock_timestamp()) end as delivered_ms,
           case when f.kind = 'text' and f.state = 'unknown' then app.elapsed_ms(
             (select t.received_at from app.turns t where t.id = f.turn_id), clock_timestamp()) end as answered_ms
      from app.effects f join strongest s on s.effect_id = f.id
     where f.destination = 'whatsapp'
     order by f.id
       for update of f
  ), applied as (
    update app.effects f set
      delivery = case when app.delivery_rank(l.status) > app.delivery_rank(f.delivery) then l.status else f.delivery end,
      error = case when l.status = 'failed' then l.error_code else f.error end,
      state = case when f.state in ('sending', 'unknown')
                     or f.state in ('queued', 'cancelled') and f.attempts > 0 and l.status <> 'failed'
                     or f.state = 'dead' and f.error = 'no_answer' and l.status <> 'failed'
                   then 'sent' else f.state end,
      delivery_at = case when app.delivery_rank(l.status) > app.delivery_rank(f.delivery) then now() else f.delivery_at end,
      sent_at = coalesce(f.sent_at, now()),
      provider_id = coalesce(f.provider_id, l.provider_id)
      from locked l where f.id = l.id
  )
  select json_build_object('delivered_ms', json_agg(delivered_ms) filter (where delivered_ms is not null),
                           'answered_ms', json_agg(answered_ms) filter (where answered_ms is not null))
    into v_took from locked;
  return v_took;
end
$$;
select app.seal('app.apply_statuses(app.incoming_event[])');

