package cn.lianban.papers;

import cn.lianban.graphql.Rejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template's text and its named fields in braces. A line is a paragraph, indented by two
 * characters; one that begins with {@code >} is set flush. Pure.
 *
 * @param title above the paper, under the issuer's name
 */
record PaperText(String title, String body) {
  private static final Pattern FIELD = Pattern.compile("\\{([^{}\\n]{1,40})\\}");

  /** What a template may name, and what it is called on the screen. */
  static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("applicant", "申请人");
    FIELDS.put("agent", "经办人或代办人");
    FIELDS.put("agentId", "代办人证件号码（部分隐去）");
    FIELDS.put("mandate", "代理权限和期限");
    FIELDS.put("agentInFull", "经办人姓名、证件和权限");
    FIELDS.put("item", "事项名称");
    FIELDS.put("number", "办件编号");
    FIELDS.put("district", "区县名称");
    FIELDS.put("acceptUnit", "受理单位");
    FIELDS.put("decideUnit", "决定部门");
    FIELDS.put("receivedOn", "收件日期");
    FIELDS.put("acceptedOn", "受理日期");
    FIELDS.put("limit", "承诺时限");
    FIELDS.put("dueOn", "到期日");
    FIELDS.put("materials", "已收材料清单");
    FIELDS.put("missing", "需补正的内容清单");
    FIELDS.put("missingUntil", "补正期限");
    FIELDS.put("reason", "理由");
    FIELDS.put("pausedOn", "暂停日期");
    FIELDS.put("pausedFor", "暂停事由");
    FIELDS.put("pausedBasis", "暂停依据");
    FIELDS.put("pausedUntil", "预计恢复日期");
    FIELDS.put("extendedBy", "延长的期限");
    FIELDS.put("extendedFor", "延期理由");
    FIELDS.put("resultNo", "证照或批文号");
    FIELDS.put("decidedOn", "决定日期");
    FIELDS.put("deliveredOn", "送达日期");
    FIELDS.put("today", "打印日期");
  }

  /**
   * A text as a district writes it.
   *
   * @throws Rejected REQUIRED or TOO_LONG at title or body, UNKNOWN_FIELD at body
   */
  static PaperText checked(String typedTitle, String typedBody) {
    String title = typedTitle.strip();
    String body = typedBody.strip().replace("\r", "");
    if (title.isEmpty() || body.isEmpty()) {
      throw new Rejected("REQUIRED", title.isEmpty() ? "title" : "body", "标题和正文都要填写");
    }
    if (title.length() > 60 || body.length() > 6000) {
      throw new Rejected(
          "TOO_LONG", title.length() > 60 ? "title" : "body", "标题最多 60 字，正文最多 6000 字");
    }
    Set<String> unknown = new TreeSet<>();
    FIELD.matcher(title + body).results().map(one -> one.group(1)).forEach(unknown::add);
    unknown.removeAll(FIELDS.keySet());
    if (!unknown.isEmpty()) {
      throw new Rejected("UNKNOWN_FIELD", "body", "没有这些字段：{" + String.join("}、{", unknown) + "}");
    }
    return new PaperText(title, body);
  }

  /**
   * The text with its values; a value's own braces and lines mean nothing, lists apart: each of
   * their entries becomes a paragraph. A field without a value is a line to write on.
   */
  PaperText filled(Map<String, String> values, Map<String, List<String>> lists) {
    StringBuilder text = new StringBuilder();
    for (String line : body.split("\n", -1)) {
      Matcher alone = FIELD.matcher(line.strip());
      if (alone.matches() && lists.containsKey(alone.group(1))) {
        numbered(text, lists.getOrDefault(alone.group(1), List.of()));
      } else {
        text.append(inLine(line, values, lists)).append('\n');
      }
    }
    return new PaperText(inLine(title, values, lists), text.toString());
  }

  private static void numbered(StringBuilder text, List<String> entries) {
    int number = 1;
    for (String entry : entries) {
      text.append(number++).append("．").append(safe(entry)).append('\n');
    }
    if (entries.isEmpty()) {
      text.append("无\n");
    }
  }

  private static String inLine(
      String line, Map<String, String> values, Map<String, List<String>> lists) {
    return FIELD
        .matcher(line)
        .replaceAll(
            found -> {
              String name = found.group(1);
              String value =
                  lists.containsKey(name)
                      ? String.join("、", lists.getOrDefault(name, List.of()))
                      : values.getOrDefault(name, "");
              return Matcher.quoteReplacement(value.isBlank() ? "＿＿＿＿＿＿" : safe(value));
            });
  }

  /** A value is one line, and no field. */
  private static String safe(String value) {
    return value.replaceAll("\\s+", " ").replace('{', '（').replace('}', '）').strip();
  }

  /** The paragraphs; those beginning with {@code >} are flush. */
  List<Paragraph> paragraphs() {
    return body.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> new Paragraph(line.startsWith(">"), line.replaceFirst("^>\\s*", "")))
        .toList();
  }

  record Paragraph(boolean flush, String text) {}
}
