package cn.lianban.supervision;

import cn.lianban.cases.CaseTrace;
import cn.lianban.cases.CaseTrace.Asked;
import cn.lianban.supervision.Verdict.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules about what an applicant is asked for. */
final class MaterialRules {
  private MaterialRules() {}

  /** What is missing is told once, naming everything (行政许可法 Art. 32 (4)). */
  static Verdict secondSupplement(CaseTrace trace, Limits limits, Around around) {
    List<Finding> found = new ArrayList<>();
    for (int i = 1; i < trace.supplements().size(); i++) {
      found.add(finding(trace, i, Map.of("notices", "" + (i + 1), "missing", missing(trace, i))));
    }
    return Verdict.found(found);
  }

  /** And before acceptance: later the decision's clock must not wait for it. */
  static Verdict lateSupplement(CaseTrace trace, Limits limits, Around around) {
    Instant accepted = trace.file().acceptedAt();
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < trace.supplements().size(); i++) {
      Asked asked = trace.supplements().get(i);
      if (accepted != null && asked.toldAt().isAfter(accepted)) {
        found.add(
            finding(
                trace,
                i,
                Map.of(
                    "acceptedOn", Around.day(accepted).toString(),
                    "toldOn", Around.day(asked.toldAt()).toString(),
                    "missing", missing(trace, i))));
      }
    }
    return Verdict.found(found);
  }

  /**
   * Nothing may be demanded beyond the published list (行政许可法 Art. 31); where none is published
   * there is nothing to compare with.
   */
  static Verdict notListed(CaseTrace trace, Limits limits, Around around) {
    if (trace.materials().isEmpty()) {
      return Verdict.NOTHING;
    }
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < trace.supplements().size(); i++) {
      List<String> foreign =
          trace.supplements().get(i).missing().stream()
              .filter(line -> !names(line, trace.materials()))
              .toList();
      if (!foreign.isEmpty()) {
        found.add(finding(trace, i, Map.of("asked", String.join("；", foreign))));
      }
    }
    return Verdict.found(found);
  }

  /** A line names a listed material, in whole or as the clerk shortened it. */
  private static boolean names(String line, List<String> listed) {
    String asked = plain(line);
    return listed.stream()
        .map(MaterialRules::plain)
        .anyMatch(name -> asked.contains(name) || asked.length() >= 3 && name.contains(asked));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s（）()《》“”\"、，,。；;：:]", "");
  }

  private static Finding finding(CaseTrace trace, int notice, Map<String, String> evidence) {
    return new Finding(
        "notice:" + (notice + 1),
        trace.file().holderUnitId(),
        trace.supplements().get(notice).toldAt(),
        evidence);
  }

  private static String missing(CaseTrace trace, int notice) {
    return String.join("；", trace.supplements().get(notice).missing());
  }
}
