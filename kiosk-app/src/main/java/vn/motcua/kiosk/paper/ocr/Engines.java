package vn.motcua.kiosk.paper.ocr;

import java.util.ArrayDeque;
import java.util.Deque;
import vn.motcua.scanner.FaultException;

/** Idle engines, so that the next page need not start one. */
public final class Engines implements AutoCloseable {
  private final Deque<Ocr> idle = new ArrayDeque<>();
  private boolean closed;

  public Ocr borrow(String language) throws FaultException {
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

  public void giveBack(Ocr engine) {
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
