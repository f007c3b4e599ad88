--liquibase formatted sql

--changeset lianban:catalog-unpublished
-- new items on their way to their first publication: a handful among thousands
create index item_unpublished on catalog.item (district_id, id) where edition = 0;
