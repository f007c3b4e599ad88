package cn.lianban.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * A role the caller may act in today: by a post of his own, or standing in for somebody absent.
 *
 * @param role name of identity's role
 * @param unitId null for roles beside the units
 * @param forAccount whom he stands in for; null: the post is his own
 */
public record Seat(String role, @Nullable Integer unitId, @Nullable Long forAccount) {}
