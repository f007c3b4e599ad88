--liquibase formatted sql

--changeset lianban:partners-documents-version
--comment Two operators who register one client's documents.
alter table partners.client add documents_version int not null default 0;
