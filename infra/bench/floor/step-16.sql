\set n@D@ :n@D@ + 1
\set t :base + :n@D@ * 16 + :client_id
\set step @D@8000000 + :t
\set case @D@7000000 + :t / 16
\startpipeline
begin;
set local app.district = '@D@';
set local app.reach = 'ALL';
with lead as (
  select id from cases.case_step where district_id = @D@ and case_id = :case and stage = 1 and lead for no key update),
step as (
  update cases.case_step s set state = 'ANSWERED', answer = 'AGREE', answered_at = now(), answered_by = 1000001, version = s.version + 1
  from lead where s.district_id = @D@ and s.id = :step and s.version = 0 and s.state = 'OPEN'
  returning s.id, s.case_id, s.duty_id, s.unit_id, s.sub_district_id, s.name),
given as (
  insert into cases.step_answer (district_id, sub_district_id, at_district, step_id, at, answer, reason, account_id)
  select @D@, sub_district_id, true, id, now(), 'AGREE', '', 1000001 from step),
duty as (
  update clock.duty d set closed_at = now(), closed_light = 'GREEN', running_since = null, version = d.version + 1
  from step where d.district_id = @D@ and d.id = step.duty_id returning d.id, d.generation, d.sub_district_id),
piece as (
  update clock.segment s set to_at = now(), consumed = 0 from step where s.district_id = @D@ and s.duty_id = step.duty_id and s.to_at is null),
rung as (
  delete from clock.rung r using step where r.district_id = @D@ and r.duty_id = step.duty_id),
closed as (
  insert into clock.event (district_id, sub_district_id, at_district, duty_id, at, kind, generation)
  select @D@, sub_district_id, true, id, now(), 'CLOSED', generation from duty),
told as (
  insert into cases.case_event (district_id, sub_district_id, at_district, case_id, at, kind, unit_id, account_id, note, recorded_at)
  select @D@, sub_district_id, true, case_id, now(), 'STEP_ANSWERED', unit_id, 1000001, name, now() from step returning id)
select json_build_object('at', now(), 'number', 1 / count(*)) from told;
commit;
\endpipeline
