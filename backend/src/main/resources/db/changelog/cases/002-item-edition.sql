--liquibase formatted sql

--changeset lianban:cases-item-edition
-- a case stays on the version of the item that it was accepted under
alter table cases.casefile add column item_edition int not null default 1;
alter table cases.casefile add foreign key (district_id, item_id, item_edition) references catalog.item_version (district_id, item_id, no);

--changeset lianban:cases-reused-material
-- a paper of an earlier case of the same applicant is used again: which case it came with
alter table cases.case_material drop constraint case_material_state_check;
alter table cases.case_material add constraint case_material_state_check check (state in ('ORIGINAL_SEEN', 'COPY', 'EXEMPT', 'OWED', 'REUSED'));
alter table cases.case_material add column reused_from text;
alter table cases.case_material add check ((state = 'REUSED') = (reused_from is not null));
create index on cases.applicant (district_id, id_number);
