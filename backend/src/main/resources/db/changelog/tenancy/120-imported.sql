--liquibase formatted sql

--changeset lianban:tenancy-unit-imported
--comment A department that a list of items brought along goes when that import is taken back, while nothing was built on it.
alter table tenancy.unit add column import_id bigint;
create index unit_import on tenancy.unit (district_id, import_id) where import_id is not null;
