package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import cn.lianban.graphql.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Second factors: everybody his own; what goes wrong here goes wrong after admission. */
final class EntriesOfSecurity {
  private EntriesOfSecurity() {}

  static void all() {
    entry("identityConfirm", STAFF, side -> input("password", "Not-the-right-one-1"));
    // a key that is too short: what they answer otherwise is another secret each time
    entry("totpBegin", STAFF, side -> input("idempotencyKey", "short"));
    entry("totpConfirm", STAFF, side -> input("code", "none"));
    entry("totpRemove", STAFF, side -> input());
    entry("recoveryCodesRenew", STAFF, side -> input());
    entry("passkeyBegin", STAFF, side -> input("idempotencyKey", "short"));
    entry("passkeyRegister", STAFF, side -> input("name", "x", "credential", "{}"));
    // a passkey of one's own is not there for anybody else: PasskeyApiTest
    Entries.ALL.put(
        "passkeyRename",
        new Entries.Entry(
            Set.of(), side -> input("id", Ids.of("Passkey", 999_999_937), "name", "x")));
    Entries.ALL.put(
        "passkeyRemove",
        new Entries.Entry(Set.of(), side -> input("id", Ids.of("Passkey", 999_999_937))));
    entry("accountSecondFactorReset", "admin subAdmin", side -> stale(side.accountId()));
    partners();
    entry("secondFactorPolicy", "admin auditor", side -> Map.of());
    entry(
        "secondFactorPolicySet",
        "admin",
        side -> input("rule", "OFF", "roles", List.of(), "expectedVersion", 999));
  }

  private static void partners() {
    entry("partners", "admin auditor", side -> Map.of());
    entry("applications", "admin auditor", side -> Map.of());
    entry(
        "applicationRegister",
        "admin",
        side -> input("name", " ", "redirectUris", List.of("https://a.example/back")));
    Entries.ALL.put(
        "applicationDisable", // a client's id is no row's id: ApplicationApiTest
        new Entries.Entry(
            Set.of(), side -> input("clientId", "a-nobody-1234", "expectedVersion", 0)));
    entry(
        "partnerRegister",
        "admin",
        side -> input("name", "x", "unitId", side.unitId(), "scopes", List.of("CASE_READ")));
    // a client's id is no row's id, and systems have no session: PartnerApiTest
    Entries.ALL.put(
        "partnerSecretReplace",
        new Entries.Entry(
            Set.of(), side -> input("clientId", "p-nobody-1234", "expectedVersion", 0)));
    Entries.ALL.put(
        "partnerDisable",
        new Entries.Entry(
            Set.of(), side -> input("clientId", "p-nobody-1234", "expectedVersion", 0)));
    entry("partnerDocuments", "operator", side -> Map.of("clientId", "p-nobody-1234"));
    Entries.ALL.put(
        "partnerDocumentsSet",
        new Entries.Entry(
            Set.of(), side -> input("clientId", "p-nobody-1234", "documents", List.of())));
    Entries.ALL.put(
        "caseSubmit",
        new Entries.Entry(
            Set.of(),
            side ->
                input(
                    "foreignNo",
                    "x",
                    "itemId",
                    side.itemId(),
                    "applicant",
                    Map.of(
                        "kind", "PERSON",
                        "name", "王芳",
                        "idKind", "IDENTITY_CARD",
                        "idNumber", "11010519491231002X",
                        "mobile", "13800138000"),
                    "materials",
                    List.of())));
    Entries.ALL.put(
        "caseByForeignNo", new Entries.Entry(Set.of(), side -> Map.of("foreignNo", "x")));
  }
}
