// How Node is told to be sparing when it serves: a process stays under 250 MB so, and `npm run bench` measures it.

/** A smaller nursery, which V8 would let grow to twice 32 MB and keep, and an old generation swept at half as much again. */
export const serverFlags = ['--max-semi-space-size=8', '--heap-growing-percent=50']

/**
 * For glibc: what is large goes back to the system when it is freed, and threads share two places to take from. Left
 * to itself it keeps what compressing sixteen answers at once took, for ever. Other systems know nothing of it.
 */
export const serverEnvironment = {
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_ARENA_MAX: '2',
}
