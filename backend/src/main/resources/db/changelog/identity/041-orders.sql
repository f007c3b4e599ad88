--liquibase formatted sql

--changeset lianban:identity-orders
create index account_name on identity.account (district_id, person_name, id);
-- who never signed in stands first
create index account_last_sign_in on identity.account (district_id, last_sign_in_at nulls first, id);
