package planted.tenant;

/** Planted: an earlier room that knows a later one. */
class KnowsLaterRoom {
  planted.cases.Later later;
}
