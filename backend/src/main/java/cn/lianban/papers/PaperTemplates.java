package cn.lianban.papers;

import static cn.lianban.db.papers.Tables.TEMPLATE;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A district's own texts of its papers. Saving makes the next version; printed papers keep theirs.
 */
@Component
class PaperTemplates {
  private static final int MOST_SHOWN = 100;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;

  PaperTemplates(
      DSLContext sql, TenantScope scope, Now now, Posts posts, Once once, AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
  }

  /** Who edits the texts. */
  void requireEditor() {
    posts.require(Role.DISTRICT_ADMIN);
  }

  /** The texts in force, one of each kind. One statement. */
  List<Template> inForce() {
    Map<PaperKind, Template> own =
        sql
            .select(
                TEMPLATE.KIND,
                TEMPLATE.VERSION,
                TEMPLATE.TITLE,
                TEMPLATE.BODY,
                TEMPLATE.SAVED_AT,
                TEMPLATE.SAVED_BY)
            .distinctOn(TEMPLATE.KIND)
            .from(TEMPLATE)
            .where(TEMPLATE.DISTRICT_ID.eq(scope.district()))
            .orderBy(TEMPLATE.KIND, TEMPLATE.VERSION.desc())
            .fetch(PaperTemplates::template)
            .stream()
            .collect(java.util.stream.Collectors.toMap(Template::kind, one -> one));
    return Arrays.stream(PaperKind.values())
        .map(kind -> own.getOrDefault(kind, Template.builtIn(kind)))
        .toList();
  }

  /** Every text a kind ever had, the newest first, the built-in one last. */
  List<Template> versions(PaperKind kind) {
    List<Template> own =
        sql.select(
                TEMPLATE.KIND,
                TEMPLATE.VERSION,
                TEMPLATE.TITLE,
                TEMPLATE.BODY,
                TEMPLATE.SAVED_AT,
                TEMPLATE.SAVED_BY)
            .from(TEMPLATE)
            .where(TEMPLATE.DISTRICT_ID.eq(scope.district()), TEMPLATE.KIND.eq(kind.name()))
            .orderBy(TEMPLATE.VERSION.desc())
            .limit(MOST_SHOWN)
            .fetch(PaperTemplates::template);
    List<Template> all = new ArrayList<>(own);
    all.add(Template.builtIn(kind));
    return all;
  }

  private static Template template(Record6<String, Integer, String, String, Instant, String> row) {
    return new Template(
        PaperKind.valueOf(row.value1()),
        row.value2(),
        new PaperText(row.value3(), row.value4()),
        row.value5(),
        account(row.value6()));
  }

  private static @Nullable Long account(String actor) {
    return actor.matches("account:\\d{1,18}")
        ? Long.valueOf(actor.substring("account:".length()))
        : null;
  }

  Template inForce(PaperKind kind) {
    return inForce().get(kind.ordinal());
  }

  /**
   * The next version of a text.
   *
   * @param expected the version the editor saw
   * @throws Problem FORBIDDEN for all but the district's administrator
   * @throws Rejected VERSION_CONFLICT, and what {@link PaperText#checked} refuses
   */
  void save(String key, Object input, PaperKind kind, int expected, String title, String body) {
    requireEditor();
    once.run(key, input, () -> write(kind, expected, PaperText.checked(title, body)));
  }

  private long write(PaperKind kind, int expected, PaperText text) {
    if (inForce(kind).version() != expected) {
      throw conflict();
    }
    try {
      sql.insertInto(TEMPLATE)
          .set(TEMPLATE.DISTRICT_ID, scope.district())
          .set(TEMPLATE.KIND, kind.name())
          .set(TEMPLATE.VERSION, expected + 1)
          .set(TEMPLATE.TITLE, text.title())
          .set(TEMPLATE.BODY, text.body())
          .set(TEMPLATE.SAVED_AT, now.instant())
          .set(TEMPLATE.SAVED_BY, scope.current().actor())
          .execute();
    } catch (IntegrityConstraintViolationException somebodyWasFaster) {
      throw conflict();
    }
    audit.record("paper.template", "template:" + kind, Map.of("version", expected + 1));
    return expected + 1L;
  }

  private static Rejected conflict() {
    return new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
  }

  /**
   * @param version 1: built in
   * @param savedAt null: built in
   * @param savedBy whose account; null: built in
   */
  record Template(
      PaperKind kind,
      int version,
      PaperText text,
      @Nullable Instant savedAt,
      @Nullable Long savedBy) {
    static Template builtIn(PaperKind kind) {
      return new Template(kind, BuiltInPapers.VERSION, BuiltInPapers.of(kind), null, null);
    }
  }
}
