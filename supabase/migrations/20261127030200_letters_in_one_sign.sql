-- Letters that were stored as two signs ("и" and a breve, which is no "й") are found by nobody: our forms send them as one. No version of an event is counted
-- up, since nobody has changed it; the columns by which people search follow by themselves.
update public.members set surname = normalize(surname), given_name = normalize(given_name), patronymic = normalize(patronymic), latin_name = normalize(latin_name)
where surname is not normalized or given_name is not normalized or patronymic is not normalized or latin_name is not normalized;
update public.studies set university_other = normalize(university_other) where university_other is not normalized;
update public.mandates set shown_as = normalize(shown_as) where shown_as is not normalized;
update public.chapters set name = normalize(name::text)::jsonb, summary = normalize(summary::text)::jsonb, about = normalize(about::text)::jsonb
where name::text is not normalized or summary::text is not normalized or about::text is not normalized;
update public.events set title = normalize(title::text)::jsonb, summary = normalize(summary::text)::jsonb, description = normalize(description::text)::jsonb,
                         venue = normalize(venue), address = normalize(address)
where title::text is not normalized or summary::text is not normalized or description::text is not normalized or venue is not normalized or address is not normalized;
