--liquibase formatted sql

--changeset lianban:files-scan-attempts
--comment A file that the scanner cannot take is asked again later and later; the others do not wait for it.
alter table files.awaiting add attempts int not null default 0;
alter table files.awaiting add next_at timestamptz not null default now();
create index on files.awaiting (next_at);
grant update on files.awaiting to lianban_app;

--changeset lianban:files-limits-version
--comment Two operators who set one district's limits.
alter table files.district_store add version int not null default 0;
