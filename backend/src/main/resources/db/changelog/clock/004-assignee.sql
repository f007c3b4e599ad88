--liquibase formatted sql

--changeset lianban:clock-assignee
-- who in the owning unit works on it; null: whoever of the unit takes it
alter table clock.duty add assignee_id bigint;
alter table clock.duty add foreign key (district_id, assignee_id) references identity.account;
create index duty_assignee on clock.duty (district_id, assignee_id, queue_at, id) where closed_at is null and assignee_id is not null;
-- the view lists its columns as they were
drop view clock.duty_light;
create view clock.duty_light with (security_invoker = true) as
select d.*, case
    when d.closed_at is not null then 'CLOSED'
    when d.due_at is null then 'PAUSED'
    when d.dark_at <= clock.moment() then 'DARK'
    when d.red_at <= clock.moment() then 'RED'
    when d.yellow_at <= clock.moment() then 'YELLOW'
    else 'GREEN' end as light
from clock.duty d;
grant select on clock.duty_light to lianban_app;
