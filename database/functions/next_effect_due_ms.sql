drop function if exists app.next_effect_due_ms();
-- Milliseconds until the outbox has something new to do; null when nothing waits. What is due already either has been
-- claimed or stands behind a send in flight, whose settling rings the bell.
create or replace function app.next_effect_due_ms(p_destination text) returns integer
language sql stable as $$
  select ceil(1000 * extract(epoch from min(next_at) - now()))::int
    from app.effects
   where destination = p_destination and state in ('queued', 'sending', 'unknown') and next_at > now()
$$;
select app.seal('app.next_effect_due_ms(text)');
