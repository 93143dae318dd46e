/* The entry point of a portable folder: starts lib/districtsim with the loader and the libraries beside it.
 * Linked statically, so that it needs nothing of the system, not even a shell. Compiled by make_portable.sh, which
 * names the loader. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#define LOADER_OPTIONS 6

static int complain(const char* what, const char* why) {
  fprintf(stderr, "districtsim: %s: %s\n", what, why);
  return 1;
}

/* The folder that holds this program, symbolic links followed. Without /proc the kernel's own word must do. */
static int find_folder(char* folder) {
  const char* executed = (const char*)getauxval(AT_EXECFN);
  if (realpath("/proc/self/exe", folder) == NULL && (executed == NULL || realpath(executed, folder) == NULL)) return 0;
  char* slash = strrchr(folder, '/');
  if (slash == NULL) return 0;
  *slash = '\0';
  return 1;
}

int main(int argc, char** argv) {
  static char folder[PATH_MAX];
  static char loader[PATH_MAX + 256];
  static char libraries[PATH_MAX + 256];
  static char program[PATH_MAX + 256];
  if (!find_folder(folder)) return complain("cannot find its own folder", strerror(errno));
  /* The loader takes both for separators of folders. */
  if (strpbrk(folder, ":;") != NULL) return complain(folder, "the path of the folder must not contain ':' or ';'");
  snprintf(libraries, sizeof libraries, "%s/lib", folder);
  snprintf(loader, sizeof loader, "%s/lib/%s", folder, LOADER_NAME);
  snprintf(program, sizeof program, "%s/lib/districtsim", folder);

  char** words = calloc((size_t)argc + LOADER_OPTIONS + 2, sizeof *words);
  if (words == NULL) return complain("cannot start", strerror(errno));
  char* options[LOADER_OPTIONS] = {loader, "--argv0", argc > 0 ? argv[0] : "districtsim", "--inhibit-cache",
                                   "--library-path", libraries};
  memcpy(words, options, sizeof options);
  words[LOADER_OPTIONS] = program;
  for (int word = 1; word < argc; ++word) words[LOADER_OPTIONS + word] = argv[word];
  execv(loader, words);
  return complain(loader, strerror(errno));
}
