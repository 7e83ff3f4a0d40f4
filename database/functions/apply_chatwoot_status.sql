-- Who answers, by Chatwoot's queues: pending is the bot's, open and snoozed are the recruiters', resolved gives back to the
-- bot, whatever we heard before: webhooks get lost. The caller holds the conversation's row lock.
-- Pending after resolved is that next message, not a person who gives back: it may be the one that asked for a human.
create or replace function app.apply_chatwoot_status(c app.conversations, p_status text, p_at timestamptz) returns void
language plpgsql set search_path = '' as $$
declare
  v_mode text := case
    when p_status in ('open', 'snoozed') then 'human'
    when p_status = 'resolved' then 'bot'
    -- Every conversation starts as pending: only one that was the recruiters' before has been given back to the bot.
    when c.chatwoot_status in ('open', 'snoozed') then 'bot'
    else c.mode end;
begin
  if c.chatwoot_status_at > p_at then
    return; -- webhooks overtake each other
  end if;
  update app.conversations set
    chatwoot_status = p_status,
    chatwoot_status_at = p_at,
    mode = v_mode,
    gen = gen + (mode = 'human' and v_mode = 'bot')::int -- a turn that was going to leave the answer to a person looks again
   where id = c.id;
  if p_status in ('open', 'snoozed') then
    perform app.silence(c.id, false); -- it may be our own hand-off that comes back
  end if;
end
$$;
select app.seal('app.apply_chatwoot_status(app.conversations, text, timestamptz)');
