package cn.lianban.cases;

import cn.lianban.clock.Duty;
import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Selected;
import cn.lianban.tenancy.Together;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cases by their ids alone, as a page of duties or a link names them. */
@Component
class CasesAhead implements Ahead.Reader<Duty> {
  private final CaseQuestions questions;
  private final CasePartsAhead parts;
  private final Ahead ahead;
  private final Together together;

  CasesAhead(CaseQuestions questions, CasePartsAhead parts, Ahead ahead, Together together) {
    this.questions = questions;
    this.parts = parts;
    this.ahead = ahead;
    this.together = together;
  }

  @Override
  public Class<Duty> parent() {
    return Duty.class;
  }

  @Override
  public void read(List<Duty> duties, Selected below, Ahead.Known known) {
    if (below.has("case")) {
      Selected asked = below.below("case");
      List<Duty> ofCases =
          duties.stream().filter(duty -> duty.subjectKind().equals(CaseFile.KIND)).toList();
      open(ofCases.stream().map(Duty::subjectId).toList(), asked, known);
      parts.items(ofCases.stream().map(Duty::itemId), asked, known);
    }
  }

  /** The cases, and in the same trip what hangs on their ids. */
  void open(Collection<Long> ids, Selected below, Ahead.Known known) {
    together
        .in(known)
        .<Long, CaseFile>add(
            CaseLoaders.CASES,
            ids,
            questions::files,
            files -> ahead.read(CaseFile.class, files, below, known));
    parts.byCases(ids, below, known);
  }
}
