package vn.motcua.kiosk.paper;

import java.util.ArrayDeque;
import java.util.Deque;
import vn.motcua.scanner.FaultException;

/** Idle engines, so that the next page need not start one. */
final class Engines implements AutoCloseable {
  private final Deque<Ocr> idle = new ArrayDeque<>();
  private boolean closed;

  Ocr borrow(String language) throws FaultException {
    if (language.equals(Ocr.SHIPPED)) {
      synchronized (this) {
        Ocr ready = idle.poll();
        if (ready != null) {
          return ready;
        }
      }
    }
    return new Ocr(language);
  }

  void giveBack(Ocr engine) {
    synchronized (this) {
      if (!closed) {
        idle.push(engine);
        return;
      }
    }
    engine.close();
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Ocr::close);
    idle.clear();
  }
}
