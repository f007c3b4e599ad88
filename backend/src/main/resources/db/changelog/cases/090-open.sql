--liquibase formatted sql

--changeset lianban:cases-open
-- supervision sweeps the open cases when a rule is switched on or tried; the closed ones are many
create index casefile_open on cases.casefile (district_id, id)
  where status in ('RECEIVED', 'ACCEPTED', 'HANDED_UP', 'SIGNED', 'RETURNED', 'IN_RULING');
