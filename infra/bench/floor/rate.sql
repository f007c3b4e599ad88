\set n@D@ :n@D@ + 1
\set t :base + :n@D@ * 16 + :client_id
\startpipeline
begin;
set local app.district = '@D@';
set local app.reach = 'ALL';
with taken as (
  update evaluation.invitation set used_at = now()
  where district_id = @D@ and used_at is null and expires_at > now()
    and token_hash = sha256(rtrim(translate(encode(sha256(('bench:@D@:' || (:t)::text)::bytea), 'base64'), '+/', '-_'), '=')::bytea)
  returning id, case_id, service_no, unit_id, unit_sub_district_id, test, channel),
rated as (
  insert into evaluation.rating (district_id, sub_district_id, unit_id, test, month, grade, option_version, options)
  select @D@, unit_sub_district_id, unit_id, test, date_trunc('month', now())::date, 5, 1, '{}' from taken returning id),
source as (
  insert into evaluation.rating_source (district_id, rating_id, case_id, service_no, invitation_id, channel, rated_at)
  select @D@, rated.id, case_id, service_no, taken.id, channel, now() from taken, rated returning rating_id)
select json_build_object('at', now(), 'number', 1 / count(*)) from source;
commit;
\endpipeline
