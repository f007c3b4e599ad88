package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.stale;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.AdminConnection;
import cn.lianban.testing.TestDistrict;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/** Alerts, their answers, and the rules that raise them. */
final class EntriesOfAlerts {
  private static final Map<String, Object> NOVEMBER =
      Map.of("from", "2026-11-01", "to", "2026-11-30");
  private static final String WITH_UNITS = STAFF.replace(" operator", "").replace(" legal", "");

  private EntriesOfAlerts() {}

  static void all() {
    entry("alerts", WITH_UNITS, side -> Map.of("filter", Map.of("caseId", side.caseId())));
    entry("alert", STAFF, side -> Map.of("id", side.more("Alert")));
    entry("alertFigures", WITH_UNITS, side -> NOVEMBER);
    entry("alertRules", "head subAdmin admin supervisor leader auditor", side -> Map.of());
    entry(
        "alertTrial",
        "admin supervisor auditor",
        side ->
            Map.of(
                "input",
                Map.of(
                    "rule", "CLOCK_RED",
                    "limits", List.of(),
                    "from", "2026-11-01",
                    "to", "2026-11-30")));
    entry(
        "alertAnswer",
        "clerk",
        side -> stale(side.more("Alert"), "reason", "事后补录", "measures", "现场录入"));
    entry(
        "alertAppeal",
        "clerk",
        side -> stale(side.more("Alert"), "ground", "OTHER", "reason", "系统故障"));
    entry(
        "alertJudge",
        "supervisor",
        side -> stale(side.more("Alert"), "accept", true, "note", "同意"));
    entry(
        "alertsAppeal",
        "clerk officer otherOfficer head",
        side -> Side.input("alerts", seen(side), "ground", "OTHER", "reason", "系统故障"));
    entry(
        "alertsJudge",
        "supervisor",
        side -> Side.input("alerts", seen(side), "accept", true, "note", "同意"));
    entry(
        "alertRuleSave",
        "supervisor",
        side ->
            Side.input(
                "code",
                "CASE_VOIDED",
                "expectedNo",
                999_999,
                "enabled",
                false,
                "answerDays",
                3,
                "limits",
                List.of()));
  }

  private static List<Map<String, Object>> seen(Side side) {
    return List.of(Map.of("id", side.more("Alert"), "expectedVersion", 999_999));
  }

  /** An open alert about a case, as the rules would write it. */
  static Map<String, String> alert(
      HikariDataSource pool, TestDistrict district, String where, String caseId) throws Exception {
    try (Connection admin = AdminConnection.open(pool);
        var statement =
            admin.prepareStatement(
                "insert into supervision.alert (district_id, sub_district_id, at_district, rule,"
                    + " rule_version, case_id, unit_id, happened_at, opened_at, evidence, state)"
                    + " values (?, ?, ?, 'ACCEPT_AND_CLOSE', 0, ?, ?, now(), now(), '{}', 'OPEN')"
                    + " returning id")) {
      statement.setInt(1, district.id());
      statement.setInt(2, district.subDistricts().get(where));
      statement.setBoolean(3, where.equals("east"));
      statement.setLong(4, Ids.parse("Case", caseId));
      statement.setInt(5, district.unit(where));
      try (var rows = statement.executeQuery()) {
        rows.next();
        return Map.of("Alert", Ids.of("Alert", rows.getLong(1)));
      }
    }
  }
}
