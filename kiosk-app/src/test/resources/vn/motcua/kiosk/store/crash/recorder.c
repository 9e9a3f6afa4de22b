/*
 * Stands between a program and the C library (LD_PRELOAD) and watches what the program does to the
 * files below one folder. It can write all of it down, kill the program at one call, or let calls
 * fail. For tests only.
 *
 *   CRASH_ROOT        the folder
 *   CRASH_LOG         where to write the record (see Recording.java); may be missing
 *   CRASH_KILL_CLASS  which calls are counted (bits, below)
 *   CRASH_KILL_AT     the program dies at this one, from 1
 *   CRASH_KILL_WHEN   0 before the call, 1 after it, 2 in it (a write is half done)
 *   CRASH_FAIL_CLASS  which calls are counted
 *   CRASH_FAIL_AT     from this one on they fail
 *   CRASH_FAIL_FOR    so many of them; 0 = all that follow
 *   CRASH_FAIL_ERRNO  with this number
 *
 * A program gives the four orders of failing itself, any time, by making a folder that never comes:
 * "<root>/.fail-<class>-<at>-<for>-<errno>".
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { SYNC = 1, NAMES = 2, SIZES = 4, WRITE = 8, CREATE = 16, SAID = 32 };
enum { FDS = 65536, OTHER = 0, OURS = 1 };

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static unsigned char known[FDS];
static char root[PATH_MAX];
static size_t root_length;
static int log_fd = -1;
static long kill_class, kill_at, kill_when, fail_class, fail_at, fail_for, fail_errno;
static long seen_to_kill, seen_to_fail, syncs;

#define REAL(name, type, ...)                          \
  static type (*real_##name)(__VA_ARGS__);             \
  static void find_##name(void) {                      \
    if (!real_##name) *(void **)&real_##name = dlsym(RTLD_NEXT, #name); \
  }
REAL(open, int, const char *, int, ...)
REAL(openat, int, int, const char *, int, ...)
REAL(close, int, int)
REAL(write, ssize_t, int, const void *, size_t)
REAL(pwrite64, ssize_t, int, const void *, size_t, off64_t)
REAL(ftruncate64, int, int, off64_t)
REAL(fallocate64, int, int, int, off64_t, off64_t)
REAL(posix_fallocate64, int, int, off64_t, off64_t)
REAL(fsync, int, int)
REAL(fdatasync, int, int)
REAL(rename, int, const char *, const char *)
REAL(unlink, int, const char *)
REAL(unlinkat, int, int, const char *, int)
REAL(rmdir, int, const char *)
REAL(mkdir, int, const char *, mode_t)
REAL(link, int, const char *, const char *)
REAL(mmap64, void *, void *, size_t, int, int, int, off64_t)

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static void note(char kind, int64_t a, int64_t b, const char *name, const void *bytes, size_t length);

__attribute__((constructor)) static void begin(void) {
  find_open(); find_openat(); find_close(); find_write(); find_pwrite64(); find_ftruncate64();
  find_fallocate64(); find_posix_fallocate64(); find_fsync(); find_fdatasync(); find_rename();
  find_unlink(); find_unlinkat(); find_rmdir(); find_mkdir(); find_link(); find_mmap64();
  const char *where = getenv("CRASH_ROOT");
  if (!where) return;
  snprintf(root, sizeof root, "%s", where);
  root_length = strlen(root);
  const char *log = getenv("CRASH_LOG");
  if (log) log_fd = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  kill_class = number("CRASH_KILL_CLASS");
  kill_at = number("CRASH_KILL_AT");
  kill_when = number("CRASH_KILL_WHEN");
  fail_class = number("CRASH_FAIL_CLASS");
  fail_at = number("CRASH_FAIL_AT");
  fail_for = number("CRASH_FAIL_FOR");
  fail_errno = number("CRASH_FAIL_ERRNO");
  note('B', 0, 0, "", "", 0);
}

static void lock(void) { pthread_mutex_lock(&gate); }

static void unlock(void) { int kept = errno; pthread_mutex_unlock(&gate); errno = kept; }

static void all(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = real_write(log_fd, at, length);
    if (done <= 0) _exit(97);
    at += done;
    length -= done;
  }
}

/* One entry: kind, two numbers, a name, some bytes. Native byte order. */
static void note(char kind, int64_t a, int64_t b, const char *name, const void *bytes, size_t length) {
  if (log_fd < 0) return;
  int kept = errno;
  struct __attribute__((packed)) { char kind; int64_t a, b; int32_t name, bytes; } head =
      {kind, a, b, (int32_t) strlen(name), (int32_t) length};
  all(&head, sizeof head);
  all(name, head.name);
  all(bytes, length);
  errno = kept;
}

