-- Does at once what a control word asks for; the turn that follows only says so. The caller holds the conversation's row
-- lock. A word that changes nothing, such as a second STOP, is an ordinary message from then on.
create or replace function app.apply_control(p_message bigint, p_conversation bigint, p_control text) returns void
language plpgsql set search_path = '' as $$
declare
  c app.conversations;
  v_control text := p_control;
begin
  -- Of what decides about consent and data the latest word counts, whenever the earlier ones come: late, or read again.
  if p_control in ('stop', 'start', 'delete')
     and exists (select from app.messages given join app.messages later on later.conversation_id = p_conversation
                  where given.id = p_message and later.control in ('stop', 'start', 'delete', 'delete_confirmed')
                    and later.id < given.id and later.sent_at > given.sent_at) then
    update app.messages set control = null where id = p_message;
    return;
  end if;
  select * into c from app.conversations where id = p_conversation;
  case p_control
    when 'stop' then
      v_control := case when c.opted_out_at is null then 'stop' end;
      update app.conversations set opted_out_at = coalesce(opted_out_at, now()) where id = c.id;
    when 'start' then
      v_control := case when c.opted_out_at is not null then 'start' end;
      update app.conversations set opted_out_at = null where id = c.id;
    when 'human' then
      v_control := case when c.mode = 'bot' then 'human' end;
      update app.conversations set mode = 'human' where id = c.id;
    when 'delete' then
      -- Only right behind the question counts: written twice before we have asked it is still the first, and anything said
      -- in between keeps the data.
      if c.delete_asked_at > now() - interval '1 hour'
         and exists (select from app.messages m
                      where m.id = (select max(id) from app.messages where conversation_id = c.id and id < p_message)
                        and m.control = 'delete' and m.turn_id is not null) then
        v_control := 'delete_confirmed';
        update app.conversations
           set delete_asked_at = null, opted_out_at = coalesce(opted_out_at, now()), mode = 'human' where id = c.id;
      else
        update app.conversations set delete_asked_at = now() where id = c.id;
      end if;
    else null; -- answered from what is known
  end case;

  if v_control is distinct from p_control then
    update app.messages set control = v_control where id = p_message;
  end if;
  if v_control in ('stop', 'human', 'delete_confirmed') then
    perform app.silence(c.id, true);
  end if;
end
$$;
select app.seal('app.apply_control(bigint, bigint, text)');
