package vn.motcua.scanner.paper.simulated.escl;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody who stands at the device can do, for programs that cannot call it: only from this
 * machine. {@code GET /control} tells how it stands; {@code POST} to {@code /control/fault/NAME}
 * (with {@code =TIMES} and {@code @PAGE}), {@code /control/mend} (withdraws all faults), {@code
 * /control/reload}, {@code /control/clear}, {@code /control/reset}, {@code /control/certificate}
 * does it; {@code DELETE /control/fault/NAME} withdraws a fault.
 */
final class ControlDesk {
  static final String ROOT = "/control";

  private static final String FAULT = ROOT + "/fault/";

  private final Machine machine;
  private final Runnable otherCertificate;

  ControlDesk(Machine machine, Runnable otherCertificate) {
    this.machine = machine;
    this.otherCertificate = otherCertificate;
  }

  HttpAnswer answer(HttpRequest request) {
    if (!request.near()) {
      return HttpAnswer.empty(403);
    }
    boolean known =
        switch (request.method()) {
          case "GET" -> request.path().equals(ROOT);
          case "POST" -> done(request.path());
          case "DELETE" -> withdrawn(request.path());
          default -> false;
        };
    return known ? state() : HttpAnswer.empty(404);
  }

  private boolean done(String path) {
    if (path.startsWith(FAULT)) {
      try {
        machine.plan().add(PlannedFault.parse(path.substring(FAULT.length())));
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
    Optional<Runnable> work =
        switch (path.substring(ROOT.length())) {
          case "/mend" -> Optional.of(machine.plan()::withdrawAll);
          case "/reload" -> Optional.of(machine.path()::reload);
          case "/clear" -> Optional.of(machine.path()::clear);
          case "/reset" -> Optional.of(machine::reset);
          case "/certificate" -> Optional.of(otherCertificate);
          default -> Optional.empty();
        };
    return machine.locked(() -> {
      work.ifPresent(Runnable::run);
      return work.isPresent();
    });
  }

  private boolean withdrawn(String path) {
    if (!path.startsWith(FAULT)) {
      return false;
    }
    return EsclFault.named(path.substring(FAULT.length()))
        .map(fault -> {
          machine.plan().withdraw(fault);
          return true;
        })
        .orElse(false);
  }

  private HttpAnswer state() {
    return machine.locked(() -> {
      machine.catchUp(false);
      String faults =
          machine.plan().ahead().stream()
              .map(planned -> "\"" + planned + "\"")
              .collect(Collectors.joining(",", "[", "]"));
      return HttpAnswer.text(
          200,
          "application/json",
          "{\"faults\":%s,\"left\":%d,\"path\":\"%s\",\"busy\":%b}%n"
              .formatted(
                  faults,
                  machine.path().left(),
                  machine.path().state().word(),
                  machine.active().isPresent()));
    });
  }
}
