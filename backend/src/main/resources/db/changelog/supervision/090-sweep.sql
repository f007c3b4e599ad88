--liquibase formatted sql

--changeset lianban:supervision-sweep
-- a rule was switched on: every open case of the district is looked at once, in batches behind this id
create table supervision.sweep (
  district_id int not null primary key,
  after_case_id bigint not null default 0
);
select tenancy.protect('supervision.sweep', 'open', 'select, insert, update, delete');
select tenancy.scannable('supervision.sweep');
