package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colour roles that stand on each other can be told apart by tired eyes (WCAG 2.2, 1.4.6). */
class ContrastTest {
  private static final double AAA = 7;
  private static final Pattern ROLE = Pattern.compile("(-mc-[a-z-]+): (#[0-9A-F]{6});");

  @ParameterizedTest
  @CsvSource({
    "-mc-ink, -mc-paper",
    "-mc-ink, -mc-surface",
    "-mc-ink, -mc-muted",
    "-mc-ink, -mc-brand-tint",
    "-mc-ink, -mc-ok-tint",
    "-mc-ink, -mc-wait-tint",
    "-mc-ink, -mc-bad-tint",
    "-mc-ink-soft, -mc-paper",
    "-mc-ink-soft, -mc-surface",
    "-mc-brand, -mc-surface",
    "-mc-brand, -mc-brand-tint",
    "-mc-ok, -mc-ok-tint",
    "-mc-ok, -mc-paper",
    "-mc-wait, -mc-wait-tint",
    "-mc-bad, -mc-bad-tint",
    "-mc-on-brand, -mc-brand",
    "-mc-on-brand, -mc-hero-from",
    "-mc-on-brand, -mc-hero-to",
    "-mc-rail-ink, -mc-rail",
  })
  void roleOnRole(String ink, String ground) throws IOException {
    for (String block : new String[] {".root {", ".root.clear {"}) {
      Map<String, String> roles = roles(block);
      assertThat(contrast(role(roles, ink), role(roles, ground)))
          .as("%s on %s in %s", ink, ground, block)
          .isGreaterThanOrEqualTo(AAA);
    }
  }

  private static String role(Map<String, String> roles, String name) {
    return Objects.requireNonNull(roles.get(name), name);
  }

  private static Map<String, String> roles(String block) throws IOException {
    try (InputStream in = ContrastTest.class.getResourceAsStream("kit.css")) {
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int start = sheet.indexOf(block);
      assertThat(start).isNotNegative();
      Matcher found = ROLE.matcher(sheet.substring(start, sheet.indexOf('}', start)));
      Map<String, String> roles = new HashMap<>();
      while (found.find()) {
        roles.put(found.group(1), found.group(2));
      }
      return roles;
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int value) {
    double v = (value & 255) / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
