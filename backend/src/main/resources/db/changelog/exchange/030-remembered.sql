--liquibase formatted sql

--changeset lianban:exchange-remembered-whole
-- merged cells and values for whole columns are chosen again as well as the columns; a constant's header is = and its column
alter table exchange.remembered add column fill_down boolean not null default false;
alter table exchange.remembered add column constant text check (length(constant) <= 4000);
