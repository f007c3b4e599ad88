--liquibase formatted sql

--changeset lianban:exchange-noted
--comment Lines about which something was noted (a date of the other platform that differs) are counted and found among many.
alter table exchange.intake add column count_noted int not null default 0;
create index staged_noted on exchange.staged (district_id, actor, intake_id, line) where notes is not null;
