--liquibase formatted sql

--changeset lianban:tenancy-nothing-for-public splitStatements:false
--comment On a server that somebody else prepared too: only our roles connect, nobody makes temporary tables, schema public is the owner's.
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to lianban_app, lianban_backup', current_database());
end $$;
revoke all on schema public from public;
