package cn.lianban.cases;

import java.time.Instant;

/** The receiver of a hand-over has signed for it, in the transaction that wrote it. */
public record CaseSigned(long caseId, int unitId, Instant at) {}
