--liquibase formatted sql

--changeset lianban:outbox-marks-without-path
--comment As audit.note_unsealed: they name their tables with the schema and run for every row.
alter function outbox.note_message() reset search_path;
alter function outbox.note_delivery() reset search_path;
