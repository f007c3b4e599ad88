package cn.lianban.tenancy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of table (design.md, section 5) and the policies each must have, to the letter. */
enum TableClass {
  /** rows of a level: district equal, and the reach fits */
  TENANT(List.of(all("visible", here(levels())))),
  /** what every level of the district reads */
  DEFINITION(
      List.of(
          policy("visible", "SELECT", hereEquals(), null),
          policy("written", "INSERT", null, here(staff())),
          policy("changed", "UPDATE", here(staff()), here(staff())),
          policy("removed", "DELETE", here(staff()), null))),
  /** everybody of the district adds, only reach ALL reads */
  LEDGER(
      List.of(
          policy("visible", "SELECT", here(reach("ALL")), null),
          policy("written", "INSERT", null, hereEquals()),
          policy("changed", "UPDATE", here(reach("ALL")), null),
          policy("removed", "DELETE", here(reach("ALL")), null))),
  /** hashes and ids, found by whoever knows the secret */
  TOKEN(
      List.of(
          policy("visible", "SELECT", hereEquals(), null),
          policy("written", "INSERT", null, here(staff())),
          policy("changed", "UPDATE", here(reach("ALL")), null),
          policy("removed", "DELETE", here(reach("ALL")), null))),
  /** one's own rows, whatever the reach */
  ACTOR(List.of(all("own", here("(actor = current_setting('app.actor'::text, true))")))),
  /** keyed hashes and numbers of anonymous attempts */
  OPEN(List.of(all("open", hereEquals()))),
  /** read by all, written with reach PLATFORM only */
  REFERENCE(
      List.of(
          policy("visible", "SELECT", "true", null),
          policy("written", "INSERT", null, reach("PLATFORM")),
          policy("changed", "UPDATE", reach("PLATFORM"), null),
          policy("removed", "DELETE", reach("PLATFORM"), null))),
  /** no tenant's rows; every table of this class is argued in {@link #MACHINERY_ARGUED} */
  MACHINERY(List.of());

  /** The scheduler may read ids and times of every district here, under reach SCAN. */
  static final Set<String> SCANNED =
      Set.of(
          "supervision.look",
          "supervision.sweep",
          "clock.rung",
          "audit.unsealed",
          "outbox.pending",
          "exchange.pending",
          "files.awaiting",
          "catalog.taking_effect");

  static final String SCAN_POLICY = policy("scanned", "SELECT", reach("SCAN"), null);

  /** The daily job alone sees the rows of all actors of a district here, to forget old ones. */
  static final Set<String> PURGED =
      Set.of("audit.idempotency", "exchange.piece", "exchange.sheet", "exchange.staged");

  static final String PURGE_POLICY =
      policy(
          "purged",
          "ALL",
          here("(current_setting('app.actor'::text, true) = 'job:purge'::text)"),
          "false");

  /** The sender of messages writes for people here, and reads what they wish. */
  static final Set<String> SERVED = Set.of("outbox.inbox", "outbox.preference");

  static final String SERVED_POLICY =
      all("served", here("(current_setting('app.actor'::text, true) = 'job:outbox'::text)"));

  /** Why a table needs no policy. */
  static final Map<String, String> MACHINERY_ARGUED =
      Map.ofEntries(
          Map.entry(
              "tenancy.district_code", "public codes; read to find the district before any scope"),
          Map.entry(
              "identity.login",
              "login name → district, account; read before the district is known"),
          Map.entry(
              "identity.passkey_login", "credential id → district, account; as identity.login"),
          Map.entry("identity.throttle", "keyed hashes and counts; before the district is known"),
          Map.entry("identity.server_key", "the service's own keys"),
          Map.entry("outbox.server_key", "the service's own keys"),
          Map.entry("machinery.spring_session", "opaque session; principal is district:account"),
          Map.entry("machinery.spring_session_attributes", "ids only"),
          Map.entry("machinery.scheduled_tasks", "one recurring task; data carries ids only"),
          Map.entry(
              "partners.client", "read by its name before the district is known; secrets hashed"),
          Map.entry("partners.document", "documents an operator has read; nobody's data"),
          Map.entry(
              "partners.application",
              "read by its name before the district is known; secrets hashed"),
          Map.entry("partners.sign_in", "hashes, ids and times, read before the district is known"),
          Map.entry("partners.spent_refresh", "hashes"),
          Map.entry("partners.signing_key", "sealed keys of the service"),
          Map.entry("partners.token", "hashes and times, read before the district is known"));

