package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.CHANNEL;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.outbox.tables.records.ChannelRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds and changes the district's ways out. */
@Component
class ChannelDesk {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Administrator administrator;
  private final OutsideAddress outside;
  private final OutboxKeys keys;
  private final Channels channels;

  ChannelDesk(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Administrator administrator,
      OutsideAddress outside,
      OutboxKeys keys,
      Channels channels) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.administrator = administrator;
    this.outside = outside;
    this.keys = keys;
    this.channels = channels;
  }

  /**
   * What is to be saved.
   *
   * @param id null: a new one
   * @param address null: as it is
   * @param secret null: as it is
   */
  record Wanted(
      @Nullable Long id,
      @Nullable Integer expectedVersion,
      Channel.Kind kind,
      String name,
      @Nullable String address,
      @Nullable String secret,
      List<String> kinds,
      boolean enabled) {}

  List<Channel> all() {
    administrator.require();
    return channels.all();
  }

  /** Addresses are looked up before the transaction: a name server may be slow. */
  Channel save(Wanted wanted, String key, Object input) {
    administrator.require();
    check(wanted);
    keys.prepare();
    long id = once.run(key, input, () -> saved(wanted)).id();
    return channels.find(id).orElseThrow();
  }

  private void check(Wanted wanted) {
    if (wanted.name().isBlank() || wanted.name().length() > 60) {
      throw new Rejected("INVALID", "input.name", "名称须为1至60个字");
    }
    String address = wanted.address();
    if (address == null) {
      if (wanted.id() == null) {
        throw new Rejected("REQUIRED", "input.address", "请填写网址");
      }
      return;
    }
    outside
        .fault(address)
        .ifPresent(
            fault -> {
              throw new Rejected("INVALID", "input.address", fault);
            });
    boolean unsigned = wanted.secret() == null || wanted.secret().length() < 16;
    if (wanted.id() == null && wanted.kind() == Channel.Kind.WEBHOOK && unsigned) {
      throw new Rejected("INVALID", "input.secret", "签名密钥至少16个字符");
    }
  }

  private long saved(Wanted wanted) {
    ChannelRecord row =
        wanted.id() == null
            ? sql.newRecord(CHANNEL)
            : channels
                .row(wanted.id())
                .orElseThrow(() -> new Rejected("NOT_FOUND", "input.id", "没有这个通道"));
    if (wanted.id() == null) {
      row.setDistrictId(scope.district());
      row.setKind(wanted.kind().name());
      row.setSecret(keys.sealed(""));
    } else if (!row.getVersion().equals(wanted.expectedVersion())) {
      throw Administrator.conflict();
    }
    fill(row, wanted);
    int changed = wanted.id() == null ? row.insert() : update(row, wanted);
    if (changed == 0) {
      throw Administrator.conflict();
    }
    audit.record(
        "notice.channel",
        "channel:" + row.getId(),
        Map.of("kind", row.getKind(), "enabled", wanted.enabled(), "host", row.getHost()));
    return row.getId();
  }

  private void fill(ChannelRecord row, Wanted wanted) {
    row.setName(wanted.name().strip());
    row.setKinds(wanted.kinds().toArray(String[]::new));
    row.setDisabledAt(wanted.enabled() ? null : now.instant());
    if (wanted.address() != null) {
      row.setAddress(keys.sealed(wanted.address()));
      row.setHost(URI.create(wanted.address()).getHost());
    }
    if (wanted.secret() != null) {
      row.setSecret(keys.sealed(wanted.secret()));
    }
  }

  private int update(ChannelRecord row, Wanted wanted) {
    return sql.update(CHANNEL)
        .set(CHANNEL.NAME, row.getName())
        .set(CHANNEL.KINDS, row.getKinds())
        .set(CHANNEL.DISABLED_AT, row.getDisabledAt())
        .set(CHANNEL.ADDRESS, row.getAddress())
        .set(CHANNEL.HOST, row.getHost())
        .set(CHANNEL.SECRET, row.getSecret())
        .set(CHANNEL.VERSION, CHANNEL.VERSION.plus(1))
        .where(CHANNEL.DISTRICT_ID.eq(scope.district()), CHANNEL.ID.eq(row.getId()))
        .and(CHANNEL.VERSION.eq(wanted.expectedVersion()))
        .execute();
  }
}
