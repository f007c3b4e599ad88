--liquibase formatted sql

--changeset lianban:clock-event-written-once
-- what happened to a clock stays as it was written; only who sees the line may widen (a case that is handed up)
revoke update on clock.event from lianban_app;
grant update (at_district) on clock.event to lianban_app;
