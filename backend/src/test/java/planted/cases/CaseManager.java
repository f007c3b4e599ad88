package planted.cases;

/** Planted: a banned suffix. */
class CaseManager {}
