drop function if exists app.silence(bigint);
-- Takes back what the bot has not sent yet; with p_hand_off also the sentence that announces a person. The caller holds the
-- conversation's row lock.
-- Skips an effect that a status is being written to: its writer may hold effects of others too, in another order than we
-- come by. claim_effects rules out what is left.
create or replace function app.silence(p_conversation bigint, p_hand_off boolean) returns void
language plpgsql set search_path = '' as $$
begin
  update app.effects set state = 'cancelled', error = 'silenced'
   where id = any (array(
     select id from app.effects
      where conversation_id = p_conversation and destination = 'whatsapp' and state = 'queued'
        and (origin = 'bot' or p_hand_off and (body ->> 'handOff')::boolean)
        for no key update skip locked));
end
$$;
select app.seal('app.silence(bigint, boolean)');
