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
  DELIVERED
}
