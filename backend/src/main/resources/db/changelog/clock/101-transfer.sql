--liquibase formatted sql

--changeset lianban:clock-transferred
-- one duty goes from hand to hand inside its unit: who gave it, who had it (null: nobody), who has it now
alter table clock.event add by_id bigint, add from_id bigint, add to_id bigint;
alter table clock.event add foreign key (district_id, by_id) references identity.account;
alter table clock.event add foreign key (district_id, from_id) references identity.account;
alter table clock.event add foreign key (district_id, to_id) references identity.account;
alter table clock.event drop constraint event_kind_check;
alter table clock.event add constraint event_kind_check check (kind in ('STARTED', 'SUSPENDED', 'RESUMED', 'EXTENDED', 'SHORTENED', 'HELD_BY', 'TRANSFERRED', 'RECOMPUTED', 'RUNG', 'CLOSED'));
alter table clock.event add constraint event_hands_check check ((kind = 'TRANSFERRED') = (to_id is not null));
