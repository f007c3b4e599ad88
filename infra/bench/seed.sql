-- Seeds a migrated, empty database for the bench: set-based, by the server's superuser, triggers and foreign keys off.
-- Variables: districts, subs, cases (all districts together), tokens (open rating links a district), hot (the same,
-- for district 1), deep (open duties of one unit of the last district, for page 400), hash (Argon2id of the password).
-- Ids: unit d*1000+k (1–34 departments, 50 the deep one, 100+s offices), item d*10000+i, case d*10000000+i.
\set ON_ERROR_STOP on
set session_replication_role = replica;
set synchronous_commit = off;
set jit = off;
set work_mem = '256MB';
select setseed(0.4);

create temp table d as select d, (800000 + d)::text as code, (:cases / :districts) as n from generate_series(1, :districts) d;

-- ISO 7064 MOD 11,10
create function pg_temp.check_digit(digits text) returns text language plpgsql immutable as $$
declare p int := 10; s int;
begin
  for i in 1..length(digits) loop
    s := (p + substr(digits, i, 1)::int) % 10;
    if s = 0 then s := 10; end if;
    p := (s * 2) % 11;
  end loop;
  return ((11 - p) % 10)::text;
end $$;

insert into tenancy.district_code select code, d from d;
insert into tenancy.district (district_id, code, name) select d, code, '基准区' || code from d;
insert into tenancy.sub_district (district_id, id, code, name)
  select d, d * 100 + s, code || lpad(s::text, 3, '0'), '第' || s || '街道' from d, generate_series(1, :subs) s;
insert into tenancy.unit (district_id, id, sub_district_id, kind, name)
  select d, d * 1000 + k, null::int, 'DEPARTMENT', '第' || k || '局' from d, generate_series(1, 34) k
  union all select d, d * 1000 + 50, null, 'DEPARTMENT', '积压局' from d
  union all select d, d * 1000 + 100 + s, d * 100 + s, 'SUB_DISTRICT_OFFICE', '第' || s || '街道便民服务中心' from d, generate_series(1, :subs) s;

create temp table account as
  select d, code, a, case when a <= 5 then 'officer' || a when a = 6 then 'deep' when a = 7 then 'clerk' when a = 8 then 'supervisor' else 'admin' end as who,
    case when a <= 5 then 'DEPARTMENT_OFFICER' when a = 6 then 'DEPARTMENT_OFFICER' when a = 7 then 'WINDOW_CLERK' when a = 8 then 'SUPERVISOR' else 'DISTRICT_ADMIN' end as role,
    case when a <= 5 then d * 1000 + a when a = 6 then d * 1000 + 50 when a = 7 then d * 1000 + 101 end as unit,
    case when a = 7 then (d * 100 + 1) end as sub
  from d, generate_series(1, 9) a;
insert into identity.account (district_id, id, sub_district_id, login_name, person_name, password_hash, must_change)
  select d, d * 100 + a, sub, who || '.' || code, who, :'hash', false from account;
insert into identity.login (name, district_id, account_id) select who || '.' || code, d, d * 100 + a from account;
insert into identity.post (district_id, sub_district_id, account_id, unit_id, role) select d, sub, d * 100 + a, unit, role from account;

insert into catalog.item (district_id, id, unit_id, code, name, main_item, task_type, statutory_limit, promised_limit, demo)
  select d, d * 10000 + i, d * 1000 + 1 + (i - 1) % 34, code || '-' || i, '基准事项' || i || '的办理与核准', '基准主项', 'LICENCE', 20, 10, true
  from d, generate_series(1, 300) i;
insert into catalog.acceptance_point select d, d * 10000 + i, d * 1000 + 100 + s from d, generate_series(1, 300) i, generate_series(1, :subs) s;
insert into catalog.item_version (district_id, item_id, no, state, name, main_item, statutory_limit, promised_limit, demo, effective_on)
  select district_id, id, 1, 'PUBLISHED', name, main_item, statutory_limit, promised_limit, demo, effective_on from catalog.item where demo;
insert into catalog.material (district_id, item_id, seq, name)
  select d, d * 10000 + i, m, '材料' || m from d, generate_series(1, 300) i, generate_series(1, 2) m;

-- state: 88 % delivered, 8 % signed by the department, 4 % still at the office; five departments have six tenths of the work
create temp table c as
  select d, d::bigint * 10000000 + i as id, i, code,
    code || to_char(now() - (case when i <= n * 0.88 then 400 - 380 * i / n else 8 - i % 8 end) * interval '1 day', 'YYMMDD') || lpad((i % 1000000)::text, 6, '0') as digits,
    1 + (random() * (:subs - 1))::int as s,
    (case when random() < 0.6 then 1 + (random() * 4)::int else 1 + (random() * 33)::int end) as k,
    (random() * 7)::int as nth,
    case when i <= n * 0.88 then 'DELIVERED' when i <= n * 0.96 then 'SIGNED' else 'ACCEPTED' end as status,
    date_trunc('minute', now()) - (case when i <= n * 0.88 then 400 - 380 * i / n else 8 - i % 8 end) * interval '1 day' as received,
    random() as luck
  from d, generate_series(1, n) i;
