package cn.lianban.graphql;

import org.jspecify.annotations.Nullable;

/** One entry of a payload's userErrors. */
public record UserError(String code, @Nullable String field, String message) {}
