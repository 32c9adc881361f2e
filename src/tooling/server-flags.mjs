/**
 * For Node when it serves: a smaller nursery, which V8 would let grow to twice 32 MB and keep, and an old generation
 * that is swept before it has doubled. A process stays under 250 MB so; `npm run bench` measures it.
 */
export const serverFlags = ['--max-semi-space-size=16', '--heap-growing-percent=100']
