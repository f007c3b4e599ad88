--liquibase formatted sql

--changeset lianban:audit-mark-without-path
--comment It runs for every entry, names its table with the schema and uses nothing but pg_catalog, which is searched first: a path of its own, set and put back each time, was a tenth of a rating's time in PostgreSQL.
alter function audit.note_unsealed() reset search_path;
