-- Roles of a Lianban database. Run once by the server's administrator, before the first start (the embedded server
-- does it by itself). Passwords are set apart: alter role lianban_app password '…'.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lianban_owner') then
    create role lianban_owner login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'lianban_app') then
    create role lianban_app login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'lianban_backup') then
    create role lianban_backup login nosuperuser nocreatedb nocreaterole bypassrls;
  end if;
end $$;
alter role lianban_app set statement_timeout = '3s';
alter role lianban_app set lock_timeout = '2s';
alter role lianban_app set idle_in_transaction_session_timeout = '10s';
alter role lianban_app set jit = off;
-- every statement names its district first and finds its index whatever the values: planning it anew for each costs more than it finds
alter role lianban_app set plan_cache_mode = 'force_generic_plan';
alter role lianban_owner set lock_timeout = '10s';
grant pg_read_all_data to lianban_backup;
