\set unit random(@D@001, @D@005)
\startpipeline
begin isolation level repeatable read, read only;
set local app.district = '@D@';
set local app.reach = 'LEVEL';
select json_build_object('nodes', coalesce(json_agg(json_build_object('id', d.id, 'label', d.label,
      'light', case when d.due_at is null then 'PAUSED' when d.dark_at <= now() then 'DARK' when d.red_at <= now() then 'RED' when d.yellow_at <= now() then 'YELLOW' else 'GREEN' end,
      'dueOn', d.due_on, 'dueAt', d.due_at,
      'case', json_build_object('id', c.id, 'number', c.number, 'status', c.status, 'item', json_build_object('id', i.id, 'name', i.name)))
    order by d.queue_at, d.id), '[]'), 'hasNextPage', count(*) = 51)
  from (select id, label, due_at, due_on, dark_at, red_at, yellow_at, queue_at, subject_id from clock.duty
      where district_id = @D@ and owner_unit_id = :unit and closed_at is null order by queue_at, id limit 51) d
    left join cases.casefile c on c.district_id = @D@ and c.id = d.subject_id
    left join catalog.item i on i.district_id = @D@ and i.id = c.item_id;
commit;
\endpipeline
