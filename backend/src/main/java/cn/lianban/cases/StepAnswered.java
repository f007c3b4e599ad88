package cn.lianban.cases;

/**
 * A unit has answered its step, in the transaction that wrote the answer.
 *
 * @param answer AGREE, DISAGREE, REFER, or DEEMED: silence counted as consent
 */
public record StepAnswered(long caseId, long stepId, int unitId, String answer) {}
