--liquibase formatted sql

--changeset lianban:catalog-decision-amended
--comment A decision that was typed wrong is corrected; what it said before stays, with who corrected it and why.
alter table catalog.upper_decision add column version int not null default 0;
grant update on catalog.upper_decision to lianban_app;
create table catalog.decision_before (
  district_id int not null,
  decision_id bigint not null,
  version int not null,
  kind text not null,
  name text not null,
  document_no text not null,
  decided_on date not null,
  effective_on date not null,
  level text not null,
  note text not null,
  reason text not null check (length(reason) between 1 and 500),
  replaced_by bigint,
  replaced_at timestamptz not null,
  primary key (district_id, decision_id, version),
  foreign key (district_id, decision_id) references catalog.upper_decision
);
select tenancy.protect('catalog.decision_before', 'definition', 'select, insert');
