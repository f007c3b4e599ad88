package cn.lianban.cases;

import java.time.Instant;

/**
 * A unit is asked for its answer to a case, in the transaction that asked.
 *
 * @param at in the past for what an import lets happen again
 */
public record StepOpened(long caseId, long stepId, int unitId, Instant at) {}
