package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A value that an officer took over from a scanned paper, as the machine read it there.
 *
 * @param what the person and the field in the words of the record, for example {@code người nộp: họ
 *     và tên}; never the value
 * @param page which kept page of the pile, from 1
 */
public record TakenOver(String what, int page) {
  /**
   * One sentence for the dossier's history, which is kept in Vietnamese; empty if there is none.
   */
  static String note(List<TakenOver> taken) {
    if (taken.isEmpty()) {
      return "";
    }
    return "Đọc từ giấy đã quét, cán bộ xác nhận: "
        + taken.stream()
            .map(one -> one.what() + " (trang " + one.page() + ")")
            .collect(Collectors.joining("; "));
  }
}
