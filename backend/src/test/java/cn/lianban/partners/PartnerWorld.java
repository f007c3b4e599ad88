package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.DOCUMENT;
import static cn.lianban.partners.PartnerStory.json;
import static cn.lianban.testing.Client.key;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A district with an item, and a partner that may submit and read cases. */
abstract class PartnerWorld extends ApiTestBase {
  static final int SUBMIT = 0;
  static final int READ = 1;
  static final int UNITS = 2;
  @Autowired protected Accounts accounts;
  @Autowired protected Posts posts;
  @Autowired protected TenantScope scope;
  TestDistrict here;
  Client operator;
  Client admin;
  long item;
  PartnerStory partner;

  @BeforeEach
  void aPartnerOfTheDistrict() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    admin = signedIn(here, "admin");
    operator = operatorOf(here);
    partner = PartnerStory.registered(port, admin, operator, here, "CASE_SUBMIT", "CASE_READ");
    plant(PartnerStory.UNITS);
  }

  /** Past the operator's reading. */
  void plant(String text) {
    String hash = PartnerDocuments.sha256(text);
    districts.in(
        0,
        () ->
            scope.write(
                () ->
                    sql.insertInto(DOCUMENT)
                        .set(DOCUMENT.CLIENT_ID, partner.clientId)
                        .set(DOCUMENT.SHA256, hash)
                        .set(DOCUMENT.TEXT, text)
                        .execute()));
    partner.hashes = List.of(partner.hashes.get(SUBMIT), partner.hashes.get(READ), hash);
  }

  Client operatorOf(TestDistrict district) {
    districts.in(
        0,
        () ->
            scope.write(
                () -> {
                  long id =
                      accounts.create(
                          new Accounts.NewAccount(
                              district.loginOf("operator"), "运维员", TestDistricts.PASSWORD, null),
                          false);
                  posts.assign(id, Role.PLATFORM_OPERATOR, null, null);
                  return id;
                }));
    return signedIn(district, "operator");
  }

  Map<String, Object> submission(String foreignNo) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", key());
    input.put("foreignNo", foreignNo);
    input.put("itemId", Ids.of("Item", item));
    input.put(
        "applicant",
        Map.of(
            "kind", "PERSON",
            "name", "王小明",
            "idKind", "IDENTITY_CARD",
            "idNumber", "11010519491231002X",
            "mobile", "13800138000"));
    input.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "COPY")));
    return Map.of("input", input);
  }

  JsonNode submit(String token, Map<String, Object> variables) {
    return json(partner.send(token, SUBMIT, variables)).at("/data/caseSubmit");
  }

  JsonNode read(String token, String foreignNo) {
    return json(partner.send(token, READ, Map.of("no", foreignNo))).at("/data/caseByForeignNo");
  }

  int casesOf(String foreignNo) {
    var casefile = cn.lianban.db.cases.Tables.CASEFILE;
    return districts.in(
        here.id(),
        () ->
            sql.fetchCount(
                casefile, casefile.DISTRICT_ID.eq(here.id()), casefile.FOREIGN_NO.eq(foreignNo)));
  }
}