  /** Every table and its class; a table that is missing here fails the test. */
  static final Map<String, TableClass> TABLES =
      Map.ofEntries(
          Map.entry("tenancy.district", DEFINITION),
          Map.entry("tenancy.sub_district", DEFINITION),
          Map.entry("tenancy.unit", DEFINITION),
          Map.entry("tenancy.unit_alias", DEFINITION),
          Map.entry("tenancy.district_code", MACHINERY),
          Map.entry("machinery.spring_session", MACHINERY),
          Map.entry("machinery.spring_session_attributes", MACHINERY),
          Map.entry("machinery.scheduled_tasks", MACHINERY),
          Map.entry("audit.entry", LEDGER),
          Map.entry("audit.unsealed", LEDGER),
          Map.entry("audit.seal", LEDGER),
          Map.entry("audit.idempotency", ACTOR),
          Map.entry("outbox.server_key", MACHINERY),
          Map.entry("outbox.message", LEDGER),
          Map.entry("outbox.pending", LEDGER),
          Map.entry("outbox.inbox", ACTOR),
          Map.entry("outbox.preference", ACTOR),
          Map.entry("outbox.setting", DEFINITION),
          Map.entry("outbox.channel", LEDGER),
          Map.entry("outbox.delivery", LEDGER),
          Map.entry("outbox.attempt", LEDGER),
          Map.entry("outbox.code", OPEN),
          Map.entry("outbox.code_limit", OPEN),
          Map.entry("exchange.intake", TENANT),
          Map.entry("exchange.outgoing", TENANT),
          Map.entry("exchange.piece", ACTOR),
          Map.entry("exchange.sheet", ACTOR),
          Map.entry("exchange.staged", ACTOR),
          Map.entry("exchange.remembered", ACTOR),
          Map.entry("exchange.pending", LEDGER),
          Map.entry("files.district_store", DEFINITION),
          Map.entry("files.file", TENANT),
          Map.entry("files.awaiting", LEDGER),
          Map.entry("papers.camera_link", TOKEN),
          Map.entry("papers.template", DEFINITION),
          Map.entry("papers.numbering", DEFINITION),
          Map.entry("papers.paper", TENANT),
          Map.entry("identity.login", MACHINERY),
          Map.entry("identity.throttle", MACHINERY),
          Map.entry("identity.server_key", MACHINERY),
          Map.entry("identity.account", TENANT),
          Map.entry("identity.post", TENANT),
          Map.entry("identity.absence", TENANT),
          Map.entry("identity.setting", DEFINITION),
          Map.entry("identity.post_review", TENANT),
          Map.entry("identity.saved_view", DEFINITION),
          Map.entry("identity.totp", TENANT),
          Map.entry("identity.recovery_code", TENANT),
          Map.entry("identity.passkey", TENANT),
          Map.entry("identity.passkey_login", MACHINERY),
          Map.entry("partners.client", MACHINERY),
          Map.entry("partners.document", MACHINERY),
          Map.entry("partners.application", MACHINERY),
          Map.entry("partners.sign_in", MACHINERY),
          Map.entry("partners.spent_refresh", MACHINERY),
          Map.entry("partners.signing_key", MACHINERY),
          Map.entry("partners.token", MACHINERY),
          Map.entry("organisation.unit_change", DEFINITION),
          Map.entry("organisation.unit_change_part", DEFINITION),
          Map.entry("organisation.service_point", DEFINITION),
          Map.entry("organisation.opening_hours", DEFINITION),
          Map.entry("organisation.batch", DEFINITION),
          Map.entry("organisation.batch_unit", DEFINITION),
          Map.entry("organisation.proof", DEFINITION),
          Map.entry("clock.national_day", REFERENCE),
          Map.entry("clock.national_year", REFERENCE),
          Map.entry("clock.national_change", REFERENCE),
          Map.entry("clock.national_applied", DEFINITION),
          Map.entry("clock.local_day", DEFINITION),
          Map.entry("clock.threshold", DEFINITION),
          Map.entry("clock.setting", DEFINITION),
          Map.entry("clock.duty", TENANT),
          Map.entry("clock.suspension", TENANT),
          Map.entry("clock.segment", TENANT),
          Map.entry("clock.event", TENANT),
          Map.entry("clock.rung", TENANT),
          Map.entry("catalog.item", DEFINITION),
          Map.entry("catalog.acceptance_point", DEFINITION),
          Map.entry("catalog.material", DEFINITION),
          Map.entry("catalog.item_term", DEFINITION),
          Map.entry("catalog.item_version", DEFINITION),
          Map.entry("catalog.taking_effect", DEFINITION),
          Map.entry("catalog.public_list", DEFINITION),
          Map.entry("catalog.list_version", DEFINITION),
          Map.entry("catalog.list_entry", DEFINITION),
          Map.entry("catalog.policy", DEFINITION),
          Map.entry("catalog.upper_decision", DEFINITION),
          Map.entry("catalog.decision_item", DEFINITION),
          Map.entry("catalog.decision_before", DEFINITION),
          Map.entry("cases.applicant", TENANT),
          Map.entry("cases.casefile", TENANT),
          Map.entry("cases.case_material", TENANT),
          Map.entry("cases.handover", TENANT),
          Map.entry("cases.delivery", TENANT),
          Map.entry("cases.takeover", TENANT),
          Map.entry("cases.consultation", TENANT),
          Map.entry("cases.consultation_handover", TENANT),
          Map.entry("cases.subscription", DEFINITION),
          Map.entry("cases.case_event", TENANT),
          Map.entry("cases.foreign_node", TENANT),
          Map.entry("cases.supplement", TENANT),
          Map.entry("cases.reveal", TENANT),
          Map.entry("cases.green", TENANT),
          Map.entry("cases.handling", DEFINITION),
          Map.entry("cases.procedure", DEFINITION),
          Map.entry("cases.procedure_step", DEFINITION),
          Map.entry("cases.consent_rule", DEFINITION),
          Map.entry("cases.case_step", TENANT),
          Map.entry("cases.step_answer", TENANT),
          Map.entry("cases.meeting", TENANT),
          Map.entry("cases.meeting_unit", TENANT),
          Map.entry("cases.filing", LEDGER),
          Map.entry("cases.query_attempt", OPEN),
          Map.entry("evaluation.option", DEFINITION),
          Map.entry("evaluation.invitation", TOKEN),
          Map.entry("evaluation.rating", TENANT),
          Map.entry("evaluation.rating_source", LEDGER),
          Map.entry("supervision.rule_version", DEFINITION),
          Map.entry("supervision.look", OPEN),
          Map.entry("supervision.unattended", DEFINITION),
          Map.entry("supervision.sweep", OPEN),
          Map.entry("supervision.alert", TENANT),
          Map.entry("supervision.alert_step", TENANT));

