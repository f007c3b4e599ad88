package cn.lianban.exchange;

/** As what a file goes out. */
enum OutFormat {
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("csv", "text/csv;charset=UTF-8"),
  /** an array of objects, their names the headers */
  JSON("json", "application/json");

  private final String ending;
  private final String contentType;

  OutFormat(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  String ending() {
    return ending;
  }

  String contentType() {
    return contentType;
  }
}
