package cn.lianban.evaluation;

import java.util.List;
import java.util.Optional;

/** An option list: five worded grades (国办发〔2019〕51号), each with options of its own. */
public record RatingForm(int version, List<Grade> grades) {

  /** The grade, or empty outside 1 to 5: there is no sixth. */
  Optional<Grade> grade(int number) {
    return grades.stream().filter(grade -> grade.grade() == number).findFirst();
  }

  /** The terms of stored codes; a code the list does not know is left out. */
  List<Option> chosen(int grade, List<String> codes) {
    return grade(grade).map(Grade::options).orElse(List.of()).stream()
        .filter(option -> codes.contains(option.code()))
        .toList();
  }

  /**
   * @param grade 5 very satisfied … 1 very dissatisfied
   */
  public record Grade(int grade, String label, String labelEn, List<Option> options) {
    boolean needsOption() {
      return grade <= 2;
    }

    boolean has(String code) {
      return options.stream().anyMatch(option -> option.code().equals(code));
    }
  }

  /** One thing a citizen can tick. */
  public record Option(String code, String label, String labelEn) {}
}
