package cn.lianban.catalog;

/** What kind of power or service an item is (权力清单 and the published list's task_type). */
public enum TaskType {
  LICENCE,
  PAYMENT,
  CONFIRMATION,
  REWARD,
  ADJUDICATION,
  OTHER_POWER,
  PUBLIC_SERVICE,
  OTHER;

  /** The published list's number; OTHER has none and is written as 0. */
  String published() {
    return switch (this) {
      case LICENCE -> "1";
      case PAYMENT -> "5";
      case CONFIRMATION -> "7";
      case REWARD -> "8";
      case ADJUDICATION -> "9";
      case OTHER_POWER -> "10";
      case PUBLIC_SERVICE -> "20";
      case OTHER -> "0";
    };
  }

  /** The published list's number; an unknown one is OTHER. */
  public static TaskType ofPublished(String number) {
    return switch (number) {
      case "1" -> LICENCE;
      case "5" -> PAYMENT;
      case "7" -> CONFIRMATION;
      case "8" -> REWARD;
      case "9" -> ADJUDICATION;
      case "10" -> OTHER_POWER;
      case "20" -> PUBLIC_SERVICE;
      default -> OTHER;
    };
  }
}