insert into c
  select d, d::bigint * 10000000 + 5000000 + i, i, code, code || to_char(now(), 'YYMMDD') || lpad((500000 + i)::text, 6, '0'), 1 + i % :subs, 50, 0, 'SIGNED', date_trunc('minute', now()) - (i % 9) * interval '1 day' - (i % 600) * interval '1 minute', 1
  from d, generate_series(1, :deep) i where d = :districts;
create index on c (d, id);
analyze c;

insert into cases.applicant (district_id, id, sub_district_id, at_district, kind, name, id_kind, id_number, mobile)
  select d, id, d * 100 + s, status <> 'ACCEPTED', 'PERSON', '申请人' || i, 'OTHER', 'B' || id, '13800000000' from c;
insert into cases.casefile (district_id, id, sub_district_id, at_district, number, item_id, applicant_id, accept_unit_id, decide_unit_id, holder_unit_id, duty_id,
    status, received_at, accepted_at, decided_at, delivered_at, outcome, result_no, query_hash, version)
  select d, id, d * 100 + s, status <> 'ACCEPTED', digits || pg_temp.check_digit(digits), d * 10000 + case when k = 50 then 1 else (k + 34 * nth) end, id, d * 1000 + 100 + s, d * 1000 + k,
    case status when 'ACCEPTED' then d * 1000 + 100 + s else d * 1000 + k end, id, status, received, received,
    case when status = 'DELIVERED' then received + interval '6 days' end, case when status = 'DELIVERED' then received + interval '7 days' end,
    case when status = 'DELIVERED' then 'PASSED' end, case when status = 'DELIVERED' then '决〔2026〕' || i end, sha256(id::text::bytea), 3
  from c;
insert into cases.case_material (district_id, case_id, seq, sub_district_id, at_district, name, state)
  select d, id, m, d * 100 + s, status <> 'ACCEPTED', '材料' || m, 'COPY' from c, generate_series(1, 2) m;
insert into cases.handover (district_id, sub_district_id, at_district, case_id, direction, from_unit_id, to_unit_id, sent_at, signed_at)
  select d, d * 100 + s, true, id, 'UP', d * 1000 + 100 + s, d * 1000 + k, received + interval '2 hours', received + interval '4 hours' from c where status <> 'ACCEPTED';
insert into cases.case_event (district_id, sub_district_id, at_district, case_id, at, kind, unit_id, account_id, note)
  select d, d * 100 + s, status <> 'ACCEPTED', id, received + nth * interval '2 hours', kind,
    d * 1000 + case when nth < 3 then 100 + s else k end, d * 100 + case when nth < 3 then 7 else 1 end, ''
  from (select d, id, s, k, status, received from c) c,
    (values (0, 'RECEIVED'), (1, 'ACCEPTED'), (2, 'HANDED_UP'), (3, 'SIGNED'), (72, 'DECIDED'), (84, 'DELIVERED')) as e (nth, kind)
  where nth < case status when 'ACCEPTED' then 2 when 'SIGNED' then 4 else 99 end;

insert into clock.duty (district_id, id, sub_district_id, at_district, subject_kind, subject_id, kind, item_id, owner_unit_id, label, budget, budget_unit, statutory_budget,
    started_on, started_at, consumed, running_since, due_on, due_at, yellow_at, red_at, dark_at, closed_at, closed_light)
  select d, id, d * 100 + s, status <> 'ACCEPTED', 'Case', id, 'CASE', d * 10000 + case when k = 50 then 1 else (k + 34 * nth) end,
    d * 1000 + case status when 'ACCEPTED' then 100 + s else k end,
    '基准事项' || case when k = 50 then 1 else (k + 34 * nth) end || '的办理与核准 · 申请人' || i, 10, 'WORKING_DAYS', 20,
    received::date, received, case when status = 'DELIVERED' then 4 else 0 end, case when status <> 'DELIVERED' then received end,
    due::date - 1, due, due - interval '2 days', due, due + interval '14 days',
    case when status = 'DELIVERED' then received + interval '6 days' end, case when status = 'DELIVERED' then 'GREEN' end
  from (select *, received::date + 15 + interval '16 hours' as due from c) c;
insert into clock.segment (district_id, sub_district_id, at_district, duty_id, holder_unit_id, from_at, to_at, consumed)
  select d, d * 100 + s, status <> 'ACCEPTED', id, d * 1000 + 100 + s, received, case when status <> 'ACCEPTED' then received + interval '4 hours' end, 0 from c
  union all select d, d * 100 + s, true, id, d * 1000 + k, received + interval '4 hours', case when status = 'DELIVERED' then received + interval '6 days' end, 4 from c where status <> 'ACCEPTED';
