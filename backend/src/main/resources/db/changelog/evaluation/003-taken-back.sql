--liquibase formatted sql

--changeset lianban:evaluation-taken-back
--comment A rating that an import brought can be taken back with it: it counts as a test, and its service number turns negative so that the case can be rated again. Nothing else of a rating ever changes.
grant update (test) on evaluation.rating to lianban_app;
grant update (service_no, foreign_no) on evaluation.rating_source to lianban_app;
