--liquibase formatted sql

--changeset lianban:supervision-unattended
--comment Units whose queue was found with nobody to work on it, and of which supervision was told; gone when somebody is there again.
create table supervision.unattended (
  district_id int not null,
  unit_id int not null,
  told_at timestamptz not null,
  primary key (district_id, unit_id),
  foreign key (district_id, unit_id) references tenancy.unit
);
select tenancy.protect('supervision.unattended', 'definition', 'select, insert, delete');
