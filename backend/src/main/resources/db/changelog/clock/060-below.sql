--liquibase formatted sql

--changeset lianban:clock-event-below
-- a case that is handed down: its sub-district sees what happened to its clocks, and the district's level still does
grant update (sub_district_id) on clock.event to lianban_app;
