package cn.lianban.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A result on its way to the department that supervises afterwards (审管衔接).
 *
 * @param signedAt its receipt; of a department that supervises what it decides: the decision
 * @param dutyId null where nothing had to be signed for
 */
record Takeover(
    long caseId, int unitId, Instant sentAt, @Nullable Instant signedAt, @Nullable Long dutyId) {}
