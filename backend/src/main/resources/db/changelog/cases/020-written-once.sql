--liquibase formatted sql

--changeset lianban:cases-event-written-once
-- what happened to a case stays as it was written; only who sees the line may widen (a case that is handed up)
revoke update on cases.case_event from lianban_app;
grant update (at_district) on cases.case_event to lianban_app;
