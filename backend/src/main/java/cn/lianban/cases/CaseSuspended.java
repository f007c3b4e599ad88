package cn.lianban.cases;

import cn.lianban.clock.SuspensionReason;
import java.time.LocalDate;

/**
 * A case's decision clock was stopped, in the transaction that stopped it.
 *
 * @param until the expected end
 */
public record CaseSuspended(long caseId, SuspensionReason reason, LocalDate until) {}
