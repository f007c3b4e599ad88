--liquibase formatted sql

--changeset lianban:cases-event-below
-- a case that is handed down: its sub-district sees what happened to it, and the district's level still does
grant update (sub_district_id) on cases.case_event to lianban_app;
