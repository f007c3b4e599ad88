--liquibase formatted sql

--changeset lianban:clock-rules-version
-- two administrators do not write over each other
alter table clock.setting add version int not null default 0;
