/**
 * Languages that can be added as folders, and how answers are spoken in them: texts, recordings, a
 * grammar that composes sentences, engines that read aloud, loudspeaker and microphone.
 */
@NullMarked
package vn.motcua.kiosk.speech;

import org.jspecify.annotations.NullMarked;
