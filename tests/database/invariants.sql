-- What is true of the whole database at any moment, whatever was done to it: one row for each thing that is not. `rule` says what should hold.
select 'an event counts as many places taken and waiting as there are rows' as rule, event.id::text as subject
from public.events event
left join lateral (
  select count(*) filter (where state = 'registered') as taken, count(*) filter (where state = 'waiting') as waiting
  from public.registrations registration where registration.event_id = event.id
) counted on true
where (event.taken, event.waiting) is distinct from (counted.taken, counted.waiting)

union all
select 'no place is free while somebody waits who is not suspended', event.id::text from public.events event
where event.state = 'published' and event.starts_at > now() and (event.capacity is null or event.taken < event.capacity)
  and exists (select from public.registrations place where place.event_id = event.id and place.state = 'waiting' and not exists (
    select from public.member_statuses s where s.member_id = place.member_id and s.status = 'suspended' and s.during @> now()))

union all
select 'no event has more people than places', event.id::text from public.events event
where (select count(*) from public.registrations registration where registration.event_id = event.id and registration.state = 'registered') > event.capacity

union all
select 'nobody stands in a line twice, and no two on the same place', min(registration.id::text) from public.registrations registration
where registration.state = 'waiting' group by registration.event_id, registration.line having count(*) > 1

union all
select 'a place given from the line was announced once', registration.id::text from public.registrations registration
where registration.promoted_at is not null and registration.state = 'registered' and registration.promoted_at > now() - interval '1 day'
  and (select count(*) from public.outbox letter
       where letter.kind = 'promoted' and letter.subject_id = registration.event_id and letter.recipient_id = registration.member_id
         and letter.occurrence = registration.attempt::text) <> 1

union all
select 'one letter is written once', min(letter.id::text) from public.outbox letter
group by letter.kind, letter.subject_id, letter.recipient_id, letter.occurrence having count(*) > 1

union all
select 'a letter is sent, failed or waiting, never two of them', letter.id::text from public.outbox letter
where letter.sent_at is not null and letter.failed_at is not null

union all
select 'a member has one home at a time', one.member_id::text from public.memberships one
join public.memberships another on another.member_id = one.member_id and another.id > one.id and another.kind = 'home' and another.during && one.during
where one.kind = 'home'

union all
select 'a member has one status at a time', one.member_id::text from public.member_statuses one
join public.member_statuses another on another.member_id = one.member_id and another.id > one.id and another.during && one.during

union all
select 'a chapter has one president at a time', one.chapter_id::text from public.mandates one
join public.mandates another on another.chapter_id = one.chapter_id and another.id > one.id and another.role = 'president' and another.during && one.during
where one.role = 'president'

union all
select 'the tree holds every chapter, each above it, and nothing else', coalesce(kept.descendant_id, true_tree.descendant_id)::text
from public.chapter_tree kept
full join (
  with recursive above as (
    select id as ancestor_id, id as descendant_id, 0 as depth from public.chapters
    union all
    select parent.parent_id, above.descendant_id, above.depth + 1 from above join public.chapters parent on parent.id = above.ancestor_id where parent.parent_id is not null
  ) select * from above
) true_tree using (ancestor_id, descendant_id, depth)
where kept.ancestor_id is null or true_tree.ancestor_id is null

union all
select 'in the figures, start + joins − leaves ± moves ± changes = end', concat_ws(' ', figure.month, figure.scope_kind, figure.scope_id, figure.dimension, figure.value)
from public.figures figure
where figure.at_start + figure.joins - figure.leaves + figure.moved_in - figure.moved_out + figure.changed <> figure.at_end

union all
select 'an account belongs to one member', min(member.user_id::text) from public.members member
where member.user_id is not null group by member.user_id having count(*) > 1

union all
select 'who has erased their account is in no chapter, office or line, and nothing says who it was', member.id::text from public.members member
where member.erased_at is not null
  and (exists (select from public.memberships m where m.member_id = member.id and upper_inf(m.during))
    or exists (select from public.mandates held where held.member_id = member.id and (upper(held.during) > now() or held.shown_as is not null))
    or exists (select from public.coordinators held where held.member_id = member.id and upper(held.during) > now())
    or exists (select from public.join_requests request where request.member_id = member.id)
    or exists (select from public.registrations place join public.events event on event.id = place.event_id
               where place.member_id = member.id and (place.state <> 'registered' or (event.state = 'published' and event.starts_at > greatest(now(), member.erased_at))))
    or exists (select from public.studies study where study.member_id = member.id and study.city_id is not null)
    or exists (select from public.member_details details where details.member_id = member.id and num_nonnulls(details.contact_email, details.funding) > 0)
    or exists (select from public.journal entry where entry.member_id = member.id))

union all
select 'who has left waits for no place', place.id::text from public.registrations place
join public.events event on event.id = place.event_id
join public.member_statuses s on s.member_id = place.member_id and s.status = 'left' and upper_inf(s.during)
where place.state = 'waiting' and event.ends_at > now()

union all
select 'a request that is decided says when', request.id::text from public.join_requests request
where (request.state = 'pending') <> (request.decided_at is null)

union all
select 'what somebody wrote lies in no letter that is over, and in none without its sender', letter.id::text from public.outbox letter
where letter.payload ? 'written' and (num_nonnulls(letter.sent_at, letter.failed_at) > 0 or letter.sender_id is null)

order by 1, 2;
