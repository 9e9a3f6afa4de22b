package vn.motcua.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchGoalTest {
  @Test
  void aGoalIsTheMostOrTheLeast() {
    assertThat(new Bench.Goal("error", 0.5, 0.5).met()).isTrue();
    assertThat(new Bench.Goal("error", 0.51, 0.5).met()).isFalse();
    assertThat(Bench.Goal.atLeast("speed", 10, 10).met()).isTrue();
    assertThat(Bench.Goal.atLeast("speed", 9.9, 10).met()).isFalse();
  }

  @Test
  void whatCouldNotBeMeasuredMeetsNoGoal() {
    assertThat(new Bench.Goal("error", Double.NaN, 0.5).met()).isFalse();
    assertThat(Bench.Goal.atLeast("speed", Double.NaN, 10).met()).isFalse();
  }
}
