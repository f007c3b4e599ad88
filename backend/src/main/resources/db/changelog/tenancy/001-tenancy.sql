--liquibase formatted sql

--changeset lianban:tenancy-protect splitStatements:false
--comment The one place that knows the shape of a row-level-security policy. Every table is put into exactly one class by it.
create schema tenancy;
create function tenancy.protect(tbl regclass, class text, privileges text) returns void
language plpgsql set search_path = pg_catalog as $$
declare
  here  constant text := 'district_id = nullif(current_setting(''app.district'', true), '''')::int';
  reach constant text := 'current_setting(''app.reach'', true)';
  own   constant text := 'sub_district_id = nullif(current_setting(''app.sub_district'', true), '''')::int';
  staff constant text := here || ' and ' || reach || ' in (''ALL'', ''LEVEL'', ''OWN'')';
  row_visible constant text := here || ' and (' || reach || ' = ''ALL'''
      || ' or (' || reach || ' = ''OWN'' and ' || own || ')'
      || ' or (' || reach || ' = ''LEVEL'' and (sub_district_id is null or at_district)))';
begin
  execute format('comment on table %s is %L', tbl, 'class: ' || class);
  execute format('grant usage on schema %s to lianban_app',
                 (select relnamespace::regnamespace from pg_class where oid = tbl));
  execute format('grant %s on %s to lianban_app', privileges, tbl);
  if class = 'machinery' then
    return;
  end if;
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  case class
    when 'tenant' then
      execute format('create policy visible on %s using (%s) with check (%s)', tbl, row_visible, row_visible);
    when 'definition' then
      execute format('create policy visible on %s for select using (%s)', tbl, here);
      execute format('create policy written on %s for insert with check (%s)', tbl, staff);
      execute format('create policy changed on %s for update using (%s) with check (%s)', tbl, staff, staff);
      execute format('create policy removed on %s for delete using (%s)', tbl, staff);
    when 'ledger' then  -- everybody of the district adds, only reach ALL reads
      execute format('create policy visible on %s for select using (%s)', tbl, here || ' and ' || reach || ' = ''ALL''');
      execute format('create policy written on %s for insert with check (%s)', tbl, here);
      execute format('create policy changed on %s for update using (%s)', tbl, here || ' and ' || reach || ' = ''ALL''');
      execute format('create policy removed on %s for delete using (%s)', tbl, here || ' and ' || reach || ' = ''ALL''');
    when 'token' then   -- hashes and ids only: found by anybody who knows the secret, changed under reach ALL
      execute format('create policy visible on %s for select using (%s)', tbl, here);
      execute format('create policy written on %s for insert with check (%s)', tbl, staff);
      execute format('create policy changed on %s for update using (%s)', tbl, here || ' and ' || reach || ' = ''ALL''');
      execute format('create policy removed on %s for delete using (%s)', tbl, here || ' and ' || reach || ' = ''ALL''');
    when 'actor' then   -- one's own rows, whatever the reach
      execute format('create policy own on %s using (%s) with check (%s)', tbl,
          here || ' and actor = current_setting(''app.actor'', true)', here || ' and actor = current_setting(''app.actor'', true)');
    when 'open' then    -- counters of anonymous attempts: keyed hashes and numbers only
      execute format('create policy open on %s using (%s) with check (%s)', tbl, here, here);
    when 'reference' then
      execute format('create policy visible on %s for select using (true)', tbl);
      execute format('create policy written on %s for insert with check (%s)', tbl, reach || ' = ''PLATFORM''');
      execute format('create policy changed on %s for update using (%s)', tbl, reach || ' = ''PLATFORM''');
      execute format('create policy removed on %s for delete using (%s)', tbl, reach || ' = ''PLATFORM''');
  end case;
end $$;
revoke all on function tenancy.protect(regclass, text, text) from public;

--changeset lianban:tenancy-scan splitStatements:false
--comment Reach SCAN: the scheduler asks which districts have something due, from tables of ids and times only.
create function tenancy.scannable(tbl regclass) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  execute format('create policy scanned on %s for select using (current_setting(''app.reach'', true) = ''SCAN'')', tbl);
end $$;
revoke all on function tenancy.scannable(regclass) from public;

--changeset lianban:tenancy-purge splitStatements:false
--comment The daily job that forgets old rows of all actors of a district; no request ever is that actor.
create function tenancy.purgeable(tbl regclass) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  execute format('create policy purged on %s using (%s) with check (false)', tbl,
      'district_id = nullif(current_setting(''app.district'', true), '''')::int and current_setting(''app.actor'', true) = ''job:purge''');
end $$;
revoke all on function tenancy.purgeable(regclass) from public;

--changeset lianban:tenancy-tables
create table tenancy.district_code (
  code text primary key check (code ~ '^\d{6}$'),
  district_id int not null unique
);
select tenancy.protect('tenancy.district_code', 'machinery', 'select, insert');

create table tenancy.district (
  district_id int not null primary key,
  code text not null check (code ~ '^\d{6}$'),
  name text not null check (length(name) between 1 and 300),
  zone text not null default 'Asia/Shanghai',
  created_at timestamptz not null default now()
);
select tenancy.protect('tenancy.district', 'definition', 'select, insert, update');

create table tenancy.sub_district (
  district_id int not null references tenancy.district,
  id int generated by default as identity,
  code text not null check (code ~ '^\d{9}$'),
  name text not null check (length(name) between 1 and 300),
  primary key (district_id, id),
  unique (district_id, code)
);
select tenancy.protect('tenancy.sub_district', 'definition', 'select, insert, update');

create table tenancy.unit (
  district_id int not null references tenancy.district,
  id int generated by default as identity,
  sub_district_id int,
  kind text not null check (kind in ('DEPARTMENT', 'CENTRE', 'SUB_DISTRICT_OFFICE')),
  name text not null check (length(name) between 1 and 300),
  -- the first day on which it is no unit any more: merged, split up or abolished
  closed_on date,
  version int not null default 0,
  primary key (district_id, id),
  foreign key (district_id, sub_district_id) references tenancy.sub_district
);
-- a name that has become free may be borne again
create unique index unit_name on tenancy.unit (district_id, name) where closed_on is null;
select tenancy.protect('tenancy.unit', 'definition', 'select, insert, update, delete'); -- delete: an import is taken back while nothing was built on it

create table tenancy.unit_alias (
  district_id int not null,
  unit_id int not null,
  code text not null,
  primary key (district_id, unit_id, code),
  foreign key (district_id, unit_id) references tenancy.unit
);
select tenancy.protect('tenancy.unit_alias', 'definition', 'select, insert, delete');

--changeset lianban:tenancy-machinery
create schema machinery;
create table machinery.spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name text
);
create index on machinery.spring_session (expiry_time);
create index on machinery.spring_session (principal_name);
create table machinery.spring_session_attributes (
  session_primary_id char(36) not null references machinery.spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
create table machinery.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index on machinery.scheduled_tasks (execution_time);
create index on machinery.scheduled_tasks (last_heartbeat);
select tenancy.protect('machinery.spring_session', 'machinery', 'select, insert, update, delete');
select tenancy.protect('machinery.spring_session_attributes', 'machinery', 'select, insert, update, delete');
select tenancy.protect('machinery.scheduled_tasks', 'machinery', 'select, insert, update, delete');
