package cn.lianban.cases;

import java.util.Set;

/** Units are asked to a joint review meeting, in the transaction that called it. */
public record MeetingCalled(long caseId, long meetingId, Set<Integer> unitIds) {}
