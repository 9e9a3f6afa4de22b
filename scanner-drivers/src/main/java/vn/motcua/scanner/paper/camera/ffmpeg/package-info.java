/**
 * Real cameras, through the device inputs of FFmpeg's libraries: V4L2 on Linux, DirectShow on
 * Windows.
 */
@NullMarked
package vn.motcua.scanner.paper.camera.ffmpeg;

import org.jspecify.annotations.NullMarked;
