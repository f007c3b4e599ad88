package cn.lianban.audit;

import cn.lianban.api.types.AuditFilter;
import cn.lianban.api.types.AuditOrder;
import cn.lianban.graphql.Page;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import org.jspecify.annotations.Nullable;

/** The audit trail in the API. */
@DgsComponent
class AuditFetcher {
  private final AuditReading reading;

  AuditFetcher(AuditReading reading) {
    this.reading = reading;
  }

  @DgsQuery
  Page<AuditEntry> auditEntries(
      @InputArgument @Nullable AuditFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable AuditOrder orderBy) {
    String subject = filter == null ? null : filter.getSubject();
    String action = filter == null ? null : filter.getAction();
    return reading.entries(subject, action, orderBy == AuditOrder.AT, first, after);
  }

  @DgsQuery
  @Nullable AuditHead auditHead() {
    return reading.head();
  }
}
