--liquibase formatted sql

--changeset lianban:clock-shortened
-- a promise that is shortened by a rule (绿色通道)
alter table clock.event drop constraint event_kind_check;
alter table clock.event add constraint event_kind_check check (kind in ('STARTED', 'SUSPENDED', 'RESUMED', 'EXTENDED', 'SHORTENED', 'HELD_BY', 'RECOMPUTED', 'RUNG', 'CLOSED'));
