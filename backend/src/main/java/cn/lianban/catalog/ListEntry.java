package cn.lianban.catalog;

/**
 * One line of a list.
 *
 * @param code opaque; empty when the list has no codes
 * @param unitName who is in charge, as the list names it
 */
record ListEntry(int seq, String code, String name, String unitName, String basis, String content) {

  boolean saysTheSame(ListEntry other) {
    return code.equals(other.code)
        && name.equals(other.name)
        && unitName.equals(other.unitName)
        && basis.equals(other.basis)
        && content.equals(other.content);
  }
}
