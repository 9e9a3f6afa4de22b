package vn.motcua.kiosk.store.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import vn.motcua.kiosk.dossier.SearchText;

/**
 * Finds what is sealed: for every word that somebody may search by, 64 bits of a keyed hash stand
 * beside the dossier (HMAC-SHA-256, RFC 2104). Without the key they say which dossiers share a
 * word, and how many, but not the word; see decision 0015. Safe for use by several threads.
 */
public final class SearchTokens {
  /** Letters at the beginning of a longer word by which it is found as well. */
  private static final int[] BEGINNINGS = {2, 3};

  /** Digits at the end of a telephone number that people say. */
  private static final int PHONE_TAIL = 4;

  private static final int LEAST_PHONE = 8;

  private final SecretKey key;

  public SearchTokens(MasterKey master) {
    key = master.of("tokens", "HmacSHA256");
  }

  /** Those under which a person's name is found: whole, each word, each longer word's beginning. */
  public Set<Long> ofName(String name) {
    List<String> words = SearchText.words(name);
    Set<Long> tokens = new LinkedHashSet<>();
    if (words.isEmpty()) {
      return tokens;
    }
    tokens.add(token("name", String.join(" ", words)));
    for (String word : words) {
      tokens.add(token("word", word));
      for (int letters : BEGINNINGS) {
        if (word.length() > letters) {
          tokens.add(token("begin", word.substring(0, letters)));
        }
      }
    }
    return tokens;
  }

  /** Those under which a telephone number is found: whole, and by its last four digits. */
  public Set<Long> ofPhone(String phone) {
    String digits = digits(phone);
    return digits.length() < LEAST_PHONE
        ? Set.of()
        : Set.of(
            token("phone", digits), token("tail", digits.substring(digits.length() - PHONE_TAIL)));
  }

  /** That of a whole name. */
  public long name(List<String> words) {
    return token("name", String.join(" ", words));
  }

  /** That of a whole word. */
  public long word(String word) {
    return token("word", word);
  }

  /**
   * Those of which every name with a word that begins so has one; of a beginning longer than three
   * letters others may have one too. Empty for a single letter, which says too little.
   */
  public List<Long> beginning(String word) {
    if (word.length() < BEGINNINGS[0]) {
      return List.of();
    }
    int letters = Math.min(word.length(), BEGINNINGS[BEGINNINGS.length - 1]);
    return List.of(token("begin", word.substring(0, letters)), token("word", word));
  }

  /** Those that a telephone number, or its last four digits, must have; empty for other text. */
  public List<Long> phone(String text) {
    String digits = digits(text);
    if (digits.length() == PHONE_TAIL && text.strip().length() == PHONE_TAIL) {
      return List.of(token("tail", digits));
    }
    boolean onlyDigits = text.chars().noneMatch(Character::isLetter);
    return onlyDigits && digits.length() >= LEAST_PHONE
        ? List.of(token("phone", digits))
        : List.of();
  }

  /** Domestic writing: a country's prefix is the leading zero. */
  private static String digits(String phone) {
    String digits = phone.replaceAll("[^0-9]", "");
    return digits.startsWith("84") && digits.length() > 10 ? "0" + digits.substring(2) : digits;
  }

  private long token(String kind, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }
}
