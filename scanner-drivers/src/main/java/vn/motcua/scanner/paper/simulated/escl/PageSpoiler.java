package vn.motcua.scanner.paper.simulated.escl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Puts into a page's delivery what is planned to go wrong with it. */
final class PageSpoiler {
  private static final byte[] HTML =
      "<!DOCTYPE html><html><body><h1>Máy đang bận</h1></body></html>\n"
          .getBytes(StandardCharsets.UTF_8);
  private static final int NOISE = 20_000;

  private final FaultPlan plan;
  private final Runnable otherCertificate;

  PageSpoiler(FaultPlan plan, Runnable otherCertificate) {
    this.plan = plan;
    this.otherCertificate = otherCertificate;
  }

  HttpAnswer spoil(HttpAnswer answer, int page) {
    if (plan.strikes(EsclFault.OTHER_CERTIFICATE, page)) {
      otherCertificate.run();
    }
    return manner(content(answer, page), page);
  }

  private HttpAnswer content(HttpAnswer answer, int page) {
    HttpAnswer spoilt = answer;
    if (plan.strikes(EsclFault.WRONG_CONTENT_TYPE, page)) {
      spoilt = spoilt.with("Content-Type", "application/octet-stream");
    }
    if (plan.strikes(EsclFault.SHORT_IMAGE, page)) {
      return spoilt.saying(Arrays.copyOf(answer.body(), answer.body().length / 2));
    }
    if (plan.strikes(EsclFault.EMPTY_IMAGE, page)) {
      return spoilt.saying(new byte[0]);
    }
    if (plan.strikes(EsclFault.GARBAGE, page)) {
      byte[] noise = new byte[NOISE];
      new Random(page).nextBytes(noise);
      return spoilt.saying(noise);
    }
    if (plan.strikes(EsclFault.HTML_PAGE, page)) {
      return spoilt.saying(HTML).with("Content-Type", "text/html; charset=UTF-8");
    }
    return spoilt;
  }

  private HttpAnswer manner(HttpAnswer answer, int page) {
    if (plan.strikes(EsclFault.TRUNCATED, page)) {
      return answer.in(HttpAnswer.Manner.CUT);
    }
    if (plan.strikes(EsclFault.OFFLINE, page)) {
      return answer.in(HttpAnswer.Manner.OFFLINE);
    }
    if (plan.strikes(EsclFault.SLOW_DRIP, page)) {
      return answer.in(HttpAnswer.Manner.DRIP);
    }
    if (plan.strikes(EsclFault.HUGE_LENGTH, page)) {
      return answer.in(HttpAnswer.Manner.HUGE);
    }
    if (plan.strikes(EsclFault.CLOSE_DELIMITED, page)) {
      return answer.in(HttpAnswer.Manner.CLOSE_DELIMITED);
    }
    if (plan.strikes(EsclFault.CHUNKED, page)) {
      return answer.in(HttpAnswer.Manner.CHUNKED);
    }
    return answer;
  }
}
