--liquibase formatted sql

--changeset lianban:cases-ids-beforehand
-- histories come by the thousand: their rows know each other's ids before they are written
grant usage on sequence cases.casefile_id_seq, cases.applicant_id_seq, clock.duty_id_seq to lianban_app;
