package vn.motcua.kiosk.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command answers.
 *
 * @param json the one object for machines, in the order of its keys
 * @param text the same for people
 */
public record Reply(Map<String, Object> json, String text) {
  /** Builds the object for machines, key by key. */
  public static Map<String, Object> object() {
    return new LinkedHashMap<>();
  }
}
