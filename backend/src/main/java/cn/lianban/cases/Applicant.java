package cn.lianban.cases;

import org.jspecify.annotations.Nullable;

/** Who asks for something; personal data, masked unless revealed. */
public record Applicant(
    Kind kind,
    String name,
    IdKind idKind,
    String idNumber,
    @Nullable String mobile,
    @Nullable Agent agent) {

  /** A natural person or an enterprise. */
  public enum Kind {
    PERSON,
    ENTERPRISE
  }

  /** What the id number is; identity card and USCC are checked, the others are text. */
  public enum IdKind {
    IDENTITY_CARD,
    USCC,
    PASSPORT,
    HK_MACAO_PERMIT,
    TAIWAN_PERMIT,
    OTHER
  }

  /** As everybody but who has asked for it sees him; an enterprise's name and code are public. */
  Applicant masked() {
    boolean enterprise = kind == Kind.ENTERPRISE;
    return new Applicant(
        kind,
        enterprise ? name : Masks.name(name),
        idKind,
        idKind == IdKind.USCC ? idNumber : Masks.middle(idNumber, 4, 4),
        mobile == null ? null : Masks.middle(mobile, 3, 4),
        agent == null ? null : agent.masked());
  }
}
