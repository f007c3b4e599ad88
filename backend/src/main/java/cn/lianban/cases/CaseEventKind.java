package cn.lianban.cases;

/** What happened to a case; its history in the API and on the applicant's page. */
enum CaseEventKind {
  RECEIVED,
  ACCEPTED,
  HANDED_UP,
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
  GREEN_REFUSED
}