static int below(const char *path) {
  return root_length > 0 && strncmp(path, root, root_length) == 0
      && (path[root_length] == '/' || path[root_length] == 0);
}

static int ours(int fd) { return fd >= 0 && fd < FDS && known[fd]; }

/* The name of a file that may be named from a folder that is open. */
static const char *full(int fd, const char *path, char *room) {
  if (path[0] == '/') return path;
  char link[64], folder[PATH_MAX];
  snprintf(link, sizeof link, fd == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, folder, sizeof folder - 1);
  if (length < 0) return path;
  folder[length] = 0;
  if (snprintf(room, PATH_MAX, "%s/%s", folder, path) >= PATH_MAX) return path;
  return room;
}

/* Counts a call that is about to happen; says whether the program must die at it. */
static int dies(int class) {
  return (kill_class & class) && ++seen_to_kill == kill_at;
}

static void die_if(int dying, int when) {
  if (dying && kill_when == when) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
}

static int fails(int class) {
  if (!(fail_class & class) || fail_at == 0) return 0;
  long which = ++seen_to_fail;
  if (which < fail_at || (fail_for > 0 && which >= fail_at + fail_for)) return 0;
  errno = (int) fail_errno;
  return 1;
}

static int opened(int at, const char *path, int flags, mode_t mode) {
  char room[PATH_MAX];
  const char *name = full(at, path, room);
  if (!below(name)) {
    int fd = real_openat(at, path, flags, mode);
    if (fd >= 0 && fd < FDS) known[fd] = OTHER;
    return fd;
  }
  lock();
  struct stat about;
  int there = lstat(name, &about) == 0;
  int makes = (flags & O_CREAT) && !there;
  int cuts = (flags & O_TRUNC) && there;
  int dying = makes || cuts ? dies(CREATE) : 0;
  die_if(dying, 0);
  int fd = (makes || cuts) && fails(CREATE) ? -1 : real_openat(at, path, flags, mode);
  if (fd >= 0 && fd < FDS) {
    known[fd] = OURS;
    note('O', fd, (makes ? 1 : 0) + (cuts ? 2 : 0) + (flags & O_APPEND ? 4 : 0), name, "", 0);
  }
  die_if(dying, 1);
  unlock();
  return fd;
}

static mode_t mode_of(int flags, va_list rest) {
  return flags & (O_CREAT | O_TMPFILE) ? (mode_t) va_arg(rest, int) : 0;
}

