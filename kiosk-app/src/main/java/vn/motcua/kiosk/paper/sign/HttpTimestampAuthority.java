package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import vn.motcua.scanner.FaultException;

/**
 * A timestamp authority behind HTTP (RFC 3161 §3.4). The answer must be for our imprint and nonce,
 * properly signed, and agree with this computer's clock.
 */
public final class HttpTimestampAuthority implements TimestampAuthority {
  private static final long LARGEST = 256 << 10;
  private static final Duration CLOCKS = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final URI address;
  private final Clock clock;
  private final Duration limit;

  public HttpTimestampAuthority(URI address, Clock clock) {
    this(address, clock, Duration.ofSeconds(15));
  }

  /**
   * @param limit for the whole exchange
   */
  HttpTimestampAuthority(URI address, Clock clock, Duration limit) {
    this.address = address;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public Timestamp stamp(byte[] imprint) throws FaultException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request;
    byte[] answer;
    try (Web web = new Web(limit)) {
      request = generator.generate(TSPAlgorithms.SHA256, imprint, new BigInteger(63, RANDOM));
      answer = web.post(address, "application/timestamp-query", request.getEncoded(), LARGEST);
    } catch (IOException e) {
      throw fault(SignFault.TimestampTrouble.UNREACHABLE, e);
    }
    TimeStampResponse response;
    try {
      response = new TimeStampResponse(answer);
    } catch (TSPException | IOException | RuntimeException e) {
      throw fault(SignFault.TimestampTrouble.GARBAGE, e);
    }
    if (response.getStatus() != 0 && response.getStatus() != 1) {
      throw fault(
          SignFault.TimestampTrouble.REFUSED,
          new IOException("status " + response.getStatus() + " " + response.getStatusString()));
    }
    if (response.getTimeStampToken() == null) {
      throw fault(SignFault.TimestampTrouble.GARBAGE, new IOException("granted without a token"));
    }
    Timestamp stamp;
    try {
      response.validate(request);
    } catch (TSPException | RuntimeException e) {
      throw fault(SignFault.TimestampTrouble.WRONG, e);
    }
    try {
      stamp = Timestamp.of(response.getTimeStampToken());
    } catch (GeneralSecurityException e) {
      throw fault(SignFault.TimestampTrouble.CERTIFICATE, e);
    }
    if (Duration.between(clock.instant(), stamp.time()).abs().compareTo(CLOCKS) > 0) {
      throw fault(
          SignFault.TimestampTrouble.CLOCK, new IOException("the authority says " + stamp.time()));
    }
    return stamp;
  }

  private static FaultException fault(SignFault.TimestampTrouble trouble, Exception cause) {
    return new FaultException(new SignFault.Timestamp(trouble), cause);
  }
}
