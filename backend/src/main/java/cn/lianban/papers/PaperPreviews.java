package cn.lianban.papers;

import cn.lianban.files.PublicAddress;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How a template would look, filled with a sample; the very paper, as a picture. */
@Component
class PaperPreviews {
  private static final int DOTS_PER_INCH = 90;
  private final PaperTemplates templates;
  private final PaperPdf pdf;
  private final Districts districts;
  private final PublicAddress address;
  private final TenantScope scope;
  private final Now now;

  PaperPreviews(
      PaperTemplates templates,
      PaperPdf pdf,
      Districts districts,
      PublicAddress address,
      TenantScope scope,
      Now now) {
    this.templates = templates;
    this.pdf = pdf;
    this.districts = districts;
    this.address = address;
    this.scope = scope;
    this.now = now;
  }

  /** The first page as a data URL; rendered outside any transaction. */
  String picture(PaperKind kind, String title, String body) {
    templates.requireEditor();
    PaperText text = PaperText.checked(title, body);
    String district = scope.write(() -> districts.current().orElseThrow().name());
    byte[] paper = pdf.render(sample(kind, text, district, now.today()), address.of("/progress"));
    return "data:image/png;base64,"
        + Base64.getEncoder().encodeToString(PaperPdf.picture(paper, DOTS_PER_INCH));
  }

  static Paper sample(PaperKind kind, PaperText text, String district, LocalDate today) {
    PaperValues values = PaperValues.sample(district, today);
    String issuer =
        Objects.requireNonNull(
            values.values().get(kind.byAcceptUnit ? "acceptUnit" : "decideUnit"));
    return new Paper(
        0,
        0,
        kind,
        "〔" + today.getYear() + "〕" + kind.mark + "1号",
        0,
        text.filled(values.values(), values.lists()),
        issuer,
        today,
        "/progress",
        0,
        java.time.Instant.EPOCH,
        null,
        false);
  }
}
