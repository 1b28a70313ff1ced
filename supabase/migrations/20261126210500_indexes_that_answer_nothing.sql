-- What is searched for is compared word by word (`position`), which no trigram index answers; lists of events are read by their end or by their own clocks.
drop index public.members_search_idx;
drop index public.events_search_idx;
drop index public.events_coming_idx;
