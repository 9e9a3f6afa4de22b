package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.FaultSentences;

/**
 * A command with one answer: text for people, or with {@code --json} one JSON object on standard
 * output. Exit codes: 0 done, 1 a named fault ({@code "fault"} in the JSON), 2 wrong use.
 */
abstract class JsonCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(JsonCommand.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> DETAILED = List.of("TABLE-", "PAYMENT-", "IMPORT-");

  private final PrintStream out;
  private final FaultSentences sentences;

  @Option(names = "--json", description = "print one JSON object on standard output")
  private boolean json;

  JsonCommand(PrintStream out, FaultSentences sentences) {
    this.out = out;
    this.sentences = sentences;
  }

  /** Does the work. */
  abstract Reply work() throws FaultException, PartlyDone, InterruptedException;

  /**
   * Lets another process do the work and say what came of it; its exit code is this one's.
   *
   * @return empty if this process does the work
   */
  OptionalInt elsewhere() throws FaultException, InterruptedException {
    return OptionalInt.empty();
  }

  /** Everything was said; called once, whatever came of the work. */
  void ended() {}

  /** Says something at once, for a command that goes on afterwards. */
  final void announce(Reply reply) {
    print(reply);
    out.flush();
  }

  /** Says something to people only, before the work ends. */
  final void tell(String text) {
    if (!json) {
      out.println(text);
      out.flush();
    }
  }

  /** Whether one JSON object is wanted. */
  final boolean isJson() {
    return json;
  }

  private void print(Reply reply) {
    out.println(json ? JSON.writeValueAsString(reply.json()) : reply.text());
  }

  @Override
  public final Integer call() throws InterruptedException {
    try {
      OptionalInt done = elsewhere();
      if (done.isPresent()) {
        return done.getAsInt();
      }
      print(work());
      return 0;
    } catch (FaultException e) {
      LOG.debug("{} stopped", getClass().getSimpleName(), e);
      return fault(e.fault(), detail(e));
    } catch (PartlyDone e) {
      return fault(e.fault(), e.done());
    } catch (ParameterException e) {
      throw e;
    } catch (RuntimeException e) {
      Bug bug = new Bug(e);
      LOG.error("{}", bug.code(), e);
      return fault(bug, Map.of());
    } finally {
      out.flush();
      ended();
    }
  }

  /** Which column or name of a file or its mapping is wrong: those details name no people. */
  private static Map<String, Object> detail(FaultException e) {
    String start = e.fault().code() + ": ";
    String message = String.valueOf(e.getMessage());
    boolean told = DETAILED.stream().anyMatch(e.fault().code()::startsWith);
    return told && message.startsWith(start)
        ? Map.of("detail", message.substring(start.length()))
        : Map.of();
  }

  private int fault(Fault fault, Map<String, Object> done) {
    FaultSentence english = sentences.of(fault, Locale.ENGLISH);
    FaultSentence vietnamese = sentences.of(fault, Locale.of("vi"));
    boolean vi = Locale.getDefault().getLanguage().equals("vi");
    FaultSentence sentence = vi ? vietnamese : english;
    String where =
        fault instanceof BadPage bad
            ? " (page " + bad.page() + ")"
            : done.containsKey("detail") ? " (" + done.get("detail") + ")" : "";
    if (json) {
      Map<String, Object> object = Reply.object();
      object.put("fault", fault.code());
      object.put("what", sentence.what());
      object.put("do", sentence.todo());
      object.put("vi", vietnamese.what() + " " + vietnamese.todo());
      object.put("en", english.what() + " " + english.todo());
      if (fault instanceof BadPage bad) {
        object.put("page", bad.page());
      }
      object.putAll(done);
      out.println(JSON.writeValueAsString(object));
    }
    // Both languages: who starts the program and who is called to help need not share one.
    FaultSentence other = vi ? english : vietnamese;
    System.err.println(fault.code() + where + ": " + sentence.what() + " " + sentence.todo());
    System.err.println(fault.code() + where + ": " + other.what() + " " + other.todo());
    return 1;
  }

  /**
   * A bug: a short code that can be read over the phone and found in the log, the same for the same
   * bug. It has no sentences of its own; people are told those of UNKNOWN.
   */
  private static final class Bug implements Fault {
    private final String code;

    Bug(RuntimeException cause) {
      int trace = cause.getClass().getName().hashCode();
      for (StackTraceElement element : cause.getStackTrace()) {
        trace = trace * 31 + element.getMethodName().hashCode();
      }
      code = "BUG-" + Integer.toHexString(trace & 0xFFFFF).toUpperCase(Locale.ROOT);
    }

    @Override
    public String code() {
      return code;
    }
  }
}
