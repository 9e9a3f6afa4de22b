package vn.motcua.scanner.chip;

/**
 * A slot that notes when a call into its driver began, so that other threads see how long the call
 * takes already.
 */
final class TimedSlot implements CardSlot {
  /** What the driver is busy with. */
  enum Call {
    NONE,
    LOOK,
    CONNECT,
    EXCHANGE
  }

  private record Current(Call call, long began) {}

  private static final Current IDLE = new Current(Call.NONE, 0);

  private final CardSlot inner;
  private volatile Current current = IDLE;

  TimedSlot(CardSlot inner) {
    this.inner = inner;
  }

  /** The call that lasts longer than that, or {@link Call#NONE}. */
  Call longerThan(long nanos) {
    Current now = current;
    return now.call != Call.NONE && System.nanoTime() - now.began > nanos ? now.call : Call.NONE;
  }

  private void begin(Call call) {
    current = new Current(call, System.nanoTime());
  }

  private void end() {
    current = IDLE;
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public boolean cardPresent() throws LinkException {
    begin(Call.LOOK);
    try {
      return inner.cardPresent();
    } finally {
      end();
    }
  }

  @Override
  public CardPresence look() throws LinkException {
    begin(Call.LOOK);
    try {
      return inner.look();
    } finally {
      end();
    }
  }

  @Override
  public CardConnection connect() throws LinkException {
    begin(Call.CONNECT);
    try {
      return new TimedConnection(inner.connect());
    } finally {
      end();
    }
  }

  private final class TimedConnection implements CardConnection {
    private final CardConnection powered;

    TimedConnection(CardConnection powered) {
      this.powered = powered;
    }

    @Override
    public byte[] atr() {
      return powered.atr();
    }

    @Override
    public byte[] transmit(byte[] command) throws LinkException {
      begin(Call.EXCHANGE);
      try {
        return powered.transmit(command);
      } finally {
        end();
      }
    }

    @Override
    public boolean intact() throws LinkException {
      begin(Call.LOOK);
      try {
        return powered.intact();
      } finally {
        end();
      }
    }

    @Override
    public void close() {
      begin(Call.EXCHANGE);
      try {
        powered.close();
      } finally {
        end();
      }
    }
  }
}
