--liquibase formatted sql

--changeset lianban:cases-electronic-delivery
-- the files put on the applicant's page: sealed and signed, uploaded at a desk
alter table cases.delivery drop constraint delivery_way_check;
alter table cases.delivery add constraint delivery_way_check check (way in ('WINDOW', 'POST', 'ELECTRONIC'));
alter table cases.delivery add column file_ids bigint[];
alter table cases.delivery add constraint delivery_files_check
  check ((way = 'ELECTRONIC') = (file_ids is not null and cardinality(file_ids) between 1 and 10));
