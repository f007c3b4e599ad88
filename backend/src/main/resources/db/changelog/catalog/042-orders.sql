--liquibase formatted sql

--changeset lianban:catalog-orders
create index item_promised on catalog.item (district_id, promised_limit nulls first, id);
