-- Takes the two columns from whoever asks past our pages, now that the migration before this one has given their readers another way. The pages of a led event
-- in older code are the last that read them: on a hosted project this one follows once that code is gone.
revoke select on public.events from anon, authenticated;
grant select (
  id, slug, chapter_id, kind, title, summary, description, text_status, spoken, zone, starts_local, ends_local, starts_at, ends_at, is_later_of_two,
  registration_closes_at, format, city_id, venue, address, capacity, visibility, state, cancel_reason, version, created_at, search, clock,
  ends_clock, closes_clock, last_day) on public.events to anon, authenticated;