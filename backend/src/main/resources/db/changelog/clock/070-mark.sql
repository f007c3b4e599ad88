--liquibase formatted sql

--changeset lianban:clock-mark
-- what the queue shows beside a date: the green channel, papers that have come
alter table clock.duty add column mark text check (mark in ('GREEN_CHANNEL', 'ARRIVED'));
create index duty_marked on clock.duty (district_id, owner_unit_id, mark, queue_at, id) where closed_at is null and mark is not null;
