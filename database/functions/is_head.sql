-- Whether nothing open stands before this effect in its conversation and destination. The mirror's trigger adds effects
-- without the conversation's lock, so one may turn up before another that is on its way already: that one is waited for.
create or replace function app.is_head(e app.effects) returns boolean
language sql stable as $$
  select not exists (
    select from app.effects b
     where b.conversation_id = e.conversation_id and b.destination = e.destination and b.id < e.id
       and b.state in ('queued', 'sending', 'unknown'))
    and not exists (
    select from app.effects b
     where b.conversation_id = e.conversation_id and b.destination = e.destination and b.id <> e.id
       and b.state = 'sending' and b.next_at > now())
$$;
select app.seal('app.is_head(app.effects)');
