\set id random(1, 200) + @D@0000000
\startpipeline
begin isolation level repeatable read, read only;
set local app.district = '@D@';
set local app.reach = 'ALL';
select json_build_object('id', c.id, 'number', c.number, 'status', c.status, 'version', c.version, 'receivedAt', c.received_at, 'decidedAt', c.decided_at,
    'deliveredAt', c.delivered_at, 'outcome', c.outcome, 'resultNo', c.result_no,
    'item', (select json_build_object('id', i.id, 'name', i.name) from catalog.item i where i.district_id = @D@ and i.id = c.item_id),
    'decideUnit', (select json_build_object('id', u.id, 'name', u.name) from tenancy.unit u where u.district_id = @D@ and u.id = c.decide_unit_id),
    'duty', (select json_build_object('id', d.id, 'light', case when d.closed_at is not null then 'CLOSED' when d.due_at is null then 'PAUSED' when d.dark_at <= now() then 'DARK'
        when d.red_at <= now() then 'RED' when d.yellow_at <= now() then 'YELLOW' else 'GREEN' end, 'dueOn', d.due_on, 'budget', d.budget, 'closedLight', d.closed_light)
      from clock.duty d where d.district_id = @D@ and d.id = c.duty_id),
    'handovers', (select json_agg(json_build_object('direction', h.direction, 'sentAt', h.sent_at, 'signedAt', h.signed_at, 'from', f.name, 'to', t.name) order by h.id)
      from cases.handover h join tenancy.unit f on f.district_id = @D@ and f.id = h.from_unit_id join tenancy.unit t on t.district_id = @D@ and t.id = h.to_unit_id
      where h.district_id = @D@ and h.case_id = c.id),
    'timeline', (select json_agg(json_build_object('at', e.at, 'kind', e.kind, 'note', e.note, 'unit', u.name) order by e.id)
      from cases.case_event e left join tenancy.unit u on u.district_id = @D@ and u.id = e.unit_id where e.district_id = @D@ and e.case_id = c.id),
    'steps', (select json_agg(json_build_object('id', p.id, 'stage', p.stage, 'stageName', p.stage_name, 'seq', p.seq, 'name', p.name, 'unit', u.name, 'lead', p.lead,
        'limitDays', p.limit_days, 'state', p.state, 'answer', p.answer, 'reason', p.reason, 'answeredAt', p.answered_at,
        'duty', json_build_object('light', case when sd.closed_at is not null then 'CLOSED' when sd.due_at is null then 'PAUSED' when sd.dark_at <= now() then 'DARK' when sd.red_at <= now() then 'RED' when sd.yellow_at <= now() then 'YELLOW' else 'GREEN' end, 'dueOn', sd.due_on, 'closedLight', sd.closed_light)) order by p.stage, p.seq)
      from cases.case_step p join tenancy.unit u on u.district_id = @D@ and u.id = p.unit_id left join clock.duty sd on sd.district_id = @D@ and sd.id = p.duty_id
      where p.district_id = @D@ and p.case_id = c.id),
    'rating', (select json_build_object('id', r.id, 'grade', r.grade, 'comment', r.comment, 'month', r.month)
      from evaluation.rating_source s join evaluation.rating r on r.district_id = @D@ and r.id = s.rating_id where s.district_id = @D@ and s.case_id = c.id order by s.service_no limit 1))
  from cases.casefile c where c.district_id = @D@ and c.id = :id;
commit;
\endpipeline
