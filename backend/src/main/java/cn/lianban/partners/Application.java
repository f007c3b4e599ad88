package cn.lianban.partners;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another application of the district, whose users sign in here. */
record Application(
    String clientId,
    String name,
    List<String> redirectUris,
    Instant createdAt,
    @Nullable Instant disabledAt,
    int version) {}
