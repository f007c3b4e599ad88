--liquibase formatted sql

--changeset lianban:evaluation-used-by
-- A link is used once, so the invitation itself remembers which request used it: a retry finds its receipt here, and
-- giving a rating writes no row of audit.idempotency (of all that it wrote the dearest but one, measured).
alter table evaluation.invitation add used_key text, add used_hash bytea;
comment on column evaluation.invitation.used_key is 'idempotency key of the request that used the link';
comment on column evaluation.invitation.used_hash is 'SHA-256 of that request: another body under its key is a conflict';
