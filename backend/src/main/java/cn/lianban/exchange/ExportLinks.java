package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.OUTGOING;

import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.SecretToken;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How a finished file reaches the person who asked for it, and nobody else. */
@Component
class ExportLinks {
  private static final Duration LINK_LIFE = Duration.ofMinutes(10);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Exports exports;
  private final Once once;
  private final Now now;

  ExportLinks(DSLContext sql, TenantScope scope, Exports exports, Once once, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.exports = exports;
    this.once = once;
    this.now = now;
  }

  /**
   * A link for the asker's own session, good for ten minutes; each call voids the one before.
   *
   * @throws Rejected NOT_FOUND, NOT_READY
   */
  String link(long id, String idempotencyKey, Object input) {
    SecretToken token = SecretToken.fresh();
    Once.Done done = once.run(idempotencyKey, input, () -> issue(id, token));
    if (done.replayed()) {
      scope.write(() -> issue(id, token));
    }
    return token.text();
  }

  private long issue(long id, SecretToken token) {
    DataExport one = exports.find(id);
    if (one == null) {
      throw new Rejected("NOT_FOUND", "input.id", "没有这次导出");
    }
    if (one.status() != ExportStatus.READY) {
      throw new Rejected("NOT_READY", null, "文件还没有生成好");
    }
    sql.update(OUTGOING)
        .set(OUTGOING.TOKEN_HASH, hash(token))
        .set(OUTGOING.TOKEN_UNTIL, now.instant().plus(LINK_LIFE))
        .where(exports.mine(id))
        .execute();
    return id;
  }

  /**
   * The file behind a link.
   *
   * @throws Rejected LINK_GONE when the link is old, wrong, or another person's
   */
  DataExport behind(long id, String token) {
    return sql.selectFrom(OUTGOING)
        .where(exports.mine(id), OUTGOING.TOKEN_HASH.eq(hash(new SecretToken(token))))
        .and(OUTGOING.TOKEN_UNTIL.gt(now.instant()))
        .fetchOptional(DataExport::of)
        .orElseThrow(() -> new Rejected("LINK_GONE", null, "下载链接已失效，请重新获取"));
  }

  private static String hash(SecretToken token) {
    return HexFormat.of().formatHex(token.hash());
  }
}
