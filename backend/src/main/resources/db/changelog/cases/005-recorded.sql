--liquibase formatted sql

--changeset lianban:cases-recorded
-- when a line of the history was written, beside when it is said to have happened: what is back-dated shows
alter table cases.case_event add column recorded_at timestamptz;
-- the same applicant refused again; what happened in a month, and in a night
create index on cases.casefile (district_id, applicant_id);
create index on cases.case_event (district_id, at, case_id);
