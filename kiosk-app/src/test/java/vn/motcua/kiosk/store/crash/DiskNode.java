package vn.motcua.kiosk.store.crash;

/** Something that can have a name. */
sealed interface DiskNode permits DiskFile, DiskFolder {}
