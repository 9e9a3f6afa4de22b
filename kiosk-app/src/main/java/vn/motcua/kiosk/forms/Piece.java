package vn.motcua.kiosk.forms;

import java.util.List;

/**
 * One piece of a form's layout, as a template names it. Texts may hold {@code {name}}, the value of
 * that name, and {@code [ … ]}, left out if a value in it is empty.
 */
sealed interface Piece {
  /** Authority, centre and number at the left; the country's name, place and date at the right. */
  record Head(String number, String place, String date) implements Piece {}

  /**
   * The form's name.
   *
   * @param note small, below it; may be empty
   */
  record Title(String text, String note) implements Piece {}

  /**
   * Code 128 and QR.
   *
   * @param secret whether the lookup secret stands below the code
   */
  record Codes(boolean secret) implements Piece {}

  /** Empty space in points. */
  record Gap(double points) implements Piece {}

  /** What becomes of a field without a value. */
  enum Empty {
    /** Dots for the pen. */
    DOTS,
    /** Nothing stands there. */
    OUT
  }

  /** A label and its value. */
  record Field(String label, String value, boolean strong, Empty empty) implements Piece {}

  /** Two fields in one line. */
  record Pair(Field left, Field right) implements Piece {}

  /** How a text stands. */
  enum Style {
    PLAIN,
    STRONG,
    ITALIC
  }

  /** A text of its own; left out if all its values are empty. */
  record Words(String text, Style style, boolean centred) implements Piece {}

  /**
   * A table; left out without rows.
   *
   * @param rows the name of the rows
   * @param intro a line above it; may be empty
   */
  record Table(String rows, String intro, List<Column> columns) implements Piece {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column.
   *
   * @param group a head above several neighbours; may be empty
   * @param value {@code {#}} is the row's number
   * @param width in points; 0 for a share of what is left
   * @param share of what is left
   */
  record Column(
      String title, String group, String value, double width, double share, boolean centred) {}

  /**
   * What must be seen first.
   *
   * @param note small, below it; may be empty
   * @param early whether it moves up behind the codes when the form needs several pages
   */
  record Frame(String title, String value, String note, boolean early) implements Piece {}

  /** Who signs, side by side. */
  record Signatures(List<Signer> signers) implements Piece {
    public Signatures {
      signers = List.copyOf(signers);
    }
  }

  /**
   * One who signs.
   *
   * @param role may be several lines
   * @param how small, below the role
   */
  record Signer(String role, String how, String name) {}
}
