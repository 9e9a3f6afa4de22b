package vn.motcua.kiosk.store;

import java.time.LocalDateTime;

/**
 * Somebody looked at a dossier.
 *
 * @param at when
 * @param who the officer; empty for the citizen
 * @param why in plain words, Vietnamese
 * @param terminal at which machine
 */
public record LedgerEntry(LocalDateTime at, String who, String why, String terminal) {}
