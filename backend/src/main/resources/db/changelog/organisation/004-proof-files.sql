--liquibase formatted sql

--changeset lianban:organisation-proof-files
--comment The documents are files of their own (subject InPlaceProof, the department's number, a slot for each kind).
alter table organisation.proof drop column file_ref;
