--liquibase formatted sql

--changeset lianban:cases-foreign
--comment Cases of other platforms: the last day as that platform counts it, beside our own clock; one record per platform and number.
alter table cases.casefile add column foreign_due_on date;
create unique index casefile_foreign on cases.casefile (district_id, foreign_no, source) where foreign_no is not null;
