/* Loaded before the C library: counts the calls that concern files below some folders, and lets some of them fail. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPEN, READ, WRITE, FLUSH, MOVE, DELETE, KINDS };
enum { FILES = 4096, LONGEST = 512, FOLDERS = 2 };

static char below[FOLDERS][LONGEST];
static char name_of[FILES][LONGEST]; /* of open files below the folder; empty for all others */
static long counts[KINDS];
static int failing_kind = -1, failing_errno;
static long failing_from, failing_times;
static char failed[LONGEST];

/* From now on, calls `from` to `from + times - 1` of a kind fail; a kind of -1 only counts. */
void stress_arm(const char *folder, const char *another, int kind, long from, long times, int number) {
    memset(counts, 0, sizeof counts);
    snprintf(below[0], LONGEST, "%s", folder), snprintf(below[1], LONGEST, "%s", another);
    failing_kind = kind, failing_from = from, failing_times = times, failing_errno = number;
    failed[0] = 0;
}

/* A process that a run starts is told by its environment: kind, from, times, number, folder. */
__attribute__((constructor)) static void arm_as_told(void) {
    const char *told = getenv("STRESS_ARM");
    char folder[LONGEST];
    int kind, number;
    long from, times;
    if (told && sscanf(told, "%d %ld %ld %d %511[^\n]", &kind, &from, &times, &number, folder) == 5)
        stress_arm(folder, "", kind, from, times, number);
}

/* At its end it leaves the counts, and the first file that failed. */
__attribute__((destructor)) static void leave_counts(void) {
    const char *path = getenv("STRESS_ARM") ? getenv("STRESS_COUNTS") : NULL;
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    for (int kind = 0; kind < KINDS; kind++) fprintf(file, "%ld ", counts[kind]);
    fclose(file);
}

long stress_count(int kind) { return counts[kind]; }
const char *stress_failed(void) { return failed; }

static int is_ours(const char *path) {
    for (int i = 0; path && i < FOLDERS; i++)
        if (below[i][0] && !strncmp(path, below[i], strlen(below[i]))) return 1;
    return 0;
}
static const char *name(int file) { return file >= 0 && file < FILES ? name_of[file] : ""; }

static int fails(int kind, const char *path) {
    if (!path[0]) return 0;
    long number = counts[kind]++;
    if (kind != failing_kind || number < failing_from || number >= failing_from + failing_times) return 0;
    if (!failed[0]) snprintf(failed, sizeof failed, "%s", path);
    errno = failing_errno;
    return 1;
}

static int opened(int file, const char *path) {
    if (file >= 0 && file < FILES) snprintf(name_of[file], LONGEST, "%s", is_ours(path) ? path : "");
    return file;
}

static const char *place(int folder, const char *path) { return path[0] == '/' || folder == AT_FDCWD ? path : name(folder); }

#define REAL(function) ((__typeof__(&function))dlsym(RTLD_NEXT, #function))
#define MODE(flags) mode_t mode = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) {
    MODE(flags)
    return is_ours(path) && fails(OPEN, path) ? -1 : opened(REAL(open)(path, flags, mode), path);
}
int open64(const char *path, int flags, ...) {
    MODE(flags)
    return is_ours(path) && fails(OPEN, path) ? -1 : opened(REAL(open64)(path, flags, mode), path);
}
int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    const char *where = place(folder, path);
    return is_ours(where) && fails(OPEN, where) ? -1 : opened(REAL(openat)(folder, path, flags, mode), where);
}
int close(int file) {
    if (file >= 0 && file < FILES) name_of[file][0] = 0;
    return REAL(close)(file);
}
ssize_t read(int file, void *to, size_t size) { return fails(READ, name(file)) ? -1 : REAL(read)(file, to, size); }
ssize_t pread(int file, void *to, size_t size, off_t at) { return fails(READ, name(file)) ? -1 : REAL(pread)(file, to, size, at); }
ssize_t pread64(int file, void *to, size_t size, off64_t at) { return fails(READ, name(file)) ? -1 : REAL(pread64)(file, to, size, at); }
ssize_t write(int file, const void *from, size_t size) { return fails(WRITE, name(file)) ? -1 : REAL(write)(file, from, size); }
ssize_t pwrite(int file, const void *from, size_t size, off_t at) { return fails(WRITE, name(file)) ? -1 : REAL(pwrite)(file, from, size, at); }
ssize_t pwrite64(int file, const void *from, size_t size, off64_t at) { return fails(WRITE, name(file)) ? -1 : REAL(pwrite64)(file, from, size, at); }
int fsync(int file) { return fails(FLUSH, name(file)) ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return fails(FLUSH, name(file)) ? -1 : REAL(fdatasync)(file); }
int rename(const char *from, const char *to) { return is_ours(to) && fails(MOVE, to) ? -1 : REAL(rename)(from, to); }
int unlink(const char *path) { return is_ours(path) && fails(DELETE, path) ? -1 : REAL(unlink)(path); }
int unlinkat(int folder, const char *path, int flags) {
    const char *where = place(folder, path);
    return is_ours(where) && fails(DELETE, where) ? -1 : REAL(unlinkat)(folder, path, flags);
}
