-- What people write is no longer with its blanks than without them, and a study lies in our time, whoever writes it past our forms.
update public.members set surname = btrim(surname), given_name = btrim(given_name), patronymic = btrim(patronymic), latin_name = btrim(latin_name)
where length(surname) > 80 or length(given_name) > 80 or length(patronymic) > 80 or length(latin_name) > 160;
update public.member_details set contact_email = left(contact_email, 254), funding = left(funding, 60) where length(contact_email) > 254 or length(funding) > 60;
update public.studies set university_other = btrim(university_other) where length(university_other) > 200;
update public.studies set started_on = greatest(started_on, '1900-01-01'), ends_on = least(ends_on, '2199-12-31')
where started_on < '1900-01-01' or ends_on >= '2200-01-01';
update public.consents set version = left(version, 40) where length(version) > 40;
update public.events set venue = btrim(venue), address = btrim(address), cancel_reason = btrim(cancel_reason)
where length(venue) > 200 or length(address) > 300 or length(cancel_reason) > 1000;
update public.event_access set address = btrim(address) where length(address) > 300;
alter table public.members add constraint members_of_readable_length check (
  length(surname) <= 80 and length(given_name) <= 80 and length(patronymic) <= 80 and length(latin_name) <= 160);
alter table public.member_details add constraint member_details_of_readable_length check (length(contact_email) <= 254 and length(funding) <= 60);
alter table public.studies
  add constraint studies_in_our_time check (started_on >= '1900-01-01' and ends_on < '2200-01-01'),
  add constraint studies_of_readable_length check (length(university_other) <= 200);
alter table public.consents add constraint consents_of_readable_length check (length(version) <= 40);
alter table public.events drop constraint events_of_readable_length, add constraint events_of_readable_length check (
  length(title::text) <= 2000 and length(summary::text) <= 5000 and length(description::text) <= 100000
  and length(venue) <= 200 and length(address) <= 300 and length(cancel_reason) <= 1000);
alter table public.event_access add constraint event_access_of_readable_length check (length(address) <= 300);
