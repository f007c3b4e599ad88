package cn.lianban.cases;

import java.util.EnumSet;
import java.util.Set;

/** A case as one would tell it at the counter: the reference that the product is compared with. */
final class Counter {
  /** Where the papers lie. */
  enum Place {
    NEW,
    DESK,
    BACK,
    UP,
    ACROSS,
    DEPARTMENT,
    DOWN_TO_WORK,
    DOWN_SENT_BACK,
    BELOW,
    DISPUTED,
    DECIDED,
    OVER
  }

  private static final Set<Place> WORKED_ON =
      EnumSet.of(Place.DESK, Place.BACK, Place.DEPARTMENT, Place.BELOW);
  private static final Set<Place> TRAVELLING =
      EnumSet.of(Place.UP, Place.ACROSS, Place.DOWN_TO_WORK, Place.DOWN_SENT_BACK);
  Place place = Place.NEW;
  boolean own;
  boolean ownBefore;
  boolean district;
  boolean ruled;
  boolean paused;
  boolean extended;
  int returns;

  Counter(boolean own, boolean district) {
    this.own = own;
    this.district = district;
  }

  boolean may(CaseAction act) {
    boolean decider = place == Place.DEPARTMENT || place == Place.DESK && own;
    return switch (act) {
      case ACCEPT, NOT_ACCEPT -> place == Place.NEW;
      case HAND_UP -> place == Place.BACK || place == Place.BELOW || place == Place.DESK && !own;
      case HAND_DOWN -> decider && district;
      case SIGN -> TRAVELLING.contains(place);
      case RETURN ->
          !ruled
              && (place == Place.UP || place == Place.ACROSS || place == Place.DEPARTMENT && !own);
      case DECIDE, PASS_ON -> decider;
      case EXTEND -> decider && !extended;
      case SUSPEND -> WORKED_ON.contains(place) && !paused;
      case RESUME -> WORKED_ON.contains(place) && paused;
      case SUPPLEMENT -> place == Place.NEW || WORKED_ON.contains(place);
      case RULE -> place == Place.DISPUTED;
      case DELIVER -> place == Place.DECIDED;
      case END -> place != Place.DECIDED && place != Place.OVER;
      default -> throw new IllegalArgumentException(act.name());
    };
  }

  /**
   * @param toDepartment how a ruling goes
   */
  void take(CaseAction act, boolean toDepartment) {
    switch (act) {
      case ACCEPT -> place = Place.DESK;
      case NOT_ACCEPT, DELIVER, END -> place = Place.OVER;
      case HAND_UP -> {
        place = Place.UP;
        district = true;
      }
      case HAND_DOWN -> place = Place.DOWN_TO_WORK;
      case PASS_ON -> {
        place = Place.ACROSS;
        ownBefore = own;
        own = false;
      }
      case SIGN -> place = signed();
      case RETURN -> sendBack();
      case RULE -> {
        ruled = true;
        place = toDepartment ? Place.DEPARTMENT : Place.BACK;
      }
      case DECIDE -> place = Place.DECIDED;
      case SUSPEND -> paused = true;
      case RESUME -> paused = false;
      case EXTEND -> extended = true;
      default -> {}
    }
  }

  private Place signed() {
    return switch (place) {
      case DOWN_TO_WORK -> Place.BELOW;
      case DOWN_SENT_BACK -> Place.BACK;
      default -> Place.DEPARTMENT;
    };
  }

  private void sendBack() {
    if (returns++ > 0) {
      place = Place.DISPUTED;
    } else if (place == Place.ACROSS) {
      place = Place.DEPARTMENT;
      own = ownBefore;
    } else {
      place = place == Place.UP ? Place.BACK : Place.DOWN_SENT_BACK;
    }
  }

  /** The word the product has for it. */
  CaseStatus status() {
    return switch (place) {
      case NEW -> CaseStatus.RECEIVED;
      case DESK -> CaseStatus.ACCEPTED;
      case BACK -> CaseStatus.RETURNED;
      case UP, ACROSS -> CaseStatus.HANDED_UP;
      case DEPARTMENT -> CaseStatus.SIGNED;
      case DOWN_TO_WORK, DOWN_SENT_BACK -> CaseStatus.HANDED_DOWN;
      case BELOW -> CaseStatus.SIGNED_BELOW;
      case DISPUTED -> CaseStatus.IN_RULING;
      case DECIDED -> CaseStatus.DECIDED;
      case OVER -> CaseStatus.DELIVERED; // or ended otherwise
    };
  }
}
