--liquibase formatted sql

--changeset lianban:exchange-undo-note
--comment What went along with an import that was taken back, and what it leaves.
alter table exchange.intake add column undo_note text;
