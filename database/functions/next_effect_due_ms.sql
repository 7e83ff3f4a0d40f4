-- Milliseconds until the outbox has something new to do; null when nothing waits. What is due already either has been
-- claimed or stands behind a send in flight, whose settling rings the bell.
create or replace function app.next_effect_due_ms() returns integer
language sql stable as $$
  select ceil(1000 * extract(epoch from min(next_at) - now()))::int
    from app.effects where state in ('queued', 'sending', 'unknown') and next_at > now()
$$;
select app.seal('app.next_effect_due_ms()');
