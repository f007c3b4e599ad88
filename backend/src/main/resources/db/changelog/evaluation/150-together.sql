--liquibase formatted sql

--changeset lianban:evaluation-together
-- Ratings that wait are written together in one statement; each is numbered before it is written, so that its source and
-- its audit entry can name it.
grant usage on sequence evaluation.rating_id_seq to lianban_app;
