-- the statements of clock.RungFiring, ten days ahead so that there is something due; rolled back
begin;
set local app.district = '';
set local app.reach = 'SCAN';
select distinct district_id from clock.rung where fire_at <= now() + interval '10 days';
set local app.district = '1';
set local app.reach = 'ALL';
select r.*, d.kind, d.subject_kind, d.subject_id, d.owner_unit_id, d.due_on, d.due_at, s.id
  from clock.rung r join clock.duty d on d.district_id = r.district_id and d.id = r.duty_id
    left join clock.suspension s on s.district_id = r.district_id and s.duty_id = r.duty_id and s.to_at is null
  where r.district_id = 1 and r.fire_at <= now() + interval '10 days' order by r.fire_at limit 200 for update of r skip locked;
rollback;
