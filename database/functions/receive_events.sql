-- Stores what a provider told us and wakes the conversations concerned, all or nothing.
--
-- p: {quiet_ms, ceiling_ms, channel, events: [app.incoming_event, ...], replays}
--    replays: the parked event that these were made of, now that somebody understands it
-- returns: {duplicates: [key, ...], differing: n, woken: n, delivered_ms?: [n, ...], answered_ms?: [n, ...]}
--    differing: how many of the duplicates say something else than the event that came first and counts
--    delivered_ms, answered_ms: see apply_statuses
--
-- Lock order, the same in every caller, so that two flushes cannot deadlock: event keys sorted, the contact lock,
-- conversations by contact, effects by id. Conversations are locked "for no key update": the mirror's trigger adds effects
-- with effects locked, and the foreign key of a new effect would wait for, and deadlock with, a full lock.
create or replace function public.receive_events(p json) returns json
-- No full scans: a plan that was made while a table was empty is kept, and would read it whole once it is full.
language plpgsql security definer set search_path = '' set enable_seqscan = off
-- The deadline of whoever waits for it: PostgREST applies it to the call, the pg transport sets it by itself.
set statement_timeout = '1500ms' as $$
declare
  v_channel text;
  v_replays bigint;
  v_due_at timestamptz;
  v_ceiling_at timestamptz;
  v_given app.incoming_event[];
  v_events app.incoming_event[]; -- those that are new, each once
  v_woken integer := 0;
  v_identity record;
  v_added bigint[]; -- messages
  v_control record;
  v_took json;
begin
  -- p may hold megabytes and every ->> reads through it again, so it is taken apart once and never inside a query.
  select a.channel, now() + least(a.quiet_ms, a.ceiling_ms) * interval '1 ms', now() + a.ceiling_ms * interval '1 ms',
         (select array_agg(e) from json_populate_recordset(null::app.incoming_event, a.events) e), a.replays
    into v_channel, v_due_at, v_ceiling_at, v_given, v_replays
    from json_to_record(p) as a (channel text, quiet_ms integer, ceiling_ms integer, events json, replays bigint);

  -- 1. Once: a key that is already there drops out here, whatever else it carries.
  with given as materialized (
    select distinct on (e.key) e.*
      from unnest(v_given) with ordinality e (event_id, arrival, key, kind, source, message_kind, provider_id, text,
             sent_at, bsuid, parent_bsuid, wa_id, name, status, callback, error_code, control, problem, trace, n)
     order by e.key, n
  ), added as (
    insert into app.events (key, kind, source, parked, problem)
    select decode(key, 'hex'), kind, source, message_kind is null and status is null, problem from given order by key
    on conflict (key) do nothing
    returning id, key
  ), unparked as (
    update app.events e set parked = false, kind = g.kind, problem = null
      from given g
     where v_replays is not null and e.key = decode(g.key, 'hex') and e.parked
       and (g.message_kind is not null or g.status is not null)
    returning e.id, e.key
  ), stored as (
    select * from added union all select * from unparked
  )
  select array_agg((s.id, g.n, g.key, null, null, g.message_kind, g.provider_id, g.text, g.sent_at, g.bsuid,
                    g.parent_bsuid, g.wa_id, g.name, g.status, g.callback, g.error_code, g.control,
                    g.problem, g.trace)::app.incoming_event)
    into v_events
    from stored s join given g on decode(g.key, 'hex') = s.key;

  if exists (select from unnest(v_events) where message_kind is not null) then
    -- 2. People that are new, or known under another name than before.
    for v_identity in
      select e.bsuid, max(e.parent_bsuid) as parent_bsuid, e.wa_id, max(e.name) as name
        from (select *, app.contact_of('bsuid', bsuid) as by_bsuid, app.contact_of('wa_id', wa_id) as by_wa_id
                from unnest(v_events) where message_kind is not null) e
       where (e.bsuid is not null and e.by_bsuid is null)
          or (e.wa_id is not null and e.by_wa_id is null)
          or e.by_bsuid <> e.by_wa_id
       group by e.bsuid, e.wa_id
       order by e.bsuid, e.wa_id
    loop
      perform app.upsert_contact(v_identity.bsuid, v_identity.parent_bsuid, v_identity.wa_id, v_identity.name);
    end loop;

    -- 3. Messages: wake each conversation once, then add its messages and show them to the recruiters.
    with incoming as materialized (
      select e.*, coalesce(e.wa_id, e.bsuid) as recipient,
             coalesce(app.contact_of('bsuid', e.bsuid), app.contact_of('wa_id', e.wa_id)) as contact_id
        from unnest(v_events) e
       where e.message_kind is not null
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
      insert into app.messages (conversation_id, event_id, kind, provider_id, text, sent_at, control, trace)
      select w.id, i.event_id, i.message_kind, i.provider_id, i.text, i.sent_at, i.control, i.trace
        from incoming i join woken w on w.contact_id = i.contact_id
       order by i.arrival
      returning id, conversation_id, trace
    ), mirrored as (
      insert into app.effects (conversation_id, key, destination, origin, kind, body, trace)
      select conversation_id, 'incoming:' || id, 'chatwoot', 'control', 'incoming', jsonb_build_object('message', id), trace
        from added order by id
    )
    select (select count(*) from woken), (select array_agg(id) from added) into v_woken, v_added;

    -- 4. Words that work before anything else, in the order in which they came.
    if exists (select from unnest(v_events) where control is not null) then
      for v_control in
        select id, conversation_id, control from app.messages
         where id = any (v_added) and control is not null order by id
      loop
        perform app.apply_control(v_control.id, v_control.conversation_id, v_control.control);
      end loop;
    end if;
  end if;

  if exists (select from unnest(v_events) where status is not null) then
    v_took := app.apply_statuses(v_events);
  end if;

  -- A body that could not be told apart has become events with keys of their own.
  update app.events set parked = false
   where id = v_replays and exists (select from unnest(v_events) where message_kind is not null or status is not null);

  return json_strip_nulls(json_build_object(
    'duplicates', (select coalesce(json_agg(key), '[]')
                     from (select key from unnest(v_given) except select key from unnest(v_events)) known),
    'differing', case when coalesce(cardinality(v_events), 0) = coalesce(cardinality(v_given), 0) then 0 else (
      select count(*) from unnest(v_given) g join app.events e on e.key = decode(g.key, 'hex')
       where e.source <> g.source) end,
    'woken', v_woken,
    'delivered_ms', v_took -> 'delivered_ms',
    'answered_ms', v_took -> 'answered_ms'));
end
$$;
select app.seal('public.receive_events(json)');
