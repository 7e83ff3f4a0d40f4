-- Everything a turn needs to know about each of the given conversations, which the caller holds a lease on.
-- Called as a statement of its own: it must see what was committed before the lease or lock was taken.
create or replace function app.turn_inputs(p_conversations bigint[]) returns json
language plpgsql stable set search_path = '' as $$
begin
  return (select coalesce(json_agg(json_build_object(
    'conversation', c.id,
    'fence', c.fence,
    'gen', c.gen,
    'attempts', c.attempts,
    'failures', c.failures,
    'channel', c.channel,
    'mode', c.mode,
    'opted_out', c.opted_out_at is not null,
    'contact', json_build_object('id', k.id, 'name', k.name, 'wa_id', (
      select value from app.contact_aliases where contact_id = k.id and kind = 'wa_id' order by created_at desc limit 1)),
    'progress', c.progress,
    'checkpoint_id', c.checkpoint_id,
    'summary', c.summary,
    'waited_ms', app.elapsed_ms(pending.received_at, greatest(pending.received_at, c.claimed_at)),
    'messages', coalesce(pending.list, '[]'),
    'facts', coalesce(facts.list, '[]'),
    'application', applying.json,
    'recent', coalesce(recent.list, '[]')) order by c.due_at, c.id), '[]')
  from app.conversations c
  join app.contacts k on k.id = c.contact_id
  -- At most 100 messages a turn, in the order of the sender's clock (whole seconds), then of arrival.
  left join lateral (
    select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'provider_id', m.provider_id, 'text', m.text,
             'sent_at', m.sent_at, 'control', m.control, 'trace', m.trace) order by m.sent_at, m.id) as list,
           min((select e.received_at from app.events e where e.id = m.event_id)) as received_at
      from (select * from app.messages where conversation_id = c.id and turn_id is null order by id limit 100) m
  ) pending on true
  left join lateral (
    select json_agg(json_build_object('field', f.field, 'value', f.value, 'message_id', f.message_id,
             'quote', f.quote, 'confidence', f.confidence) order by f.id) as list
      from app.profile_facts f where f.contact_id = c.contact_id and f.superseded_by is null
  ) facts on true
  -- Only the newest application that has not ended, by its own version of the vacancy.
  left join lateral (
    select json_build_object('id', a.id, 'vacancy', a.vacancy_id, 'version', a.version, 'definition', d.definition,
             'closed', v.status = 'closed', 'submitted', a.state = 'submitted', 'decision', a.decision,
             'answers', coalesce(answers.list, '[]')) as json
      from (select * from app.applications where conversation_id = c.id and state <> 'ended' order by id desc limit 1) a
      join app.vacancies v on v.id = a.vacancy_id
      join app.vacancy_versions d on d.vacancy_id = a.vacancy_id and d.version = a.version
      left join lateral (
        select json_agg(json_build_object('field', w.question, 'value', w.value, 'message_id', w.message_id,
                 'quote', w.quote, 'confidence', w.confidence) order by w.id) as list
          from app.answers w where w.application_id = a.id and w.superseded_by is null
      ) answers on true
  ) applying on true
  -- The last 20 things that were said, so that the cost of a turn does not grow with the conversation.
  left join lateral (
    select json_agg(json_build_object('from', said.author, 'text', said.text, 'at', said.at, 'asks', said.asks)
             order by said.at, said.id) as list
      from (
        (select 'candidate' as author, m.id, m.text, m.sent_at as at, null as asks from app.messages m
          where m.conversation_id = c.id and m.turn_id is not null order by m.id desc limit 20)
        union all
        (select e.origin, e.id, e.body ->> 'text', e.created_at, e.body ->> 'asks' from app.effects e
          where e.conversation_id = c.id and e.kind = 'text' and e.state <> 'cancelled' order by e.id desc limit 20)
        -- What came in the same second, or was said in the same turn, keeps its order.
        order by at desc, id desc limit 20
      ) said
  ) recent on true
  where c.id = any (p_conversations));
end
$$;
select app.seal('app.turn_inputs(bigint[])');
