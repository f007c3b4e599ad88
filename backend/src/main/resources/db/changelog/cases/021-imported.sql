--liquibase formatted sql

--changeset lianban:cases-imported splitStatements:false
--comment Came out of a file from another platform; everything else was entered here: window, applicant's page, partner, part of a whole
alter table cases.casefile add imported boolean not null default false;
do $$
declare
  d int;
begin
  for d in select district_id from tenancy.district_code loop
    perform set_config('app.district', d::text, true), set_config('app.reach', 'ALL', true);
    update cases.casefile set imported = true
    where district_id = d and source not in ('WINDOW', 'ONLINE', 'PARENT')
      and not exists (select from partners.client c where c.client_id = source);
  end loop;
  perform set_config('app.district', '', true), set_config('app.reach', '', true);
end $$;
