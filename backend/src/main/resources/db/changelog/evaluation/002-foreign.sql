--liquibase formatted sql

--changeset lianban:evaluation-foreign
--comment Ratings of other platforms are found by their number there.
create index rating_source_foreign on evaluation.rating_source (district_id, foreign_no) where foreign_no is not null;
