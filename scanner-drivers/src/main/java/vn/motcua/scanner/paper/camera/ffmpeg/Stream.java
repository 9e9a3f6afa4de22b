package vn.motcua.scanner.paper.camera.ffmpeg;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.camera.Picture;

/**
 * One opened input of FFmpeg. All memory of the libraries is given back in {@link #close}, none is
 * left to the garbage collector. Never waits for the device.
 */
final class Stream implements AutoCloseable {
  private final boolean live;
  private final AVFormatContext format;
  private final AVCodecContext decoder;
  private final AVPacket packet = av_packet_alloc();
  private final AVPacket newest = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private @Nullable SwsContext scaler;
  private boolean closed;

  /** The library refused; {@link #code} is its error. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;
    final int code;

    Failure(String what, int code) {
      super(what + ": " + code);
      this.code = code;
    }
  }

  private Stream(boolean live, AVFormatContext format, AVCodecContext decoder) {
    this.live = live;
    this.format = format;
    this.decoder = decoder;
  }

  static Stream open(DeviceInput input, String name, Map<String, String> options) throws Failure {
    AVInputFormat kind = av_find_input_format(input.format());
    if (kind == null) {
      throw new Failure("no input " + input.format(), -1);
    }
    AVFormatContext format = avformat_alloc_context();
    format.flags(format.flags() | AVFMT_FLAG_NONBLOCK);
    AVDictionary wanted = new AVDictionary(null);
    options.forEach((key, value) -> av_dict_set(wanted, key, value, 0));
    int code = avformat_open_input(format, input.address(name), kind, wanted);
    av_dict_free(wanted);
    if (code < 0) {
      throw new Failure("open " + name, code); // the library has freed the context
    }
    try {
      return new Stream(input.live(), format, decoder(format));
    } catch (Failure e) {
      avformat_close_input(format);
      throw e;
    }
  }

  private static AVCodecContext decoder(AVFormatContext format) throws Failure {
    if (format.nb_streams() < 1
        || format.streams(0).codecpar().codec_type() != AVMEDIA_TYPE_VIDEO) {
      throw new Failure("no pictures", -1);
    }
    AVCodecParameters parameters = format.streams(0).codecpar();
    AVCodec codec = avcodec_find_decoder(parameters.codec_id());
    if (codec == null) {
      throw new Failure("no decoder for " + parameters.codec_id(), -1);
    }
    AVCodecContext decoder = avcodec_alloc_context3(codec);
    decoder.thread_count(1);
    int code = avcodec_parameters_to_context(decoder, parameters);
    if (code >= 0) {
      code = avcodec_open2(decoder, codec, (AVDictionary) null);
    }
    if (code < 0) {
      avcodec_free_context(decoder);
      throw new Failure("decoder", code);
    }
    return decoder;
  }

  /** The newest picture that the device has ready, if there is one. */
  Optional<Picture> poll() throws Failure {
    boolean any = false;
    while (true) {
      int code = av_read_frame(format, packet);
      if (code < 0) {
        if (code != Errors.AGAIN) {
          av_packet_unref(newest);
          throw new Failure("read", code);
        }
        break;
      }
      av_packet_unref(newest);
      av_packet_move_ref(newest, packet);
      any = true;
      if (!live) {
        break;
      }
    }
    return any ? decoded() : Optional.empty();
  }

  private Optional<Picture> decoded() {
    int sent = avcodec_send_packet(decoder, newest);
    av_packet_unref(newest);
    // Devices do send broken frames now and then; the next one is a moment away.
    if (sent < 0 || avcodec_receive_frame(decoder, frame) < 0) {
      return Optional.empty();
    }
    try {
      return converted();
    } finally {
      av_frame_unref(frame);
    }
  }

  private Optional<Picture> converted() {
    int width = frame.width();
    int height = frame.height();
    if (width < 1
        || height < 1
        || width > PageImages.MAX_SIDE
        || height > PageImages.MAX_SIDE
        || (long) width * height > 120_000_000) {
      return Optional.empty();
    }
    scaler =
        sws_getCachedContext(
            scaler,
            width,
            height,
            frame.format(),
            width,
            height,
            AV_PIX_FMT_BGR24,
            SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null) {
      return Optional.empty();
    }
    Picture picture = Picture.black(width, height);
    // Rows end at multiples of 32 bytes there: the fast routines write whole registers.
    int stride = (width * 3 + 31) / 32 * 32;
    try (BytePointer pixels = new BytePointer((long) stride * height + 64);
        PointerPointer<BytePointer> planes = new PointerPointer<>(4);
        IntPointer strides = new IntPointer(4)) {
      for (int i = 0; i < 4; i++) {
        planes.put(i, i == 0 ? pixels : null);
        strides.put(i, i == 0 ? stride : 0);
      }
      sws_scale(scaler, frame.data(), frame.linesize(), 0, height, planes, strides);
      for (int y = 0; y < height; y++) {
        pixels.position((long) y * stride);
        pixels.get(picture.bgr(), y * width * 3, width * 3);
      }
      pixels.position(0);
    }
    return Optional.of(picture);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    av_packet_free(packet);
    av_packet_free(newest);
    av_frame_free(frame);
    sws_freeContext(scaler);
    avcodec_free_context(decoder);
    avformat_close_input(format);
  }
}