insert into clock.event (district_id, sub_district_id, at_district, duty_id, at, kind, generation)
  select d, d * 100 + s, status <> 'ACCEPTED', id, received + e.nth * interval '2 hours', kind, 1
  from c, (values (0, 'STARTED'), (2, 'HELD_BY'), (72, 'CLOSED')) as e (nth, kind)
  where e.nth < case status when 'ACCEPTED' then 1 when 'SIGNED' then 3 else 99 end;
insert into clock.rung (district_id, duty_id, generation, kind, sub_district_id, at_district, fire_at)
  select district_id, id, 1, e.kind, sub_district_id, at_district, case e.kind when 'YELLOW' then yellow_at when 'RED' then red_at else dark_at end
  from clock.duty, (values ('YELLOW'), ('RED'), ('DARK')) as e (kind)
  where closed_at is null and case e.kind when 'YELLOW' then yellow_at when 'RED' then red_at else dark_at end > now() + interval '12 hours';

-- the first two hundred finished cases of a district went by a procedure: 12 steps of 12 units, 30 events
create temp table p as
  select d, s, k, received, id as case_id, d::bigint * 10000000 + 6000000 + i * 12 + n as id, n from c, generate_series(0, 11) n where i <= 200 and status = 'DELIVERED';
insert into clock.duty (district_id, id, sub_district_id, at_district, subject_kind, subject_id, kind, item_id, owner_unit_id, label, budget, budget_unit,
    started_on, started_at, consumed, due_on, due_at, yellow_at, red_at, dark_at, closed_at, closed_light)
  select d, id, d * 100 + s, true, 'Case', case_id, 'CASE_STEP', null, d * 1000 + 1 + n, '环节' || n, 5, 'WORKING_DAYS', received::date, received, 2,
    received::date + 7, received + interval '7 days', received + interval '5 days', received + interval '7 days', received + interval '20 days',
    received + interval '2 days', 'GREEN' from p;
insert into cases.procedure (district_id, id, item_id, no, state, changed_at) select d, d, d * 10000 + 1, 1, 'IN_FORCE', now() from d;
update cases.casefile f set procedure_id = f.district_id from p where f.district_id = p.d and f.id = p.case_id;
insert into cases.case_step (district_id, id, sub_district_id, at_district, case_id, stage, seq, stage_name, name, unit_id, lead, limit_days, silence_consents, state, answer,
    reason, answered_at, answered_by, duty_id)
  select d, id, d * 100 + s, true, case_id, 1 + n / 4, 1 + n % 4, '第' || 1 + n / 4 || '阶段', '环节' || n, d * 1000 + 1 + n, n % 4 = 0, 5, false, 'ANSWERED', 'AGREE',
    '', received + interval '2 days', d * 100 + 1, id from p;
insert into cases.case_event (district_id, sub_district_id, at_district, case_id, at, kind, unit_id, account_id, note)
  select d, d * 100 + s, true, case_id, received + interval '2 days', kind, d * 1000 + 1 + n, d * 100 + 1, '环节' || n from p, (values ('STEP_EARLY'), ('STEP_ANSWERED')) as e (kind);

-- six of ten finished cases are rated
create temp table r as select * from c where status = 'DELIVERED' and luck < 0.6;
insert into evaluation.invitation (district_id, id, token_hash, case_id, unit_id, expires_at, used_at)
  select d, id, sha256(('used' || id)::bytea), id, d * 1000 + k, received + interval '37 days', received + interval '8 days' from r;
insert into evaluation.rating (district_id, id, unit_id, month, grade, option_version, options)
  select d, id, d * 1000 + k, date_trunc('month', received + interval '8 days')::date, case when luck < 0.02 then 2 when luck < 0.1 then 4 else 5 end, 1, '{}' from r;
insert into evaluation.rating_source (district_id, rating_id, case_id, service_no, invitation_id, channel, rated_at)
  select d, id, id, 1, id, 'LINK', received + interval '8 days' from r;

-- open links with known tokens: base64url of sha256('bench:<district>:<i>'); stored is the SHA-256 of that text
insert into evaluation.invitation (district_id, id, token_hash, case_id, service_no, unit_id, expires_at)
  select d, d::bigint * 10000000 + 5000000 + t,
    sha256(rtrim(translate(encode(sha256(('bench:' || d || ':' || t)::bytea), 'base64'), '+/', '-_'), '=')::bytea),
    d::bigint * 10000000 + 1 + t % (n * 0.88)::int, 100 + t / (n * 0.88)::int, d * 1000 + 1 + t % 5, now() + interval '30 days'
  from d, generate_series(0, greatest(:tokens, case when d = 1 then :hot else 0 end) - 1) t;

-- identity columns go on after the seeded ids
do $$
declare s record; top bigint;
begin
  for s in select format('%I.%I', n.nspname, c.relname) as tab, a.attname, pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as seq
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attidentity <> '' and c.relkind = 'r' loop
    execute format('select max(%I) from %s', s.attname, s.tab) into top;
    if top is not null then perform setval(s.seq, top); end if;
  end loop;
end $$;
