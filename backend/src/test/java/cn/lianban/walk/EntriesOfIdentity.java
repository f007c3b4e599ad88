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
    entry(
        "accountPostEnd", ADMINISTRATORS, side -> stale(side.accountId(), "postId", side.postId()));
  }
}
