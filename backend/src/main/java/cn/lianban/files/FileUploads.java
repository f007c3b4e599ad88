package cn.lianban.files;

import static cn.lianban.db.files.Tables.DISTRICT_STORE;

import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives out tickets for uploads, and knows them again. */
@Component
public class FileUploads {
  private static final Duration VALID = Duration.ofHours(24);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Secrets secrets;
  private final Parts parts;
  private final FilesSettings settings;
  private final JsonMapper json;

  FileUploads(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Secrets secrets,
      Parts parts,
      FilesSettings settings,
      JsonMapper json) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.secrets = secrets;
    this.parts = parts;
    this.settings = settings;
    this.json = json;
  }

  /**
   * The right to send one file, for a day. The caller has decided that this actor may add it to the
   * subject; nothing is written but the district's secret, once. The same key asks for the same
   * upload.
   *
   * @param districtCode null for staff, whose session knows it; the path's code for citizens
   * @throws Rejected FILE_SIZE, QUOTA, REQUIRED or TOO_LONG at name, STORAGE_FULL
   */
  public Upload issue(
      String idempotencyKey,
      NewFile wanted,
      @org.jspecify.annotations.Nullable String districtCode) {
    if (idempotencyKey.length() < 8 || idempotencyKey.length() > 100) {
      throw new Rejected("INVALID", "idempotencyKey", "请求标识须为 8 至 100 个字符");
    }
    NewFile file = checked(wanted);
    Scope who = scope.current();
    String text = who.districtId() + "\n" + who.actor() + "\n" + idempotencyKey;
    String uploadKey = HexFormat.of().formatHex(Sha256.of(text));
    long expires = now.instant().plus(VALID).getEpochSecond();
    Ticket ticket = new Ticket(uploadKey, who.actor(), expires, file);
    String path = (districtCode == null ? "" : "/d/" + districtCode) + UploadDoor.PATH;
    return new Upload(
        path,
        scope.write(() -> secrets.signed(json.writeValueAsString(ticket))),
        parts.received(uploadKey));
  }

  private NewFile checked(NewFile wanted) {
    String name = FileNames.clean(wanted.name());
    Limits limits = limits();
    if (wanted.size() < 1) {
      throw new Rejected("FILE_SIZE", "size", "文件是空的");
    }
    if (wanted.size() > limits.file()) {
      throw new Rejected("FILE_SIZE", "size", "单个文件最大 " + words(limits.file()) + "，请压缩或分开上传");
    }
    if (wanted.size() > limits.quota() - limits.used()) {
      throw overQuota(limits.quota());
    }
    if (!parts.hasRoomFor(wanted.size())) {
      throw new Rejected("STORAGE_FULL", null, "服务器存储空间不足，请联系管理员");
    }
    return new NewFile(
        wanted.subjectKind(),
        wanted.subjectId(),
        wanted.slot(),
        wanted.subDistrictId(),
        wanted.atDistrict(),
        wanted.source(),
        name,
        wanted.size(),
        wanted.unitId());
  }

  /** What the district may keep, and does; defaults where it has no row or no number of its own. */
  Limits limits() {
    long file = settings.fileLimit().toBytes();
    long quota = settings.quota().toBytes();
    return sql.selectFrom(DISTRICT_STORE)
        .where(DISTRICT_STORE.DISTRICT_ID.eq(scope.district()))
        .fetchOptional(
            row ->
                new Limits(
                    row.getFileLimitBytes() == null ? file : row.getFileLimitBytes(),
                    row.getQuotaBytes() == null ? quota : row.getQuotaBytes(),
                    row.getUsedBytes(),
                    row.getUsedFiles()))
        .orElse(new Limits(file, quota, 0, 0));
  }

  static Rejected overQuota(long quota) {
    return new Rejected("QUOTA", "size", "本区文件总量已达上限 " + words(quota) + "，请联系管理员");
  }

  /**
   * The ticket, when this district signed it, it has not expired, and the caller is the one it was
   * issued to; a citizen is whoever carries it.
   */
  Optional<Ticket> find(String signed) {
    Scope caller = scope.current();
    return secrets
        .verified(signed)
        .map(text -> json.readValue(text, Ticket.class))
        .filter(ticket -> !ticket.isOver(now.instant()))
        .filter(
            ticket ->
                ticket.actor().equals(caller.actor())
                    || caller.reach() == Reach.PUBLIC && ticket.actor().startsWith("token:"));
  }

  static String words(long bytes) {
    long mega = 1024 * 1024;
    return bytes >= 1024 * mega
        ? String.format(java.util.Locale.ROOT, "%.4g GB", bytes / (1024.0 * mega))
        : bytes >= mega ? bytes / mega + " MB" : Math.max(1, bytes / 1024) + " KB";
  }

  /**
   * Bytes.
   *
   * @param file of one file
   * @param quota of all
   */
  record Limits(long file, long quota, long used, int files) {}
}
