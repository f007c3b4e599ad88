--liquibase formatted sql

--changeset lianban:clock-orders
-- other orders of the open duties than by due date; a unit's own few are sorted, these serve every unit at once
create index duty_started on clock.duty (district_id, started_on, id) where closed_at is null;
create index duty_label on clock.duty (district_id, label, id) where closed_at is null;