  /**
   * Written once: the runtime role may neither change nor remove a row. Single columns may be
   * granted: who sees a line, a rating that an import takes back.
   */
  static final Set<String> APPEND_ONLY =
      Set.of(
          "audit.entry",
          "audit.seal",
          "outbox.attempt",
          "clock.event",
          "cases.case_event",
          "identity.post_review",
          "evaluation.rating",
          "evaluation.rating_source",
          "supervision.rule_version",
          "catalog.decision_before",
          "supervision.alert_step");

  /** The policies as {@code name command using → check}, in PostgreSQL's own words. */
  final List<String> policies;

  TableClass(List<String> policies) {
    this.policies = policies;
  }

  boolean holdsTenants() {
    return this != MACHINERY && this != REFERENCE;
  }

  static String policy(String name, String command, String using, String check) {
    return name + " PERMISSIVE {public} " + command + " " + using + " → " + check;
  }

  private static String all(String name, String condition) {
    return policy(name, "ALL", condition, condition);
  }

  private static String here(String condition) {
    return "(" + hereEquals() + " AND " + condition + ")";
  }

  private static String hereEquals() {
    return "(district_id = (NULLIF(current_setting('app.district'::text, true), ''::text))::integer)";
  }

  private static String reach(String reach) {
    return "(current_setting('app.reach'::text, true) = '" + reach + "'::text)";
  }

  private static String staff() {
    return "(current_setting('app.reach'::text, true) = ANY"
        + " (ARRAY['ALL'::text, 'LEVEL'::text, 'OWN'::text]))";
  }

  private static String levels() {
    return "("
        + reach("ALL")
        + " OR ("
        + reach("OWN")
        + " AND (sub_district_id = (NULLIF(current_setting('app.sub_district'::text, true),"
        + " ''::text))::integer)) OR ("
        + reach("LEVEL")
        + " AND ((sub_district_id IS NULL) OR at_district)))";
  }
}
