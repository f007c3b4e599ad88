--liquibase formatted sql

--changeset lianban:clock-notices
--comment Facts of the State Council's yearly notices 2024 to 2026, and the days off by law of the years still without one.
set local app.reach = 'PLATFORM';

insert into clock.national_year (year, published, notice) values
  (2024, true, '国办发明电〔2023〕7号'),
  (2025, true, '国办发明电〔2024〕12号'),
  (2026, true, '国办发明电〔2025〕7号');
insert into clock.national_year (year, published) select year, false from generate_series(2027, 2035) year;

insert into clock.national_day (day, off, name)
select day::date, true, name
from (values
  ('元旦', date '2024-01-01', date '2024-01-01'),
  ('春节', '2024-02-10', '2024-02-17'),
  ('清明节', '2024-04-04', '2024-04-06'),
  ('劳动节', '2024-05-01', '2024-05-05'),
  ('端午节', '2024-06-10', '2024-06-10'),
  ('中秋节', '2024-09-15', '2024-09-17'),
  ('国庆节', '2024-10-01', '2024-10-07'),
  ('元旦', '2025-01-01', '2025-01-01'),
  ('春节', '2025-01-28', '2025-02-04'),
  ('清明节', '2025-04-04', '2025-04-06'),
  ('劳动节', '2025-05-01', '2025-05-05'),
  ('端午节', '2025-05-31', '2025-06-02'),
  ('国庆节、中秋节', '2025-10-01', '2025-10-08'),
  ('元旦', '2026-01-01', '2026-01-03'),
  ('春节', '2026-02-15', '2026-02-23'),
  ('清明节', '2026-04-04', '2026-04-06'),
  ('劳动节', '2026-05-01', '2026-05-05'),
  ('端午节', '2026-06-19', '2026-06-21'),
  ('中秋节', '2026-09-25', '2026-09-27'),
  ('国庆节', '2026-10-01', '2026-10-07')
) holiday (name, first, last), generate_series(first, last, interval '1 day') day;

insert into clock.national_day (day, off, name) values
  ('2024-02-04', false, '春节'), ('2024-02-18', false, '春节'), ('2024-04-07', false, '清明节'),
  ('2024-04-28', false, '劳动节'), ('2024-05-11', false, '劳动节'), ('2024-09-14', false, '中秋节'),
  ('2024-09-29', false, '国庆节'), ('2024-10-12', false, '国庆节'),
  ('2025-01-26', false, '春节'), ('2025-02-08', false, '春节'), ('2025-04-27', false, '劳动节'),
  ('2025-09-28', false, '国庆节、中秋节'), ('2025-10-11', false, '国庆节、中秋节'),
  ('2026-01-04', false, '元旦'), ('2026-02-14', false, '春节'), ('2026-02-28', false, '春节'),
  ('2026-05-09', false, '劳动节'), ('2026-09-20', false, '国庆节'), ('2026-10-10', false, '国庆节');

-- 《全国年节及纪念日放假办法》 Art. 2 as in force 2025-01-01. A notice that comes out later replaces its year's rows; until
-- then no make-up day and no bridge is presumed. Where two holidays meet (2028-10-03, 2031-10-01) the day bears both names.
insert into clock.national_day (day, off, name, by_law)
select day::date, true, string_agg(name, '、' order by rank), true
from (values
  (2027, date '2027-02-06', date '2027-04-05', date '2027-06-09', date '2027-09-15'),
  (2028, '2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03'),
  (2029, '2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22'),
  (2030, '2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12'),
  (2031, '2031-01-23', '2031-04-05', '2031-06-24', '2031-10-01'),
  (2032, '2032-02-11', '2032-04-04', '2032-06-12', '2032-09-19'),
  (2033, '2033-01-31', '2033-04-04', '2033-06-01', '2033-09-08'),
  (2034, '2034-02-19', '2034-04-05', '2034-06-20', '2034-09-27'),
  (2035, '2035-02-08', '2035-04-05', '2035-06-10', '2035-09-16')
) lunar (year, spring, qingming, dragon_boat, mid_autumn),
lateral (values
  (1, '元旦', make_date(year, 1, 1), make_date(year, 1, 1)),
  (2, '春节', spring - 1, spring + 2), -- lunar New Year's Eve to the third day
  (3, '清明节', qingming, qingming),
  (4, '劳动节', make_date(year, 5, 1), make_date(year, 5, 2)),
  (5, '端午节', dragon_boat, dragon_boat),
  (6, '国庆节', make_date(year, 10, 1), make_date(year, 10, 3)),
  (7, '中秋节', mid_autumn, mid_autumn)
) holiday (rank, name, first, last), generate_series(first, last, interval '1 day') day
group by day;
