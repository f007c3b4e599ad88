package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import java.util.Map;

/** Accounts and people. */
final class EntriesOfIdentity {
  private static final String ADMINISTRATORS = "admin subAdmin";

  private EntriesOfIdentity() {}

  static void all() {
    entry("viewer", STAFF, side -> Map.of());
    entry(
        "accounts",
        ADMINISTRATORS,
        side -> Map.of("filter", Map.of("unitId", side.unitId()), "first", 3));
    entry("account", ADMINISTRATORS, side -> Map.of("id", side.accountId()));
    entry(
        "passwordChange",
        STAFF,
        side -> input("oldPassword", "Not-the-right-one-1", "newPassword", "short"));
    for (String change : new String[] {"Disable", "Enable", "PasswordReset"}) {
      entry("account" + change, ADMINISTRATORS, side -> stale(side.accountId()));
    }
    entry(
        "accountCreate",
        ADMINISTRATORS,
        side ->
            input("loginName", "x", "name", "王芳", "role", "WINDOW_CLERK", "unitId", side.unitId()));
    entry(
        "accountPostAdd",
        ADMINISTRATORS,
        side -> stale(side.accountId(), "role", "WINDOW_CLERK", "unitId", side.unitId()));
    entry("accountDismiss", ADMINISTRATORS, side -> stale(side.accountId()));
    entry(
        "firstPasswordsIssue",
        ADMINISTRATORS,
        side -> input("ids", java.util.List.of(side.accountId())));
    people();
    entry(
        "accountPostEnd", ADMINISTRATORS, side -> stale(side.accountId(), "postId", side.postId()));
  }

  private static void people() {
    entry("people", STAFF, side -> Map.of("unitId", side.unitId()));
    entry(
        "heldWork",
        "admin subAdmin head",
        side -> Map.of("accountId", side.accountId(), "unitId", side.unitId()));
    entry(
        "absenceRecord",
        "clerk subAdmin admin",
        side ->
            input(
                "accountId", side.accountId(),
                "kind", "LEAVE",
                "from", "2026-01-02",
                "to", "2026-01-01"));
    entry("absenceEnd", "clerk subAdmin admin", side -> stale(side.absenceId()));
    entry(
        "workHandOver",
        "admin subAdmin",
        side ->
            input(
                "fromUnitId",
                side.unitId(),
                "toUnitId",
                side.unitId(),
                "expectedCount",
                999_999,
                "reason",
                "调动"));
    entry("accessReview", ADMINISTRATORS, side -> Map.of("first", 3));
    entry(
        "accessReviewDecide",
        ADMINISTRATORS,
        side -> input("postId", side.postId(), "verdict", "CONFIRMED", "reason", "x".repeat(501)));
    entry("peopleRules", "admin subAdmin auditor", side -> Map.of());
    entry("peopleRulesSet", "admin", side -> input("idleDays", 90, "expectedVersion", 999_999));
    entry("unattendedUnits", "head subAdmin admin supervisor leader auditor", side -> Map.of());
  }
}
