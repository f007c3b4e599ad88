package cn.lianban.graphql;

/** Who may call a root field at all; the rooms decide the rest. Implemented by tenancy. */
public interface Admission {
  /**
   * @param field name of the root field
   * @param anonymous the field is marked @anonymous in the SDL
   * @throws Problem UNAUTHENTICATED, FORBIDDEN, MUST_CHANGE_PASSWORD or MUST_ENROL_SECOND_FACTOR
   */
  void admit(String field, boolean anonymous);

  /** The operation is over: nothing may stay open. Called once, on the thread that executed it. */
  void finished();
}
