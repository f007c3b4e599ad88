--liquibase formatted sql

--changeset lianban:papers-supplement
-- the recorded notice that a printed one states; each is printed once (行政许可法 Art. 32: once, naming everything)
alter table papers.paper add column supplement_id bigint;
alter table papers.paper add foreign key (district_id, supplement_id) references cases.supplement;
alter table papers.paper add unique (district_id, supplement_id);
