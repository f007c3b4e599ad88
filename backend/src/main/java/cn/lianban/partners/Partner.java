package cn.lianban.partners;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A system of another organisation that may call us. */
record Partner(
    String clientId,
    String name,
    List<String> scopes,
    long accountId,
    int unitId,
    Instant createdAt,
    @Nullable Instant disabledAt,
    int version) {}
