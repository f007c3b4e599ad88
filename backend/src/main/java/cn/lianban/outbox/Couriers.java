package cn.lianban.outbox;

import cn.lianban.db.outbox.tables.records.ChannelRecord;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which gateway takes a parcel. */
@Component
class Couriers {
  private final SmsGateway sms;
  private final ChannelGateway gateway;
  private final Channels channels;
  private final OutboxKeys keys;

  Couriers(SmsGateway sms, ChannelGateway gateway, Channels channels, OutboxKeys keys) {
    this.sms = sms;
    this.gateway = gateway;
    this.channels = channels;
    this.keys = keys;
  }

  boolean isRobot(String target) {
    return row(target).map(row -> !row.getKind().equals(Channel.Kind.WEBHOOK.name())).orElse(false);
  }

  /** Where a channel leads now; empty for SMS and for a channel switched off since. */
  Optional<ChannelGateway.Way> way(String target) {
    keys.prepare();
    return target.equals("SMS")
        ? Optional.empty()
        : row(target)
            .filter(row -> row.getDisabledAt() == null)
            .map(row -> ChannelGateway.Way.of(row, keys));
  }

  private Optional<ChannelRecord> row(String target) {
    return channels.row(Long.parseLong(target.substring(target.indexOf(':') + 1)));
  }

  /** Asks the gateway; never throws, so that each try is written down. */
  Answer send(Parcel parcel, Optional<ChannelGateway.Way> way) {
    try {
      if (parcel.channel().equals("SMS")) {
        String mobile = Objects.requireNonNull(parcel.address());
        return sms.send(mobile, "【联办】" + parcel.body(), parcel.sentAs());
      }
      return way.map(open -> gateway.send(open, parcel)).orElse(Answer.refused(null, "通道已停用"));
    } catch (RuntimeException broken) {
      return Answer.again(null, broken.getClass().getSimpleName(), null);
    }
  }
}
