package vn.motcua.kiosk.source;

import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes the bytes of an answer, and breaks it off with {@link TooBig} once they are too many. */
final class CappedBody implements BodySubscriber<byte[]> {
  /** More bytes came than may. */
  static final class TooBig extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
  private Runnable cancel = () -> {};
  private long left;

  CappedBody(long most) {
    left = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription made) {
    cancel = made::cancel;
    body.onSubscribe(made);
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    if (left < 0) {
      return;
    }
    left -= more.stream().mapToLong(ByteBuffer::remaining).sum();
    if (left < 0) {
      cancel.run();
      body.onError(new TooBig());
    } else {
      body.onNext(more);
    }
  }

  @Override
  public void onError(Throwable trouble) {
    body.onError(trouble);
  }

  @Override
  public void onComplete() {
    if (left >= 0) {
      body.onComplete();
    }
  }
}
