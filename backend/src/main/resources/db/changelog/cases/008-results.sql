--liquibase formatted sql

--changeset lianban:cases-results
-- how the result reached its applicant (行政许可法 Art. 44); handed over at the window, or by post under a number
create table cases.delivery (
  district_id int not null,
  case_id bigint not null,
  sub_district_id int,
  at_district boolean not null default false,
  way text not null check (way in ('WINDOW', 'POST')),
  carrier text,
  post_no text,
  primary key (district_id, case_id),
  foreign key (district_id, case_id) references cases.casefile,
  check ((way = 'POST') = (carrier is not null and post_no is not null))
);
select tenancy.protect('cases.delivery', 'tenant', 'select, insert');

-- 审管衔接: each result reaches the department that supervises afterwards, which signs for it
create table cases.takeover (
  district_id int not null,
  case_id bigint not null,
  sub_district_id int,
  at_district boolean not null default false,
  unit_id int not null,
  sent_at timestamptz not null,
  signed_at timestamptz,
  signed_by bigint,
  duty_id bigint,
  primary key (district_id, case_id),
  foreign key (district_id, case_id) references cases.casefile,
  foreign key (district_id, unit_id) references tenancy.unit,
  foreign key (district_id, duty_id) references clock.duty
);
create index takeover_waiting on cases.takeover (district_id, unit_id, sent_at, case_id) where signed_at is null;
select tenancy.protect('cases.takeover', 'tenant', 'select, insert, update');

-- who supervises after the decision; null: the department that decides
alter table cases.handling add column overseer_unit_id int;
alter table cases.handling add foreign key (district_id, overseer_unit_id) references tenancy.unit;
