package cn.lianban.identity;

import org.jspecify.annotations.Nullable;

/** A role somebody holds, in a unit or beside the units. */
record Post(Role role, @Nullable Integer unitId, @Nullable Integer subDistrictId) {}
