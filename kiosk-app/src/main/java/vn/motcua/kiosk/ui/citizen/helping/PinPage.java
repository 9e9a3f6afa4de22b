package vn.motcua.kiosk.ui.citizen.helping;

import vn.motcua.kiosk.ui.citizen.RoomPage;

/**
 * A helper types their PIN.
 *
 * @param typed so many digits; the digits themselves stand on no page
 */
record PinPage(int typed) implements RoomPage {}
