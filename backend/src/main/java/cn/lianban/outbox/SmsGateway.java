package cn.lianban.outbox;

import java.util.UUID;

/** Sends one SMS. Implementations give up after ten seconds and never throw. */
interface SmsGateway {
  /** Where no gateway is set up: nothing can be sent, and somebody is told. */
  SmsGateway NONE = (mobile, text, sentAs) -> Answer.refused(null, "短信网关未配置");

  /**
   * @param mobile eleven digits
   * @param sentAs equal for repetitions of one message
   */
  Answer send(String mobile, String text, UUID sentAs);
}
