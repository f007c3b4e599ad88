--liquibase formatted sql

--changeset lianban:cases-hand-down
-- a case goes down to a unit of a sub-district, to be worked on there or because it is sent back after it had been signed for
alter table cases.casefile add column below_unit_id int;
alter table cases.casefile add foreign key (district_id, below_unit_id) references tenancy.unit;
-- who handles it was ruled on: nobody sends it back again
alter table cases.casefile add column ruled boolean not null default false;
alter table cases.casefile drop constraint casefile_status_check;
alter table cases.casefile add constraint casefile_status_check check (status in ('RECEIVED', 'ACCEPTED', 'HANDED_UP', 'SIGNED', 'HANDED_DOWN', 'SIGNED_BELOW', 'RETURNED', 'IN_RULING', 'DECIDED', 'DELIVERED', 'WITHDRAWN', 'NOT_ACCEPTED', 'VOIDED', 'TRANSFERRED'));
create index casefile_in_ruling on cases.casefile (district_id, id) where status = 'IN_RULING';
create index casefile_below on cases.casefile (district_id, below_unit_id) where below_unit_id is not null;
-- ACROSS: passed on to another department
alter table cases.handover drop constraint handover_direction_check;
alter table cases.handover add constraint handover_direction_check check (direction in ('UP', 'DOWN', 'ACROSS'));
-- down to be worked on there; false: sent back
alter table cases.handover add column task boolean not null default false;

--changeset lianban:cases-ruled splitStatements:false
do $$
declare district int;
begin
  for district in select district_id from tenancy.district_code loop
    perform set_config('app.district', district::text, true);
    perform set_config('app.reach', 'ALL', true);
    update cases.casefile set ruled = true
      where district_id = district
        and id in (select case_id from cases.case_event where district_id = district and kind = 'RULED');
  end loop;
end $$;
