--liquibase formatted sql

--changeset lianban:cases-item-edition
-- a case stays on the version of the item that it was accepted under
alter table cases.casefile add column item_edition int not null default 1;
alter table cases.casefile add foreign key (district_id, item_id, item_edition) references catalog.item_version (district_id, item_id, no);
