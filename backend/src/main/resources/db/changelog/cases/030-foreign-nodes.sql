--liquibase formatted sql

--changeset lianban:cases-foreign-nodes
-- steps and standstills of a case as another platform told them (EA_JC_STEP_PROC, _SPECIALNODE), word for word:
-- our own history keeps what they mean, this what they said
create table cases.foreign_node (
  district_id int not null,
  sub_district_id int,
  at_district boolean not null default false,
  case_id bigint not null,
  list text not null check (list in ('PROC', 'SPECIALNODE')),
  sn int not null,
  said text not null check (length(said) <= 20000),
  primary key (district_id, case_id, list, sn),
  foreign key (district_id, case_id) references cases.casefile
);
select tenancy.protect('cases.foreign_node', 'tenant', 'select, insert, update, delete');
