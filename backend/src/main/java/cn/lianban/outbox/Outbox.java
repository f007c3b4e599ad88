package cn.lianban.outbox;

import cn.lianban.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** The only way anything leaves: told in the transaction of the change, sent after its commit. */
@Component
public class Outbox {
  private final TenantScope scope;
  private final Telling telling;
  private final MobileCodes codes;

  Outbox(TenantScope scope, Telling telling, MobileCodes codes) {
    this.scope = scope;
    this.telling = telling;
    this.codes = codes;
  }

  /**
   * Tells something, in the caller's transaction: nothing leaves unless it commits; at least once
   * after it did. One statement; who the recipients are today is asked when it is sent.
   */
  public void tell(Notice notice) {
    scope.write(() -> telling.tell(notice));
  }

  /**
   * Sends a code of six digits, good for five minutes, that confirms a mobile number. Commits by
   * itself: not called inside a change.
   *
   * @param address where the request comes from, for the limit per address
   * @throws cn.lianban.graphql.Rejected INVALID for what is no number, TOO_MANY when number or
   *     address has had enough codes for now
   */
  public void code(String mobile, String address) {
    codes.send(mobile, address);
  }

  /**
   * Whether that is the code that was sent last to the number; a right one is used up. Counted and
   * committed before the answer is known: five tries for a code. Not called inside a change.
   */
  public boolean confirms(String mobile, String code) {
    return codes.confirms(mobile, code);
  }
}
