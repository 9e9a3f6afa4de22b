package vn.motcua.kiosk.store;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.motcua.kiosk.dossier.RemovalReason;

/**
 * A scanned page that an officer took out before the dossier was received: told for ever, its
 * picture kept with the dossier (TT 01/2023/TT-VPCP Đ8.2: nothing is dropped silently).
 *
 * @param number of the page in its pile, in the order in which pages were scanned, from 1
 * @param paper the paper it had been scanned for; empty if none in particular
 * @param reason why
 * @param who took it out; empty if nobody was signed in
 * @param at when, local time of the centre
 * @param by the number of the page that took its place; 0 if none did
 * @param picture empty if it was damaged or missing
 */
public record RemovedPage(
    int number,
    String paper,
    RemovalReason reason,
    String who,
    LocalDateTime at,
    int by,
    Optional<Blob> picture) {}
