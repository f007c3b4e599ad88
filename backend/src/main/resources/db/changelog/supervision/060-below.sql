--liquibase formatted sql

--changeset lianban:alert-step-below
-- who sees what was said about an alert follows its case; the words stay as they were written
grant update (sub_district_id, at_district) on supervision.alert_step to lianban_app;
