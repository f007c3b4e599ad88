--liquibase formatted sql

--changeset lianban:evaluation-unordered
-- What a rating is called and where it stands in its month says nothing about when it was given: its number rises with
-- time, and who watches which case turns "rated" would count along.
alter table evaluation.rating add ref uuid not null default gen_random_uuid();
create index rating_of_unit on evaluation.rating (district_id, unit_id, month, ref);
create index rating_of_month on evaluation.rating (district_id, month, ref);
drop index evaluation.rating_district_id_unit_id_month_id_idx;
drop index evaluation.rating_district_id_month_id_idx;
