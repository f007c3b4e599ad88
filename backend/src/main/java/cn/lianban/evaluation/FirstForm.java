package cn.lianban.evaluation;

import cn.lianban.evaluation.RatingForm.Grade;
import cn.lianban.evaluation.RatingForm.Option;
import java.util.List;

/** Version 1 of the option list, every district's until it publishes its own. Never changed. */
final class FirstForm {
  static final RatingForm FORM =
      new RatingForm(
          1,
          List.of(
              new Grade(
                  5,
                  "非常满意",
                  "Very satisfied",
                  List.of(
                      new Option("ONE_VISIT", "一窗受理、一次办成", "Done at one window in one visit"),
                      new Option("FAST", "比承诺的时间还快", "Faster than promised"),
                      new Option("FEW_PAPERS", "材料少、手续简便", "Few papers, simple steps"),
                      new Option("WARM", "服务热情、耐心细致", "Warm and patient staff"),
                      new Option("ONLINE", "网上掌上就能办", "Could be done online"),
                      new Option("HELPED", "主动帮办代办", "Staff helped without being asked"))),
              new Grade(
                  4,
                  "满意",
                  "Satisfied",
                  List.of(
                      new Option("CLEAR", "一次性告知清楚", "Everything explained at once"),
                      new Option("ON_TIME", "在承诺时间内办结", "Done within the promised time"),
                      new Option("SIMPLE", "流程清楚好办", "The steps were clear"),
                      new Option("POLITE", "服务态度好", "Polite staff"),
                      new Option("GUIDE", "办事指南准确", "The guide was right"))),
              new Grade(
                  3,
                  "基本满意",
                  "Fairly satisfied",
                  List.of(
                      new Option("TOLD", "办事要求基本说清", "Requirements mostly explained"),
                      new Option("IN_LIMIT", "在规定时间内办结", "Done within the legal time"),
                      new Option("NORMAL", "服务态度一般", "Ordinary service"),
                      new Option("WAIT", "排队等候稍长", "The queue was rather long"),
                      new Option("STEPS", "环节还可以再减", "Some steps could go"))),
              new Grade(
                  2,
                  "不满意",
                  "Dissatisfied",
                  List.of(
                      new Option("NOT_TOLD_ONCE", "没有一次性告知，多跑了路", "Not told at once, came again"),
                      new Option(
                          "EXTRA_PAPERS", "要求提交指南以外的材料", "Asked for papers not in the guide"),
                      new Option("LATE", "超过承诺时间才办结", "Later than promised"),
                      new Option("COLD", "服务态度生硬", "Unfriendly staff"),
                      new Option("GUIDE_WRONG", "办事指南与实际不一致", "The guide was wrong"),
                      new Option("CHANNEL", "网上渠道不好用", "Online service did not work"))),
              new Grade(
                  1,
                  "非常不满意",
                  "Very dissatisfied",
                  List.of(
                      new Option("REFUSED", "无理由不受理、不答复", "Refused or ignored without a reason"),
                      new Option("PASSED_ON", "推诿扯皮、来回折腾", "Sent from office to office"),
                      new Option("OVERDUE", "超过法定时间仍未办结", "Past the legal limit"),
                      new Option("RUDE", "态度恶劣", "Rude staff"),
                      new Option("FEES", "违规收费或指定中介", "Improper fees or a forced agent"),
                      new Option("FAVOURS", "吃拿卡要", "Favours or gifts expected")))));

  private FirstForm() {}
}
