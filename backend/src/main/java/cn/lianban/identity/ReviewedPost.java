package cn.lianban.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A post in the access review: who holds it, and who last found it still needed. */
record ReviewedPost(
    Post post,
    String loginName,
    @Nullable Instant lastSignInAt,
    boolean disabled,
    @Nullable Instant reviewedAt,
    @Nullable Long reviewerId) {}
