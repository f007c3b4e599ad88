import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;

/**
 * The alert rules' own rounds, as the running service makes them: as many changed cases in a
 * district with a million cases as in one with few, every rule switched on. What is told apart is the
 * time from the first committed batch to the last, for rounds begin every five seconds.
 */
class AlertRounds {
  private static final int BIG = 1;
  private static final int FEW = 2;
  private static final int BATCH = 200;
  private final Bench bench;
  private final int changed;

  AlertRounds(Bench bench) {
    this.bench = bench;
    this.changed = Math.min(bench.finished, 4_000) / BATCH * BATCH;
  }

  void measure() throws Exception {
    int bulk = Bench.OPTION.get("size").equals("small") ? 200_000 : 1_000_000;
    try (Connection all = bench.superuser(); Statement statement = all.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      fill(statement, bulk);
      for (int district : new int[] {BIG, FEW}) {
        switchOn(statement, district);
        round(statement, district);
      }
      double[] ratio = new double[Math.max(5, bench.rounds)];
      for (int i = 0; i < ratio.length; i++) {
        double few = round(statement, FEW);
        double many = round(statement, BIG);
        ratio[i] = many / few;
        System.out.printf(Locale.ROOT, "  alert-rules round %d: %.2f ms a case among %d more, %.2f ms without, ratio %.2f%n", i + 1, many, bulk, few, ratio[i]);
      }
      bench.result("alert-rules", Bench.median(ratio), 0, 0,
          "time of looking at " + changed + " changed cases, all rules on, in a district with " + bulk + " cases more / without");
    }
  }

  /** Finished cases with applicant, materials, history, hand-over and clock. */
  private static void fill(Statement statement, int count) throws Exception {
    String each = " from generate_series(1, " + count + ") i";
    String id = "600000000 + i";
    String when = "date_trunc('minute', now()) - interval '30 days' - i % 800 * interval '12 hours'";
    statement.execute("insert into cases.applicant (district_id, id, sub_district_id, at_district, kind, name, id_kind, id_number)"
        + " select 1, " + id + ", 101, true, 'PERSON', '申请人' || i, 'OTHER', 'M' || i" + each);
    statement.execute("insert into cases.casefile (district_id, id, sub_district_id, at_district, number, item_id, applicant_id, accept_unit_id, decide_unit_id, holder_unit_id, duty_id,"
        + " status, received_at, accepted_at, decided_at, delivered_at, outcome, query_hash) select 1, " + id + ", 101, true, 'M' || i, 10001 + i % 300, " + id + ", 1101, 1001 + i % 34, 1001 + i % 34, " + id
        + ", 'DELIVERED', " + when + ", " + when + ", " + when + " + interval '6 days', " + when + " + interval '7 days', 'PASSED', ''" + each);
    statement.execute("insert into cases.case_material (district_id, case_id, seq, sub_district_id, at_district, name, state) select 1, " + id + ", m, 101, true, '材料' || m, 'COPY'"
        + each + ", generate_series(1, 2) m");
    statement.execute("insert into cases.handover (district_id, sub_district_id, at_district, case_id, direction, from_unit_id, to_unit_id, sent_at, signed_at) select 1, 101, true, " + id
        + ", 'UP', 1101, 1001 + i % 34, " + when + " + interval '2 hours', " + when + " + interval '4 hours'" + each);
    statement.execute("insert into cases.case_event (district_id, sub_district_id, at_district, case_id, at, kind, unit_id, account_id, note) select 1, 101, true, " + id + ", " + when
        + " + nth * interval '2 hours', kind, 1101, 101, ''" + each
        + ", (values (0, 'RECEIVED'), (1, 'ACCEPTED'), (2, 'HANDED_UP'), (3, 'SIGNED'), (72, 'DECIDED'), (84, 'DELIVERED')) as e (nth, kind)");
    statement.execute("insert into clock.duty (district_id, id, sub_district_id, at_district, subject_kind, subject_id, kind, item_id, owner_unit_id, label, budget, budget_unit,"
        + " started_on, started_at, due_on, due_at, yellow_at, red_at, closed_at, closed_light) select 1, " + id + ", 101, true, 'Case', " + id + ", 'CASE', 10001, 1001 + i % 34, '基准', 10, 'WORKING_DAYS',"
        + " (" + when + ")::date, " + when + ", (" + when + ")::date + 15, " + when + " + interval '15 days', " + when + " + interval '13 days', " + when + " + interval '15 days', "
        + when + " + interval '6 days', 'GREEN'" + each);
    statement.execute("vacuum analyze cases.casefile, cases.applicant, cases.case_material, cases.handover, cases.case_event, clock.duty");
  }

  /** From now on: what is old is read and judged, and raised no more. */
  private static void switchOn(Statement statement, int district) throws Exception {
    statement.execute("insert into supervision.rule_version (district_id, rule, no, enabled, answer_days, limits, changed_at, changed_by) select " + district
        + ", rule, 1, true, 3, '{}', now(), 0 from unnest(array['REFUSED_WITHOUT_REASON', 'STEP_LATE', 'FORWARDED_LATE', 'SECOND_SUPPLEMENT', 'LATE_SUPPLEMENT', 'MATERIAL_NOT_LISTED',"
        + " 'SUSPENDED_LONG', 'SUSPENDED_LATE', 'BACK_DATED', 'CLOSED_BEFORE_ACCEPTANCE', 'ACCEPT_AND_CLOSE', 'NIGHT_BATCH', 'CANCELLED_ITEM', 'GREEN_WITHOUT_APPROVAL', 'REFUSED_AGAIN', 'CASE_VOIDED']) rule");
  }

  /** Milliseconds a case. */
  private double round(Statement statement, int district) throws Exception {
    // or counting what waits gets slower from round to round, for each district differently
    statement.execute("vacuum supervision.look");
    long first = district * 10_000_000L + 1;
    statement.execute("insert into supervision.look (district_id, case_id, look_at) select " + district + ", i, now() from generate_series(" + first + ", " + (first + changed - 1) + ") i");
    int waiting = changed;
    while (waiting == changed) {
      waiting = waiting(statement, district);
    }
    int timed = waiting;
    long begin = System.nanoTime();
    while (waiting > 0) {
      waiting = waiting(statement, district);
    }
    if (timed == 0) {
      throw new IllegalStateException("one batch alone is not timed: seed more cases");
    }
    return (System.nanoTime() - begin) / 1e6 / timed;
  }

  private static int waiting(Statement statement, int district) throws Exception {
    Thread.sleep(2);
    try (var rows = statement.executeQuery("select count(*) from supervision.look where district_id = " + district)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
