--liquibase formatted sql

--changeset lianban:cases-ruling
-- sent back a second time, a hand-over goes to a binding ruling
alter table cases.casefile drop constraint casefile_status_check;
alter table cases.casefile add constraint casefile_status_check check (status in ('RECEIVED', 'ACCEPTED', 'HANDED_UP', 'SIGNED', 'RETURNED', 'IN_RULING', 'DECIDED', 'DELIVERED', 'WITHDRAWN', 'NOT_ACCEPTED', 'VOIDED', 'TRANSFERRED'));
