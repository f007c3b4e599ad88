package cn.lianban.clock;

import org.jspecify.annotations.Nullable;

/**
 * One duty went into a colleague's hands, in the same unit; published in the transaction of it.
 *
 * @param fromId who had it, null: nobody
 * @param version of the duty, after it
 */
public record DutyTransferred(
    long dutyId,
    String subjectKind,
    long subjectId,
    String label,
    long byId,
    @Nullable Long fromId,
    long toId,
    int version) {}
