--liquibase formatted sql

--changeset lianban:cases-agent
-- who acts for the applicant, and on what mandate; in the applicant's row, so that one row holds all that has to be blanked.
-- Null beside a name: written before this was asked for.
alter table cases.applicant add column agent_id_kind text check (agent_id_kind in ('IDENTITY_CARD', 'PASSPORT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT', 'OTHER'));
alter table cases.applicant add column agent_id_number text;
alter table cases.applicant add column mandate text check (mandate in ('GENERAL', 'SPECIAL', 'LEGAL_REPRESENTATIVE', 'GUARDIAN'));
alter table cases.applicant add column mandate_until date;
alter table cases.applicant add check (agent_name is not null or (agent_id_kind is null and agent_id_number is null and mandate is null and mandate_until is null));

--changeset lianban:cases-material-gone
-- a line of the list at receipt that the list at acceptance does not have: the checklist is written anew, the timeline says what went
grant delete on cases.case_material to lianban_app;
