package cn.lianban.setup;

import cn.lianban.cases.Agent;
import cn.lianban.cases.Applicant;
import cn.lianban.cases.MaterialState;
import cn.lianban.cases.NewCase;
import cn.lianban.cases.PastCases;
import cn.lianban.cases.PastCases.Opened;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Calendars;
import cn.lianban.setup.DemoDistrict.OpenItem;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/** A year of cases and ratings, always the same one beside the date it ends at. */
@Component
class DemoPast {
  private static final long SEED = 990_101;

  /** One case in four is of the last twenty working days: queues are not empty. */
  private static final int RECENT = 20;

  private final PastCases cases;
  private final DemoRatings ratings;
  private final Calendars calendars;
  private final Now now;

  DemoPast(PastCases cases, DemoRatings ratings, Calendars calendars, Now now) {
    this.cases = cases;
    this.ratings = ratings;
    this.calendars = calendars;
    this.now = now;
  }

  /**
   * Writes in the caller's transaction, under reach ALL.
   *
   * @param lane parts of the year that are written side by side have numbers of their own
   * @return a case that is under way, for the progress page
   */
  Opened write(List<OpenItem> open, int count, int lane) {
    SplittableRandom random = new SplittableRandom(SEED + lane);
    DemoDays days = new DemoDays(now.today(), calendars::isWorkingDay, random);
    DemoApplicants applicants = new DemoApplicants(random);
    Instant end = now.instant();
    DemoStory story = new DemoStory(cases, days, random, end);
    for (int i = 0; i < count; i++) {
      OpenItem item = open.get(random.nextInt(open.size()));
      Instant accepted =
          days.ago(random.nextInt(4) == 0 ? random.nextInt(RECENT) : random.nextInt(days.past()));
      boolean late = random.nextInt(100) < 13;
      if (accepted.isBefore(end)) {
        long id = accept(item, applicants, random, accepted).id();
        DemoStory.Ending ending = story.tell(id, promisedDays(item), late, accepted);
        Instant decided = ending.decidedAt();
        if (decided != null) {
          ratings.perhaps(id, item.department(), decided, late || ending.refused(), random);
        }
      }
    }
    return waiting(open, days, applicants, random, story, lane);
  }

  /**
   * Cases that nobody has worked on, so that these lights burn at whatever date: yellow in the
   * first lane, red in the second, dark in the third.
   */
  private Opened waiting(
      List<OpenItem> open,
      DemoDays days,
      DemoApplicants applicants,
      SplittableRandom random,
      DemoStory story,
      int lane) {
    Opened last = null;
    for (int i = 0; i < open.size(); i++) {
      OpenItem item = open.get(i);
      int ago = workingDaysAgo(item, i, lane);
      if (ago > 0) {
        Instant accepted = days.ago(ago);
        last = accept(item, applicants, random, accepted);
        story.waitForSignature(last.id(), accepted);
      }
    }
    return Objects.requireNonNull(last);
  }

  /** 0: not this item. */
  private static int workingDaysAgo(OpenItem item, int i, int lane) {
    int promised = item.wanted().promised();
    Integer statutory = item.wanted().statutory();
    if (item.wanted().unit() != BudgetUnit.WORKING_DAYS || promised < 3) {
      return 0;
    }
    return switch (lane) {
      case 0 -> promised - 1;
      case 1 -> i % 2 == 0 ? promised + 2 : 0;
      default -> i % 4 == 0 && statutory != null ? statutory + 3 : 0;
    };
  }

  private Opened accept(
      OpenItem item, DemoApplicants applicants, SplittableRandom random, Instant accepted) {
    int unit = item.at().get(random.nextInt(item.at().size()));
    return cases.accept(wanted(item, applicants, random, accepted), unit, accepted);
  }

  private static int promisedDays(OpenItem item) {
    int promised = item.wanted().promised();
    return switch (item.wanted().unit()) {
      case WORKING_DAYS -> promised;
      case CALENDAR_DAYS -> promised * 5 / 7;
      case HOURS -> promised / 24;
    };
  }

  private static NewCase wanted(
      OpenItem item, DemoApplicants applicants, SplittableRandom random, Instant accepted) {
    boolean enterprise = item.wanted().taskType() == cn.lianban.catalog.TaskType.LICENCE;
    Applicant applicant = enterprise ? applicants.enterprise() : applicants.person();
    Map<Integer, MaterialState> materials = new HashMap<>();
    for (int seq = 1; seq <= item.wanted().materials().size(); seq++) {
      materials.put(seq, random.nextInt(3) == 0 ? MaterialState.COPY : MaterialState.ORIGINAL_SEEN);
    }
    if (applicant.agent() != null) {
      materials.put(Agent.PAPER_SEQ, MaterialState.ORIGINAL_SEEN);
    }
    Instant received = accepted.minusSeconds(300 + random.nextInt(1_200));
    return new NewCase(item.id(), applicant, materials, received, "", "WINDOW", null, false);
  }
}
