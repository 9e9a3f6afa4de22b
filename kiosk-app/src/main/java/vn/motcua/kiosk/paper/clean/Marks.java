package vn.motcua.kiosk.paper.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The connected marks (8 neighbours) on a page. */
final class Marks {
  /**
   * One of them; the box is inclusive on all sides, in pixels.
   *
   * @param area pixels of ink in it
   */
  record Mark(int left, int top, int right, int bottom, int area) {
    int width() {
      return right - left + 1;
    }

    int height() {
      return bottom - top + 1;
    }

    int longest() {
      return Math.max(width(), height());
    }
  }

  private final List<Mark> all;
  private final int[] runs;
  private final int count;
  private final int[] markOfRun;

  private Marks(List<Mark> all, int[] runs, int count, int[] markOfRun) {
    this.all = all;
    this.runs = runs;
    this.count = count;
    this.markOfRun = markOfRun;
  }

  static Marks of(Ink ink) {
    int width = ink.width();
    int[] runs = new int[3 * 4096];
    int[] parent = new int[4096];
    int count = 0;
    int aboveFrom = 0;
    int aboveTo = 0;
    for (int y = 0; y < ink.height(); y++) {
      int rowFrom = count;
      int base = y * width;
      int above = aboveFrom;
      for (int x = 0; x < width; x++) {
        if (!ink.set()[base + x]) {
          continue;
        }
        int start = x;
        while (x < width && ink.set()[base + x]) {
          x++;
        }
        if (count == parent.length) {
          parent = Arrays.copyOf(parent, count * 2);
          runs = Arrays.copyOf(runs, count * 6);
        }
        runs[3 * count] = y;
        runs[3 * count + 1] = start;
        runs[3 * count + 2] = x - 1;
        parent[count] = count;
        while (above < aboveTo && runs[3 * above + 2] < start - 1) {
          above++;
        }
        for (int i = above; i < aboveTo && runs[3 * i + 1] <= x; i++) {
          join(parent, i, count);
        }
        count++;
      }
      aboveFrom = rowFrom;
      aboveTo = count;
    }
    return collected(runs, parent, count);
  }

  private static Marks collected(int[] runs, int[] parent, int count) {
    int[] markOf = new int[count];
    int marks = 0;
    for (int i = 0; i < count; i++) {
      int root = root(parent, i);
      // A root is the earliest of its runs.
      markOf[i] = root == i ? marks++ : markOf[root];
    }
    int[][] box = new int[5][marks];
    Arrays.fill(box[0], Integer.MAX_VALUE);
    Arrays.fill(box[1], Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      int mark = markOf[i];
      box[0][mark] = Math.min(box[0][mark], runs[3 * i + 1]);
      box[1][mark] = Math.min(box[1][mark], runs[3 * i]);
      box[2][mark] = Math.max(box[2][mark], runs[3 * i + 2]);
      box[3][mark] = Math.max(box[3][mark], runs[3 * i]);
      box[4][mark] += runs[3 * i + 2] - runs[3 * i + 1] + 1;
    }
    List<Mark> all = new ArrayList<>(marks);
    for (int i = 0; i < marks; i++) {
      all.add(new Mark(box[0][i], box[1][i], box[2][i], box[3][i], box[4][i]));
    }
    return new Marks(all, runs, count, markOf);
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static void join(int[] parent, int a, int b) {
    int first = root(parent, a);
    int second = root(parent, b);
    if (first < second) {
      parent[second] = first;
    } else {
      parent[first] = second;
    }
  }

  /** In the order of their topmost row. */
  List<Mark> all() {
    return all;
  }

  /** What is told of each row of ink. */
  interface Run {
    void at(int mark, int y, int left, int right);
  }

  /** All rows of ink, from top to bottom; {@code mark} counts in {@link #all}. */
  void each(Run run) {
    for (int i = 0; i < count; i++) {
      run.at(markOfRun[i], runs[3 * i], runs[3 * i + 1], runs[3 * i + 2]);
    }
  }
}
