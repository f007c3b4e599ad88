--liquibase formatted sql

--changeset lianban:cases-subscription
-- ids only, read by whoever decides at either level: cases whose applicant wishes to be told by SMS; the number stays with the applicant
create table cases.subscription (
  district_id int not null,
  case_id bigint not null,
  primary key (district_id, case_id),
  foreign key (district_id, case_id) references cases.casefile
);
select tenancy.protect('cases.subscription', 'definition', 'select, insert, delete');
