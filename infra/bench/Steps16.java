import java.io.IOException;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * One stage asks sixteen co-units, and all answer the same case at once: each client is the officer
 * of one of them. Every case is answered by one side in one round.
 */
class Steps16 implements Bench.Requests {
  /** cases for one side in one round */
  private static final int WIDTH = 800;

  private static final long CASE = 1_7000000L;
  private static final long STEP = 1_8000000L;
  private static final long LEAD = 1_9000000L;
  private final Bench bench;
  private final int rounds;
  private final AtomicIntegerArray used;

  Steps16(Bench bench, int rounds) throws Exception {
    this.bench = bench;
    this.rounds = rounds;
    this.used = new AtomicIntegerArray((rounds + 1) * Bench.CLIENTS);
    try (Connection all = bench.superuser(); var statement = all.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      people(statement);
      cases(statement, 2 * (rounds + 1) * WIDTH);
      statement.execute("analyze cases.casefile, cases.case_step, clock.duty, clock.segment, clock.rung");
    }
  }

  private static void people(java.sql.Statement statement) throws Exception {
    statement.execute(
        "insert into identity.account (district_id, id, login_name, person_name, password_hash, must_change)"
            + " select 1, 1000000 + c, 'co' || c || '.800001', 'co' || c, password_hash, false from identity.account, generate_series(1, 16) c"
            + " where district_id = 1 and login_name = 'officer1.800001'");
    statement.execute("insert into identity.login (name, district_id, account_id) select 'co' || c || '.800001', 1, 1000000 + c from generate_series(1, 16) c");
    statement.execute(
        "insert into identity.post (district_id, account_id, unit_id, role) select 1, 1000000 + c, 1001 + c, 'DEPARTMENT_OFFICER' from generate_series(1, 16) c");
  }

  private static void cases(java.sql.Statement statement, int count) throws Exception {
    String each = " from generate_series(0, " + (count - 1) + ") i";
    String asked = " from generate_series(0, " + (count * 16 - 1) + ") t";
    statement.execute(
        "insert into cases.applicant (district_id, id, sub_district_id, at_district, kind, name, id_kind, id_number)"
            + " select 1, " + CASE + " + i, 101, true, 'PERSON', '申请人' || i, 'OTHER', 'S' || i" + each);
    statement.execute(
        "insert into cases.casefile (district_id, id, sub_district_id, at_district, number, item_id, applicant_id, accept_unit_id, decide_unit_id, holder_unit_id, duty_id,"
            + " status, received_at, accepted_at, query_hash, procedure_id)"
            + " select 1, " + CASE + " + i, 101, true, 'S' || i, 10001, " + CASE + " + i, 1101, 1001, 1001, " + CASE + " + i, 'SIGNED', now(), now(), '', 1" + each);
    statement.execute(
        "insert into cases.case_step (district_id, id, sub_district_id, at_district, case_id, stage, seq, stage_name, name, unit_id, lead, limit_days, silence_consents, state)"
            + " select 1, " + LEAD + " + i, 101, true, " + CASE + " + i, 1, 17, '会签', '牵头审查', 1001, true, 5, false, 'WAITING'" + each);
    statement.execute(
        "insert into cases.case_step (district_id, id, sub_district_id, at_district, case_id, stage, seq, stage_name, name, unit_id, lead, limit_days, silence_consents, state, duty_id)"
            + " select 1, " + STEP + " + t, 101, true, " + CASE + " + t / 16, 1, 1 + t % 16, '会签', '会签意见' || t % 16, 1002 + t % 16, false, 5, false, 'OPEN', " + STEP + " + t" + asked);
    String clock =
        "insert into clock.duty (district_id, id, sub_district_id, at_district, subject_kind, subject_id, kind, item_id, owner_unit_id, label, budget, budget_unit,"
            + " started_on, started_at, running_since, due_on, due_at, yellow_at, red_at) select 1, %s, 101, true, 'Case', %s, '%s', 10001, %s, '基准', 5, 'WORKING_DAYS',"
            + " current_date, now(), now(), current_date + 7, current_date + 8, current_date + 6, current_date + 8";
    statement.execute(clock.formatted(CASE + " + i", CASE + " + i", "CASE", "1001") + each);
    statement.execute(clock.formatted(STEP + " + t", CASE + " + t / 16", "CASE_STEP", "1002 + t % 16") + asked);
    statement.execute(
        "insert into clock.segment (district_id, sub_district_id, at_district, duty_id, holder_unit_id, from_at) select 1, 101, true, " + STEP + " + t, 1002 + t % 16, now()" + asked);
    statement.execute(
        "insert into clock.rung (district_id, duty_id, generation, kind, sub_district_id, at_district, fire_at)"
            + " select 1, " + STEP + " + t, 1, k, 101, true, current_date + 8" + asked + ", (values ('YELLOW'), ('RED')) as kinds (k)");
  }

  @Override
  public boolean finite() {
    return true;
  }

  @Override
  public int base(int round, boolean product) {
    return (2 * round + (product ? 1 : 0)) * WIDTH * 16;
  }

  @Override
  public byte[] next(int client, int round) throws IOException {
    int n = used.getAndIncrement(round * Bench.CLIENTS + client);
    if (n >= WIDTH && round == 0) {
      return null; // warm enough
    }
    if (n >= WIDTH || round > rounds) {
      throw new IllegalStateException("no steps left: plan more cases");
    }
    long t = base(round, true) + n * 16L + client;
    return bench.session("co" + (client + 1), 1).post("step-16",
        "{\"input\":{\"idempotencyKey\":\"step-" + Bench.RUN + "-" + t + "\",\"id\":\"" + Bench.id("CaseStep", STEP + t) + "\",\"expectedVersion\":0,\"answer\":\"AGREE\"}}");
  }
}
