package cn.lianban.graphql;

import org.jspecify.annotations.Nullable;

/** Whether more follows, and where to go on. */
public record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}
