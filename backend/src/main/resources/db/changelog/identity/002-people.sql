--liquibase formatted sql

--changeset lianban:identity-people
-- created or last enabled: idle days count from here when nobody has signed in since
alter table identity.account add active_since timestamptz not null default now();
alter table identity.account add mobile text check (length(mobile) between 5 and 30);
alter table identity.post add started_on date not null default current_date;
-- the list of people by role
create index post_by_role on identity.post (district_id, role, account_id) where ended_on is null;
