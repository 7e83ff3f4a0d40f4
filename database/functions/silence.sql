-- Takes back what the bot has not sent yet. The caller holds the conversation's row lock.
-- Skips an effect that a status is being written to: its writer may hold effects of others too, in another order than we
-- come by. claim_effects rules out what is left.
create or replace function app.silence(p_conversation bigint) returns void
language plpgsql set search_path = '' as $$
begin
  update app.effects set state = 'cancelled', error = 'silenced'
   where id = any (array(
     select id from app.effects
      where conversation_id = p_conversation and destination = 'whatsapp' and origin = 'bot' and state = 'queued'
        for no key update skip locked));
end
$$;
select app.seal('app.silence(bigint)');
