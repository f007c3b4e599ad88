package cn.lianban.cases;

import cn.lianban.clock.SuspensionReason;

/** A case's decision clock was stopped, in the transaction that stopped it. */
public record CaseSuspended(long caseId, SuspensionReason reason) {}
