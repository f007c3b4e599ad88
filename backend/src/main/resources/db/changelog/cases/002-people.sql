--liquibase formatted sql

--changeset lianban:cases-deputies
-- the absent person for whom a deputy acted
alter table cases.case_event add for_account_id bigint;