#define OPEN(name)                                              \
  int name(const char *path, int flags, ...) {                  \
    va_list rest; va_start(rest, flags);                        \
    mode_t mode = mode_of(flags, rest); va_end(rest);           \
    find_openat();                                              \
    return opened(AT_FDCWD, path, flags, mode);                 \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                            \
  int name(int at, const char *path, int flags, ...) {          \
    va_list rest; va_start(rest, flags);                        \
    mode_t mode = mode_of(flags, rest); va_end(rest);           \
    find_openat();                                              \
    return opened(at, path, flags, mode);                       \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  find_close();
  if (!ours(fd)) return real_close(fd);
  lock();
  known[fd] = OTHER;
  note('X', fd, 0, "", "", 0);
  int done = real_close(fd);
  unlock();
  return done;
}

/* What comes after the call that wrote: at < 0 means where the file stands. */
static ssize_t put(int fd, const void *bytes, size_t length, off64_t at) {
  lock();
  int dying = dies(WRITE);
  die_if(dying, 0);
  if (fails(WRITE)) {
    unlock();
    return -1;
  }
  size_t part = dying && kill_when == 2 ? length / 2 : length;
  off64_t from = at;
  if (at < 0) {
    struct stat about;
    int flags = fcntl(fd, F_GETFL);
    from = lseek64(fd, 0, SEEK_CUR);
    if (flags >= 0 && (flags & O_APPEND) && fstat(fd, &about) == 0) from = about.st_size;
  }
  ssize_t done = at < 0 ? real_write(fd, bytes, part) : real_pwrite64(fd, bytes, part, at);
  if (done > 0) note('W', fd, from, "", bytes, (size_t) done);
  die_if(dying, 1);
  die_if(dying, 2);
  unlock();
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  find_write();
  if (fd == 1 && root_length > 0) {
    lock();
    int dying = dies(SAID);
    die_if(dying, 0);
    note('A', 0, 0, "", bytes, length);
    ssize_t said = real_write(fd, bytes, length);
    die_if(dying, 1);
    unlock();
    return said;
  }
  return ours(fd) ? put(fd, bytes, length, -1) : real_write(fd, bytes, length);
}

static ssize_t put_at(int fd, const void *bytes, size_t length, off64_t at) {
  find_pwrite64();
  return ours(fd) ? put(fd, bytes, length, at) : real_pwrite64(fd, bytes, length, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return put_at(fd, bytes, length, at); }

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return put_at(fd, bytes, length, at); }

/* As if one after the other: what a short write means is up to the caller. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  ssize_t all_done = 0;
  for (int i = 0; i < count; i++) {
    if (parts[i].iov_len == 0) continue;
    ssize_t done = write(fd, parts[i].iov_base, parts[i].iov_len);
    if (done < 0) return all_done > 0 ? all_done : -1;
    all_done += done;
    if ((size_t) done < parts[i].iov_len) break;
  }
  return all_done;
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  ssize_t all_done = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = put_at(fd, parts[i].iov_base, parts[i].iov_len, at + all_done);
    if (done < 0) return all_done > 0 ? all_done : -1;
    all_done += done;
    if ((size_t) done < parts[i].iov_len) break;
  }
  return all_done;
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return pwritev64(fd, parts, count, at); }

static int resized(int fd, off64_t size) {
  find_ftruncate64();
  if (!ours(fd)) return real_ftruncate64(fd, size);
  lock();
  int dying = dies(SIZES);
  die_if(dying, 0);
  int done = fails(SIZES) ? -1 : real_ftruncate64(fd, size);
  if (done == 0) note('T', fd, size, "", "", 0);
  die_if(dying, 1);
  unlock();
  return done;
}

int ftruncate(int fd, off_t size) { return resized(fd, size); }

int ftruncate64(int fd, off64_t size) { return resized(fd, size); }

static void grown(int fd) {
  struct stat about;
  if (fstat(fd, &about) == 0) note('T', fd, about.st_size, "", "", 0);
}

static int allocated(int fd, int mode, off64_t at, off64_t length, int posix) {
  find_fallocate64();
  find_posix_fallocate64();
  if (!ours(fd)) return posix ? real_posix_fallocate64(fd, at, length) : real_fallocate64(fd, mode, at, length);
  lock();
  int dying = dies(SIZES);
  die_if(dying, 0);
  int done;
  if (fails(SIZES)) done = posix ? errno : -1;
  else done = posix ? real_posix_fallocate64(fd, at, length) : real_fallocate64(fd, mode, at, length);
  if (done == 0) grown(fd);
  die_if(dying, 1);
  unlock();
  return done;
}

int fallocate(int fd, int mode, off_t at, off_t length) { return allocated(fd, mode, at, length, 0); }

int fallocate64(int fd, int mode, off64_t at, off64_t length) { return allocated(fd, mode, at, length, 0); }

int posix_fallocate(int fd, off_t at, off_t length) { return allocated(fd, 0, at, length, 1); }

int posix_fallocate64(int fd, off64_t at, off64_t length) { return allocated(fd, 0, at, length, 1); }

/* Others go on writing meanwhile: what a sync covers is what was done when it began. */
static int synced(int fd, int (*real)(int)) {
  if (!ours(fd)) return real(fd);
  lock();
  int dying = dies(SYNC);
  die_if(dying, 0);
  int failing = fails(SYNC);
  long which = ++syncs;
  note('S', fd, which, "", "", 0);
  unlock();
  int done = failing ? -1 : real(fd);
  int why = failing ? (int) fail_errno : errno;
  lock();
  note('E', which, done, "", "", 0);
  die_if(dying, 1);
  die_if(dying, 2);
  unlock();
  errno = why;
  return done;
}

int fsync(int fd) { find_fsync(); return synced(fd, real_fsync); }

int fdatasync(int fd) { find_fdatasync(); return synced(fd, real_fdatasync); }

static int renamed(int from_at, const char *from, int to_at, const char *to) {
  char room[PATH_MAX], room_too[PATH_MAX];
  const char *one = full(from_at, from, room), *two = full(to_at, to, room_too);
  find_rename();
  if (!below(one) && !below(two)) return real_rename(one, two);
  lock();
  int dying = dies(NAMES);
  die_if(dying, 0);
  int done = fails(NAMES) ? -1 : real_rename(one, two);
  if (done == 0) note('R', 0, 0, one, two, strlen(two));
  die_if(dying, 1);
  die_if(dying, 2);
  unlock();
  return done;
}

int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to); }

