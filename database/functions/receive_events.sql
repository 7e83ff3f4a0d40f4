-- Stores what a provider told us and wakes the conversations concerned, all or nothing.
--
-- p: {quiet_ms, ceiling_ms, channel, events: [app.incoming_event, ...]}
-- returns: {duplicates: [key, ...], woken: n}
--
-- Lock order, the same in every caller, so that two flushes cannot deadlock: event keys sorted, the contact lock,
-- conversations by contact, effects by id.
create or replace function public.receive_events(p json) returns json
language plpgsql security definer set search_path = '' as $$
declare
  v_channel text;
  v_due_at timestamptz;
  v_ceiling_at timestamptz;
  v_events app.incoming_event[];
  v_new text[];
  v_woken integer;
  v_identity record;
begin
  -- p may hold megabytes and every ->> reads through it again, so it is taken apart once and never inside a query.
  select a.channel, now() + least(a.quiet_ms, a.ceiling_ms) * interval '1 ms', now() + a.ceiling_ms * interval '1 ms',
         (select array_agg(e) from json_populate_recordset(null::app.incoming_event, a.events) e)
    into v_channel, v_due_at, v_ceiling_at, v_events
    from json_to_record(p) as a (channel text, quiet_ms integer, ceiling_ms integer, events json);

  -- 1. Once: a key that is already there drops out here, whatever else it carries.
  with stored as (
    insert into app.events (key, kind, source, parked)
    select distinct on (e.key) decode(e.key, 'hex'), e.kind, e.source, e.message_kind is null and e.status is null
      from unnest(v_events) e
     order by e.key
    on conflict (key) do nothing
    returning key
  )
  select coalesce(array_agg(encode(key, 'hex')), '{}') into v_new from stored;

  -- 2. People that are new, or known under another name than before.
  for v_identity in
    select e.bsuid, max(e.parent_bsuid) as parent_bsuid, e.wa_id, max(e.name) as name
      from unnest(v_events) e
      left join app.contact_aliases b on b.kind = 'bsuid' and b.value = e.bsuid
      left join app.contact_aliases w on w.kind = 'wa_id' and w.value = e.wa_id
     where e.message_kind is not null
       and e.key = any (v_new)
       and (e.bsuid is not null and b.contact_id is null
            or e.wa_id is not null and w.contact_id is null
            or b.contact_id <> w.contact_id)
     group by e.bsuid, e.wa_id
     order by e.bsuid, e.wa_id
  loop
    perform app.upsert_contact(v_identity.bsuid, v_identity.parent_bsuid, v_identity.wa_id, v_identity.name);
  end loop;

  -- 3. Messages: wake each conversation once, then add its messages.
  with incoming as materialized (
    select distinct on (e.key) e.key, e.message_kind, e.provider_id, e.text, e.sent_at, e.arrival,
           coalesce(b.contact_id, w.contact_id) as contact_id,
           coalesce(e.wa_id, e.bsuid) as recipient
      from unnest(v_events) with ordinality e (key, kind, source, message_kind, provider_id, text, sent_at, bsuid,
             parent_bsuid, wa_id, name, status, callback, error_code, arrival)
      left join app.contact_aliases b on b.kind = 'bsuid' and b.value = e.bsuid
      left join app.contact_aliases w on w.kind = 'wa_id' and w.value = e.wa_id
     where e.message_kind is not null and e.key = any (v_new)
     order by e.key, e.arrival
  ), woken as (
    insert into app.conversations as c
      (channel, contact_id, recipient, last_inbound_at, gen, due_at, first_due_at)
    select v_channel, i.contact_id, (array_agg(i.recipient order by i.arrival desc))[1], max(i.sent_at), count(*),
           v_due_at, v_ceiling_at
      from incoming i
     group by i.contact_id
     order by i.contact_id
    on conflict (channel, contact_id) do update set
      recipient = excluded.recipient,
      last_inbound_at = greatest(c.last_inbound_at, excluded.last_inbound_at),
      gen = c.gen + excluded.gen,
      first_due_at = coalesce(c.first_due_at, excluded.first_due_at),
      due_at = least(coalesce(c.first_due_at, excluded.first_due_at), excluded.due_at)
    returning c.id, c.contact_id
  ), added as (
    insert into app.messages (conversation_id, event_id, kind, provider_id, text, sent_at)
    select w.id, s.id, i.message_kind, i.provider_id, i.text, i.sent_at
      from incoming i
      join woken w on w.contact_id = i.contact_id
      join app.events s on s.key = decode(i.key, 'hex')
     order by i.arrival
    returning 1
  )
  select count(*) into v_woken from woken;

  -- 4. Statuses, monotonic: sent < delivered < read; failed is final. A status also answers an unknown send, and
  -- proves that one which waits for its next try has left already.
  with reported as (
    select coalesce(substring(e.callback from '^effect:(\d{1,18})$')::bigint, f.id) as effect_id, e.provider_id, e.status,
           e.error_code
      from unnest(v_events) e
      left join app.effects f on e.callback is null and f.provider_id = e.provider_id
     where e.status is not null and e.key = any (v_new)
  ), strongest as (
    select distinct on (effect_id) * from reported
     where effect_id is not null
     order by effect_id, app.delivery_rank(status) desc
  ), locked as (
    select f.id, s.provider_id, s.status, s.error_code
      from app.effects f join strongest s on s.effect_id = f.id
     order by f.id
       for update of f
  )
  update app.effects f set
    delivery = case when app.delivery_rank(l.status) > app.delivery_rank(f.delivery) then l.status else f.delivery end,
    error = case when l.status = 'failed' then l.error_code else f.error end,
    state = case when f.state in ('sending', 'unknown')
                   or f.state = 'queued' and f.attempts > 0 and l.status <> 'failed' then 'sent' else f.state end,
    sent_at = coalesce(f.sent_at, now()),
    provider_id = coalesce(f.provider_id, l.provider_id)
    from locked l where f.id = l.id;

  return json_build_object(
    'duplicates', (select coalesce(json_agg(distinct e.key), '[]') from unnest(v_events) e where e.key <> all (v_new)),
    'woken', v_woken);
end
$$;
select app.seal('public.receive_events(json)');
