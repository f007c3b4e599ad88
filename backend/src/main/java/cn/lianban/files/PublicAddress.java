package cn.lianban.files;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where citizens' phones reach this service: {@code lianban.public-address} ({@code
 * https://lianban.example.cn}), which every deployment behind a proxy sets; else the address the
 * caller used.
 */
@Component
public class PublicAddress {
  private final String configured;

  PublicAddress(@Value("${lianban.public-address:}") String configured) {
    this.configured =
        configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
  }

  public String of(String path) {
    return (configured.isEmpty() ? asAsked() : configured) + path;
  }

  private static String asAsked() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked) {
      StringBuffer url = asked.getRequest().getRequestURL();
      return url.substring(0, url.indexOf("/", "https://".length()));
    }
    return "";
  }
}
