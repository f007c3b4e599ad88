package cn.lianban.supervision;

import cn.lianban.cases.DecidedCounts.DecidedCount;
import cn.lianban.evaluation.Ratings.Tally;
import cn.lianban.supervision.Board.FigureNote;
import java.util.Collection;
import java.util.List;

/** What each figure means and which share of the district's work it contains. */
final class FigureNotes {
  private FigureNotes() {}

  static List<FigureNote> of(Collection<Tally> tallies, Collection<DecidedCount> counts) {
    Share cases =
        new Share(
            counts.stream().mapToInt(DecidedCount::decided).sum(),
            counts.stream().mapToInt(DecidedCount::own).sum());
    Share ratings =
        new Share(
            tallies.stream().mapToInt(Tally::rated).sum(),
            tallies.stream().mapToInt(Tally::own).sum());
    return List.of(
        new FigureNote(
            "duties",
            "未办结的时限，按责任单位、种类和此刻的灯色计数；测试件不计。",
            "Open duties by owner unit, kind and light at this moment; tests are left out.",
            "本系统计时的全部事项；未导入本系统的平台办件不在其中。",
            "All that this system times; cases of other platforms that were not imported are not in it."),
        new FigureNote(
            "satisfactionRate",
            "满意率＝当月非常满意、满意、基本满意的主动评价数 ÷ 当月主动评价总数；默认评价和测试件不计。评价对象为作出决定的单位，按评价月份归集。",
            "Ratings of grades 5, 4 and 3 over all active ratings given in the month; default and test ratings are left out. The unit rated is the one that decided.",
            ratings.words("评价"),
            ratings.wordsEn("ratings")),
        new FigureNote(
            "activeRate",
            "主动评价率＝当月主动评价数 ÷ 当月办结件数；评价链接 90 天内有效，故可能超过 100%。",
            "Active ratings given in the month over cases decided in it; links live 90 days, so it may exceed 100 %.",
            cases.words("办结件"),
            cases.wordsEn("decided cases")));
  }

  /** How much of what is shown is this system's own. */
  private record Share(int all, int own) {
    String words(String what) {
      return all == 0
          ? "所选范围内没有" + what + "。"
          : "所选范围内%s %d 件，其中本系统产生 %d 件（%s），从其他平台导入 %d 件；未导入的不在其中。"
              .formatted(what, all, own, percent(), all - own);
    }

    String wordsEn(String what) {
      return all == 0
          ? "No " + what + " in the range chosen."
          : "%d %s in the range chosen: %d made here (%s), %d imported from other platforms; what was not imported is not in it."
              .formatted(all, what, own, percent(), all - own);
    }

    private String percent() {
      long perMille = Math.round(own * 1000.0 / all);
      return "%d.%d%%".formatted(perMille / 10, perMille % 10);
    }
  }
}
