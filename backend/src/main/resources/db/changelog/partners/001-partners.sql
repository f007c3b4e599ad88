--liquibase formatted sql

--changeset lianban:partner-accounts
-- the post-holder of a partner's system: nobody signs in to it, and no rule about people's sign-in concerns it
alter table identity.account add partner boolean not null default false;

--changeset lianban:partners-tables
create schema partners;

-- systems of others that call us; read before the district is known
create table partners.client (
  client_id text primary key check (length(client_id) between 8 and 60),
  district_id int not null,
  account_id bigint not null,
  unit_id int not null,
  name text not null check (length(name) between 1 and 100),
  secret_hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  version int not null default 0
);
create index on partners.client (district_id);
select tenancy.protect('partners.client', 'machinery', 'select, insert, update');

-- what was read by an operator before it was put into service: the only documents this client may send
create table partners.document (
  client_id text not null references partners.client,
  sha256 text not null,
  text text not null,
  primary key (client_id, sha256)
);
select tenancy.protect('partners.document', 'machinery', 'select, insert, delete');

-- opaque access tokens: their hashes, so that a backup opens nothing
create table partners.token (
  hash bytea primary key,
  id text not null unique,
  client_id text not null references partners.client,
  scopes text[] not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index on partners.token (expires_at);
select tenancy.protect('partners.token', 'machinery', 'select, insert, update, delete');
