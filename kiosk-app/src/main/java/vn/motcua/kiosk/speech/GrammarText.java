package vn.motcua.kiosk.speech;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.scanner.FaultException;

/** Reads the notation of grammars, line by line. */
final class GrammarText {
  private static final int LINES = 4_000;
  private static final int SHORT_GAP = 150;
  private static final int LONG_GAP = 350;
  private static final Pattern LINE = Pattern.compile("([a-z]+)\\.(\\S{1,80})\\s*=\\s*(.*)");
  static final Pattern CLIP = Pattern.compile("[a-z][a-z0-9-]{0,59}");
  private static final Pattern FILLED = Pattern.compile("[a-z]([a-z0-9-]|\\{[1-9]\\}){0,59}");
  private static final Pattern SLOT =
      Pattern.compile("\\{([a-z]+(?:\\.[a-z]+)*)(?::([a-z]+)([*,]?))?\\}");
  private static final Pattern NUMBER = Pattern.compile("\\{([a-z]*)=([1-9]{1,9})\\}");
  private static final Pattern FREE = Pattern.compile("\\{([1-9])\\}");

  private final String text;
  private final Map<String, String> clips = new LinkedHashMap<>();
  private final Map<String, List<Rule>> kinds = new LinkedHashMap<>();
  private final Map<String, Rule> sentences = new LinkedHashMap<>();
  private final Map<Rule, Integer> places = new LinkedHashMap<>();

  GrammarText(String text) {
    this.text = Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  Grammar parse() throws FaultException {
    int number = 0;
    for (String each : (Iterable<String>) text.lines()::iterator) {
      number++;
      String line = each.strip();
      if (number > LINES) {
        throw wrong(number, "too many lines");
      }
      if (!line.isEmpty() && !line.startsWith("#")) {
        line(line, number);
      }
    }
    for (Map.Entry<Rule, Integer> rule : places.entrySet()) {
      check(rule.getKey(), rule.getValue());
    }
    return new Grammar(clips, kinds, sentences);
  }

  private void line(String line, int number) throws FaultException {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw wrong(number, "no rule");
    }
    String name = parts.group(2);
    String rest = parts.group(3).strip();
    if (rest.isEmpty()) {
      throw wrong(number, "nothing after =");
    }
    switch (parts.group(1)) {
      case "clip" -> {
        if (!CLIP.matcher(name).matches()) {
          throw wrong(number, "name of a recording: " + name);
        }
        if (clips.put(name, rest) != null) {
          throw wrong(number, "twice: " + name);
        }
      }
      case "say" -> {
        Rule rule = new Rule("", parts(rest, number));
        places.putIfAbsent(rule, number);
        if (sentences.put(name, rule) != null) {
          throw wrong(number, "twice: " + name);
        }
      }
      default -> {
        Rule rule = new Rule(name, parts(rest, number));
        places.putIfAbsent(rule, number);
        kinds.computeIfAbsent(parts.group(1), _ -> new ArrayList<>()).add(rule);
      }
    }
  }

  private static List<Rule.Part> parts(String rest, int number) throws FaultException {
    List<Rule.Part> parts = new ArrayList<>();
    for (String token : rest.split("\\s+")) {
      Matcher slot = SLOT.matcher(token);
      Matcher digits = NUMBER.matcher(token);
      if (token.equals(",")) {
        parts.add(new Rule.Part.Gap(SHORT_GAP));
      } else if (token.equals(".")) {
        parts.add(new Rule.Part.Gap(LONG_GAP));
      } else if (digits.matches()) {
        parts.add(new Rule.Part.Number(digits.group(1), digits.group(2)));
      } else if (slot.matches()) {
        String kind = slot.group(2) == null ? slot.group(1) : slot.group(2);
        Rule.Each each =
            "*".equals(slot.group(3))
                ? Rule.Each.CHARACTER
                : ",".equals(slot.group(3)) ? Rule.Each.WORD : Rule.Each.WHOLE;
        parts.add(new Rule.Part.Slot(slot.group(1), kind, each));
      } else if (FILLED.matcher(token).matches()) {
        parts.add(new Rule.Part.Clip(token));
      } else {
        throw wrong(number, token);
      }
    }
    return parts;
  }

  /** Everything that a rule names must be there. */
  private void check(Rule rule, int number) throws FaultException {
    int free = rule.free();
    for (Rule.Part part : rule.parts()) {
      switch (part) {
        case Rule.Part.Clip(String name) -> {
          Matcher filled = FREE.matcher(name);
          boolean open = false;
          while (filled.find()) {
            open = true;
            if (Integer.parseInt(filled.group(1)) > free) {
              throw wrong(number, name);
            }
          }
          if (!open && !clips.containsKey(name)) {
            throw wrong(number, "no such recording: " + name);
          }
        }
        case Rule.Part.Number(String kind, String which) -> {
          boolean outside = which.chars().anyMatch(at -> at - '0' > free);
          if (outside || (!kind.isEmpty() && !kinds.containsKey(kind))) {
            throw wrong(number, kind + "=" + which);
          }
        }
        case Rule.Part.Slot(String name, String kind, Rule.Each _) -> {
          if (!rule.pattern().isEmpty() || !kinds.containsKey(kind)) {
            throw wrong(number, "{" + name + ":" + kind + "}");
          }
        }
        case Rule.Part.Gap _ -> {}
      }
    }
  }

  private static FaultException wrong(int line, String what) {
    return new FaultException(new LanguageFault.BadGrammar("grammar:" + line + ": " + what));
  }
}
