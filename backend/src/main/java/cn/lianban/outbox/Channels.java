package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.CHANNEL;

import cn.lianban.db.outbox.tables.records.ChannelRecord;
import cn.lianban.tenancy.TenantScope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Rows of the district's ways out; seen under reach ALL only. */
@Component
class Channels {
  static final String ALL_KINDS = "*";
  private final DSLContext sql;
  private final TenantScope scope;

  Channels(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  List<Channel> all() {
    return sql.selectFrom(CHANNEL)
        .where(CHANNEL.DISTRICT_ID.eq(scope.district()))
        .orderBy(CHANNEL.ID)
        .fetch(Channels::channel);
  }

  Optional<Channel> find(long id) {
    return row(id).map(Channels::channel);
  }

  Optional<ChannelRecord> row(long id) {
    return sql.selectFrom(CHANNEL)
        .where(CHANNEL.DISTRICT_ID.eq(scope.district()), CHANNEL.ID.eq(id))
        .fetchOptional();
  }

  private static Channel channel(ChannelRecord row) {
    return new Channel(
        row.getId(),
        Channel.Kind.valueOf(row.getKind()),
        row.getName(),
        row.getHost(),
        Arrays.asList(row.getKinds()),
        row.getDisabledAt() == null,
        row.getVersion());
  }
}
