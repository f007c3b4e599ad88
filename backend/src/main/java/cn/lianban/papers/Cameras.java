package cn.lianban.papers;

import static cn.lianban.db.papers.Tables.CAMERA_LINK;

import cn.lianban.api.types.CameraInviteInput;
import cn.lianban.api.types.CameraUploadInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.catalog.Items;
import cn.lianban.db.papers.tables.records.CameraLinkRecord;
import cn.lianban.files.FileSource;
import cn.lianban.files.FileUploads;
import cn.lianban.files.Upload;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.SecretToken;
import cn.lianban.tenancy.District;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A phone as a case's camera: the window shows a link, whoever scans it sends photos. */
@Component
class Cameras {
  private static final Duration VALID = Duration.ofMinutes(15);
  private static final int MOST_TICKETS =
      100; // a photo takes one, a retry of another page one more
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Attachments attachments;
  private final FileUploads uploads;
  private final Subjects subjects;

  Cameras(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Attachments attachments,
      FileUploads uploads,
      Subjects subjects) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.attachments = attachments;
    this.uploads = uploads;
    this.subjects = subjects;
  }

  /**
   * A new link; the case's older one stops working. Shown once: the same key again makes another.
   *
   * @throws Rejected NOT_FOUND at caseId
   */
  Issued invite(CameraInviteInput input) {
    long caseId = Ids.parse(CaseFile.KIND, input.getCaseId());
    SecretToken token = SecretToken.fresh();
    Instant expires = now.instant().plus(VALID);
    Once.Done done =
        once.run(input.getIdempotencyKey(), input, () -> issue(caseId, token, expires));
    if (done.replayed()) {
      scope.write(() -> issue(caseId, token, expires));
    }
    return new Issued(token, expires);
  }

  private long issue(long caseId, SecretToken token, Instant expires) {
    CaseFile file = attachments.visible(caseId, "caseId");
    int unit = Objects.requireNonNull(attachments.seat(file).unitId());
    long id = scope.asSubject(scope.current().actor(), () -> overwrite(file, unit, token, expires));
    audit.record("camera.invite", "case:" + caseId, Map.of("link", id));
    return id;
  }

  private long overwrite(CaseFile file, int unit, SecretToken token, Instant expires) {
    return Objects.requireNonNull(
        sql.insertInto(CAMERA_LINK)
            .set(CAMERA_LINK.DISTRICT_ID, scope.district())
            .set(CAMERA_LINK.TOKEN_HASH, token.hash())
            .set(CAMERA_LINK.CASE_ID, file.id())
            .set(CAMERA_LINK.UNIT_ID, unit)
            .set(CAMERA_LINK.EXPIRES_AT, expires)
            .onConflict(CAMERA_LINK.DISTRICT_ID, CAMERA_LINK.CASE_ID)
            .doUpdate()
            .set(CAMERA_LINK.TOKEN_HASH, token.hash())
            .set(CAMERA_LINK.UNIT_ID, unit)
            .set(CAMERA_LINK.EXPIRES_AT, expires)
            .set(CAMERA_LINK.TICKETS, 0)
            .returning(CAMERA_LINK.ID)
            .fetchSingle()
            .getId());
  }

  /**
   * What the link is for.
   *
   * @throws Rejected CAMERA_LINK_INVALID for a wrong and an expired token, and without a district
   */
  Subject open(String typed) {
    SecretToken token = new SecretToken(typed);
    requireVisitor();
    return scope.asSubject(token.actor(), () -> subjects.of(link(token)));
  }

  /**
   * The right to send one photo.
   *
   * @throws Rejected as {@link #open}, and what {@link FileUploads} refuses
   */
  Upload upload(CameraUploadInput input) {
    SecretToken token = new SecretToken(input.getToken());
    requireVisitor();
    return scope.asSubject(
        token.actor(),
        () -> {
          CameraLinkRecord link = link(token);
          CaseFile file = subjects.caseOf(link);
          count(link);
          return uploads.issue(
              input.getIdempotencyKey(),
              Attachments.wanted(
                  file, FileSource.PHONE, input.getName(), input.getSize(), null, link.getUnitId()),
              subjects.district().code());
        });
  }

  private void count(CameraLinkRecord link) {
    int counted =
        scope.write(
            () ->
                sql.update(CAMERA_LINK)
                    .set(CAMERA_LINK.TICKETS, CAMERA_LINK.TICKETS.plus(1))
                    .where(CAMERA_LINK.DISTRICT_ID.eq(scope.district()))
                    .and(CAMERA_LINK.ID.eq(link.getId()))
                    .and(CAMERA_LINK.TICKETS.lt(MOST_TICKETS))
                    .execute());
    if (counted == 0) {
      throw new Rejected("TOO_MANY", null, "照片太多，请让窗口重新出示二维码");
    }
  }

  private CameraLinkRecord link(SecretToken token) {
    return sql.selectFrom(CAMERA_LINK)
        .where(CAMERA_LINK.DISTRICT_ID.eq(scope.district()))
        .and(CAMERA_LINK.TOKEN_HASH.eq(token.hash()))
        .and(CAMERA_LINK.EXPIRES_AT.gt(now.instant()))
        .fetchOptional()
        .orElseThrow(Cameras::invalid);
  }

  /** Links work under the district's path only, for callers without an account. */
  private void requireVisitor() {
    if (!scope.current().isVisitor()) {
      throw invalid();
    }
  }

  private static Rejected invalid() {
    return new Rejected("CAMERA_LINK_INVALID", null, "拍照链接无效或已过期，请让窗口重新出示二维码");
  }

  /** What a link tells about its case. */
  @Component
  static class Subjects {
    private final Cases cases;
    private final Items items;
    private final Units units;
    private final Districts districts;

    Subjects(Cases cases, Items items, Units units, Districts districts) {
      this.cases = cases;
      this.items = items;
      this.units = units;
      this.districts = districts;
    }

    private CaseFile caseOf(CameraLinkRecord link) {
      return cases.find(link.getCaseId()).orElseThrow();
    }

    private District district() {
      return districts.current().orElseThrow();
    }

    private Subject of(CameraLinkRecord link) {
      return new Subject(
          district().name(),
          units.find(link.getUnitId()).orElseThrow().name(),
          items.find(caseOf(link).itemId()).orElseThrow().name(),
          link.getExpiresAt());
    }
  }

  /** What the phone sees. */
  record Subject(String districtName, String unitName, String itemName, Instant expiresAt) {}

  /** A link as it is shown, once. */
  record Issued(SecretToken token, Instant expiresAt) {}
}
