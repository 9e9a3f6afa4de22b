package vn.motcua.kiosk.desk;

import java.time.Instant;
import vn.motcua.kiosk.dossier.RemovalReason;

/**
 * That a page was taken out of its pile. Its picture stays: nothing is dropped silently, and what
 * was taken out can be put back (TT 01/2023/TT-VPCP Đ8.2).
 *
 * @param reason why
 * @param who did it; empty if nobody was signed in
 * @param at when
 * @param by the number of the page that took its place; 0 if none did
 */
public record Removal(RemovalReason reason, String who, Instant at, int by) {}
