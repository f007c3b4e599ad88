package cn.lianban.cases;

/** What happened to a case; its history in the API and on the applicant's page. */
enum CaseEventKind {
  RECEIVED,
  ACCEPTED,
  HANDED_UP,
  /** to a unit of a sub-district, to be worked on there */
  HANDED_DOWN,
  SIGNED,
  RETURNED,
  SUSPENDED,
  RESUMED,
  EXTENDED,
  DECIDED,
  DELIVERED,
  /** 5 working days went by: accepted from the day of receipt (行政许可法 Art. 32) */
  DEEMED_ACCEPTED,
  SUPPLEMENT_TOLD,
  /** a second notice, or one after acceptance */
  SUPPLEMENT_ANOMALY,
  SUPPLEMENTED,
  NOT_ACCEPTED,
  WITHDRAWN,
  VOIDED,
  TRANSFERRED,
  OWED_IN,
  CHECKED,
  GREEN_ASKED,
  GREEN_GRANTED,
  GREEN_REFUSED,
  STEP_ANSWERED,
  STEP_REOPENED,
  STEP_URGED,
  /** silence counted as consent (超时默许) */
  STEP_DEEMED,
  STEP_EARLY,
  STAGE_DONE,
  MEETING_CALLED,
  MEETING_CLOSED,
  /** sent back a second time */
  DISPUTED,
  /** by the applicant himself, on his page */
  SUPPLEMENT_SENT,
  RULED,
  PASSED_ON,
  /** the supervising department signed for the result (审管衔接) */
  TAKEN_OVER,
  /** the applicant opened what was served electronically, for the first time */
  RESULT_OPENED
}
