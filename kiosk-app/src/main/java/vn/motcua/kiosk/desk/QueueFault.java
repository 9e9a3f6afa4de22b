package vn.motcua.kiosk.desk;

import vn.motcua.scanner.Fault;

/** What can go wrong with queue numbers. */
public sealed interface QueueFault extends Fault {
  /** All numbers of that series are taken today. */
  record Full() implements QueueFault {
    @Override
    public String code() {
      return "QUEUE-FULL";
    }
  }

  /** That number is not at this counter (any more): somebody else has ended it. */
  record Gone() implements QueueFault {
    @Override
    public String code() {
      return "QUEUE-GONE";
    }
  }
}