int renameat(int from_at, const char *from, int to_at, const char *to) {
  return renamed(from_at, from, to_at, to);
}

/* With flags that this cannot tell apart, the program falls back to a plain rename. */
int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
  if (flags != 0) {
    errno = EINVAL;
    return -1;
  }
  return renamed(from_at, from, to_at, to);
}

static int removed(int at, const char *path, int flags) {
  char room[PATH_MAX];
  const char *name = full(at, path, room);
  find_unlinkat();
  if (!below(name)) return real_unlinkat(at, path, flags);
  lock();
  struct stat about;
  int there = lstat(name, &about) == 0;
  int dying = there ? dies(NAMES) : 0;
  die_if(dying, 0);
  int done = there && fails(NAMES) ? -1 : real_unlinkat(at, path, flags);
  if (done == 0) note('U', 0, 0, name, "", 0);
  die_if(dying, 1);
  die_if(dying, 2);
  unlock();
  return done;
}

int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }

int unlinkat(int at, const char *path, int flags) { return removed(at, path, flags); }

int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }

int remove(const char *path) {
  struct stat about;
  int folder = lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
  return removed(AT_FDCWD, path, folder ? AT_REMOVEDIR : 0);
}

static int made(int at, const char *path, mode_t mode) {
  char room[PATH_MAX];
  const char *name = full(at, path, room);
  find_mkdir();
  if (!below(name)) return real_mkdir(name, mode);
  lock();
  if (sscanf(name + root_length, "/.fail-%ld-%ld-%ld-%ld", &fail_class, &fail_at, &fail_for, &fail_errno) == 4) {
    seen_to_fail = 0;
    unlock();
    errno = EEXIST;
    return -1;
  }
  int dying = dies(NAMES);
  die_if(dying, 0);
  int done = fails(NAMES) ? -1 : real_mkdir(name, mode);
  if (done == 0) note('M', 0, 0, name, "", 0);
  die_if(dying, 1);
  die_if(dying, 2);
  unlock();
  return done;
}

int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }

int mkdirat(int at, const char *path, mode_t mode) { return made(at, path, mode); }

/* Not understood by the replay: it must not go unnoticed. */
int link(const char *from, const char *to) {
  find_link();
  if (below(from) || below(to)) note('?', 0, 0, "link", to, strlen(to));
  return real_link(from, to);
}

static void *mapped(void *where, size_t length, int protection, int flags, int fd, off64_t at) {
  find_mmap64();
  if (ours(fd) && (flags & MAP_SHARED) && (protection & PROT_WRITE)) note('m', fd, 0, "", "", 0);
  return real_mmap64(where, length, protection, flags, fd, at);
}

void *mmap(void *where, size_t length, int protection, int flags, int fd, off_t at) {
  return mapped(where, length, protection, flags, fd, at);
}

void *mmap64(void *where, size_t length, int protection, int flags, int fd, off64_t at) {
  return mapped(where, length, protection, flags, fd, at);
}
