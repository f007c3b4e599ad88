--liquibase formatted sql

--changeset lianban:cases-of-item
--comment Cases of an item accepted since a day: what came in though an upper level had cancelled it.
create index casefile_of_item on cases.casefile (district_id, item_id, accepted_at, id);
