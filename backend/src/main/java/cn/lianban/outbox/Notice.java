package cn.lianban.outbox;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a room has to tell. Title and text hold no personal data: a case's number, an item's name,
 * what is to be done by when.
 *
 * @param kind room and what happened: {@code alert.opened}; people choose channels by it. The text
 *     of a kind that ends with {@code .code} is a secret: it is forgotten as soon as it has gone
 * @param subject kind and number of the record: {@code case:12}
 * @param title Chinese, at most 100 characters
 * @param text Chinese, at most 500 characters; what an SMS says as a whole
 * @param link path inside the product that opens the record ({@code /cases/…}), null: none
 * @param urgent passes quiet hours and is never held back for a digest
 * @param dedupe a repetition under the same key in the district is one message
 * @param expiresAt after this moment it is not sent any more; null: after three days
 */
public record Notice(
    String kind,
    String subject,
    Set<Recipient> recipients,
    String title,
    String text,
    @Nullable String link,
    boolean urgent,
    String dedupe,
    @Nullable Instant expiresAt) {
  public Notice {
    recipients = Set.copyOf(recipients);
    if (link != null && !(link.startsWith("/") && !link.startsWith("//"))) {
      throw new IllegalArgumentException("a link is a path of our own");
    }
  }

  /** A notice that is not urgent, good for three days. */
  public static Notice of(
      String kind, String subject, Set<Recipient> recipients, String title, String text) {
    return new Notice(
        kind, subject, recipients, title, text, null, false, kind + ":" + subject, null);
  }

  public Notice at(String path) {
    return new Notice(kind, subject, recipients, title, text, path, urgent, dedupe, expiresAt);
  }

  public Notice asUrgent() {
    return new Notice(kind, subject, recipients, title, text, link, true, dedupe, expiresAt);
  }

  /** Once under this key; the default key is kind and subject. */
  public Notice once(String key) {
    return new Notice(kind, subject, recipients, title, text, link, urgent, key, expiresAt);
  }

  public Notice until(Instant end) {
    return new Notice(kind, subject, recipients, title, text, link, urgent, dedupe, end);
  }
}
