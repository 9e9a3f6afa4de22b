package vn.motcua.scanner.chip;

/** Something happened at a reader. */
public sealed interface CardEvent {
  /** The reader's name. */
  String reader();

  /** A reader was plugged in, or came back. */
  record ReaderArrived(String reader) implements CardEvent {}

  /** A reader was unplugged, or its service stopped. */
  record ReaderLeft(String reader) implements CardEvent {}

  /** A card was put on the reader. */
  record CardArrived(String reader) implements CardEvent {}

  /** The card was taken off the reader. */
  record CardLeft(String reader) implements CardEvent {}
}
