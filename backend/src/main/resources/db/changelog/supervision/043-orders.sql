--liquibase formatted sql

--changeset lianban:supervision-orders
create index alert_level on supervision.alert (district_id, level, id);
