--liquibase formatted sql

--changeset lianban:files-online
--comment What an applicant sends from his own page.
alter table files.file drop constraint file_source_check;
alter table files.file add constraint file_source_check check (source in ('DESK', 'PHONE', 'ONLINE', 'PRINTED'));
