-- What happened in a conversation and why, one row a turn: its messages with the events they came in, what was learned
-- (facts about the person, then answers to the vacancy), the decision, and what became of each effect, with milliseconds.
-- turn_id is null in the row of what belongs to no turn: messages that wait, receipts, what recruiters did.
drop view if exists app.explained;
create view app.explained as
with parts as (
  select conversation_id, id as turn_id from app.turns
  union
  select conversation_id, turn_id from app.messages
  union
  select conversation_id, turn_id from app.effects where conversation_id is not null
)
select p.conversation_id, p.turn_id, t.trace, t.fence, t.silenced, t.claimed_at, t.created_at as committed_at,
       app.elapsed_ms(t.claimed_at, t.created_at) as turn_ms, t.decision,
       coalesce((
         select json_agg(json_build_object('id', m.id, 'event', m.event_id, 'kind', m.kind, 'control', m.control,
                  'text', m.text, 'sent_at', m.sent_at, 'received_at', e.received_at,
                  'wait_ms', app.elapsed_ms(e.received_at, t.claimed_at), 'trace', m.trace) order by m.id)
           from app.messages m left join app.events e on e.id = m.event_id
          where m.conversation_id = p.conversation_id and m.turn_id is not distinct from p.turn_id), '[]') as messages,
       coalesce(f.facts, '[]') as facts,
       coalesce(x.effects, '[]') as effects
  from parts p
  left join app.turns t on t.id = p.turn_id
  -- Effects and facts have no index for this. Grouped, they are read through once, and not once for every turn.
  left join (
    select ft.conversation_id, f.turn_id,
           json_agg(json_build_object('field', f.field, 'value', f.value, 'message', f.message_id, 'quote', f.quote,
             'confidence', f.confidence, 'superseded', f.superseded_by is not null) order by f.kind, f.id) as facts
      from (
        select 1 as kind, id, field, value, message_id, quote, confidence, superseded_by, turn_id from app.profile_facts
        union all
        select 2, id, question, value, message_id, quote, confidence, superseded_by, turn_id from app.answers
      ) f join app.turns ft on ft.id = f.turn_id
     group by ft.conversation_id, f.turn_id
  ) f on f.conversation_id = p.conversation_id and f.turn_id = p.turn_id
  left join (
    select x.conversation_id, x.turn_id,
           json_agg(json_build_object('id', x.id, 'destination', x.destination, 'kind', x.kind, 'origin', x.origin,
             'text', x.body ->> 'text', 'state', x.state, 'attempts', x.attempts, 'unknowns', x.unknowns,
             'error', x.error, 'created_at', x.created_at, 'delivery', x.delivery,
             'queue_ms', app.elapsed_ms(x.created_at, x.sending_at),
             'send_ms', app.elapsed_ms(x.sending_at, x.sent_at),
             'delivery_ms', app.elapsed_ms(x.sent_at, x.delivery_at)) order by x.id) as effects
      from app.effects x
     group by x.conversation_id, x.turn_id
  ) x on x.conversation_id = p.conversation_id and x.turn_id is not distinct from p.turn_id;
revoke all on app.explained from public;
