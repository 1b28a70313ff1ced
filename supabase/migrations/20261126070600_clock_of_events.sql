-- How far a clock is ahead of universal time, in the words that our pages write: "UTC+5", "UTC−3:30", "UTC".
create function private.clock_of(wall timestamp, moment timestamptz) returns text
language sql immutable set search_path = '' as $$
  select 'UTC' || case when minutes = 0 then '' else
    case when minutes > 0 then '+' else '−' end || abs(minutes) / 60 || case when minutes % 60 = 0 then '' else ':' || lpad((abs(minutes) % 60)::text, 2, '0') end
  end
  from (select round(extract(epoch from wall - (moment at time zone 'UTC')) / 60)::int as minutes) ahead
$$;
revoke execute on function private.clock_of from public;
grant execute on function private.clock_of to anon, authenticated;

-- What a list shows of events, in the order asked for. Seats are numbers: nobody's name is in them.
create or replace function private.event_rows(wanted uuid[]) returns setof jsonb
language plpgsql stable set search_path = '' as $$
begin
  return query
    select jsonb_build_object(
      'id', event.id, 'slug', event.slug, 'kind', event.kind, 'title', event.title, 'spoken', to_jsonb(event.spoken), 'zone', event.zone,
      -- By the table of zones that has decided about the hour: Node and browsers may have heard of other rules.
      'clock', private.clock_of(event.starts_local, event.starts_at),
      'starts_at', event.starts_at, 'ends_at', event.ends_at, 'registration_closes_at', event.registration_closes_at, 'format', event.format,
      'venue', event.venue, 'city', city.name, 'capacity', event.capacity, 'taken', event.taken, 'waiting', event.waiting,
      'visibility', event.visibility, 'state', event.state,
      'zone_city', case when coalesce(city.zone, home.zone) = event.zone then coalesce(city.name, home.name) else private.city_of_zone(event.zone) end,
      'chapter', jsonb_build_object('slug', chapter.slug, 'name', chapter.name))
    from unnest(wanted) with ordinality asked (id, place)
    join public.events event on event.id = asked.id
    join public.chapters chapter on chapter.id = event.chapter_id
    left join public.cities city on city.id = event.city_id
    left join public.cities home on home.id = chapter.city_id
    order by asked.place;
end $$;
