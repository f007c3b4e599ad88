package cn.lianban.identity;

import org.jspecify.annotations.Nullable;

/**
 * A colleague: what staff of the same level may know of each other.
 *
 * @param subDistrictId where he and all his posts lie; null: the district level
 */
public record Person(long id, String name, @Nullable Integer subDistrictId, boolean disabled) {}
