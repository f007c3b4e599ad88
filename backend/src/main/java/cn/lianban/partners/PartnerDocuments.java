package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.CLIENT;
import static cn.lianban.db.partners.Tables.DOCUMENT;

import cn.lianban.api.types.PartnerDocumentsSetInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.DocumentReview;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Districts;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What each partner may send: read and registered by the operator, whatever its district. */
@Component
class PartnerDocuments {
  private static final int MOST = 50;
  private final DSLContext sql;
  private final Posts posts;
  private final Districts districts;
  private final DocumentReview review;
  private final BearerCalls calls;
  private final Once once;
  private final AuditTrail audit;

  PartnerDocuments(
      DSLContext sql,
      Posts posts,
      Districts districts,
      DocumentReview review,
      BearerCalls calls,
      Once once,
      AuditTrail audit) {
    this.sql = sql;
    this.posts = posts;
    this.districts = districts;
    this.review = review;
    this.calls = calls;
    this.once = once;
    this.audit = audit;
  }

  Optional<Registered> of(String clientId) {
    posts.require(Role.PLATFORM_OPERATOR);
    return find(clientId);
  }

  private Optional<Registered> find(String clientId) {
    return sql.selectFrom(CLIENT)
        .where(CLIENT.CLIENT_ID.eq(clientId.replace("\0", "")))
        .fetchOptional()
        .map(
            row ->
                new Registered(
                    row.getClientId(),
                    row.getName(),
                    districts.code(row.getDistrictId()).orElse(null),
                    List.of(row.getScopes()),
                    row.getDisabledAt(),
                    row.getDocumentsVersion(),
                    texts(row.getClientId())));
  }

  private List<Registered.Text> texts(String clientId) {
    return sql.select(DOCUMENT.SHA256, DOCUMENT.TEXT)
        .from(DOCUMENT)
        .where(DOCUMENT.CLIENT_ID.eq(clientId))
        .orderBy(DOCUMENT.TEXT, DOCUMENT.SHA256)
        .fetch(row -> new Registered.Text(row.value1(), row.value2()));
  }

  /**
   * Replaces what the client may send.
   *
   * @throws Rejected NOT_FOUND, TOO_MANY, INVALID at the document ({@code documents[1]}) with what
   *     a partner would be refused for, VERSION_CONFLICT
   */
  Registered set(PartnerDocumentsSetInput input) {
    posts.require(Role.PLATFORM_OPERATOR);
    List<String> documents = input.getDocuments();
    if (documents.size() > MOST) {
      throw new Rejected("TOO_MANY", "documents", "最多 " + MOST + " 个");
    }
    for (int i = 0; i < documents.size(); i++) {
      String at = "documents[" + i + "]";
      review
          .fault(documents.get(i))
          .ifPresent(
              why -> {
                throw new Rejected("INVALID", at, why);
              });
    }
    String client = input.getClientId().replace("\0", "");
    once.run(input.getIdempotencyKey(), input, () -> replace(client, input));
    calls.forget(client);
    return find(client).orElseThrow();
  }

  private long replace(String client, PartnerDocumentsSetInput input) {
    var known =
        sql.selectFrom(CLIENT)
            .where(CLIENT.CLIENT_ID.eq(client))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> new Rejected("NOT_FOUND", "clientId", "没有这个合作系统"));
    Integer expected = input.getExpectedVersion();
    if (expected != null && !expected.equals(known.getDocumentsVersion())) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    sql.update(CLIENT)
        .set(CLIENT.DOCUMENTS_VERSION, CLIENT.DOCUMENTS_VERSION.plus(1))
        .where(CLIENT.CLIENT_ID.eq(client))
        .execute();
    sql.deleteFrom(DOCUMENT).where(DOCUMENT.CLIENT_ID.eq(client)).execute();
    for (String text : input.getDocuments()) {
      sql.insertInto(DOCUMENT)
          .set(DOCUMENT.CLIENT_ID, client)
          .set(DOCUMENT.SHA256, sha256(text))
          .set(DOCUMENT.TEXT, text)
          .onConflictDoNothing()
          .execute();
    }
    audit.record(
        "partner.documents",
        "account:" + known.getAccountId(),
        Map.of(
            "client",
            client,
            "hashes",
            input.getDocuments().stream().map(PartnerDocuments::sha256).toList()));
    return known.getAccountId();
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
