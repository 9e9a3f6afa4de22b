package vn.motcua.kiosk.ui.citizen;

/** A page of a room beside the one where dossiers are looked up. A plain value that equals. */
public non-sealed interface RoomPage extends Page {}
