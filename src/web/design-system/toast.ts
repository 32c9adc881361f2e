export type Toast = {
  id: number
  tone: 'done' | 'info' | 'late'
  text: string
  /** One thing to do about it, such as undoing. */
  action?: { label: string; run: () => void }
}

let shown: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Shows a short message; one that tells of a failure (`late`) or offers an action stays until closed. */
export function notify(toast: Omit<Toast, 'id'>): void {
  const id = ++lastId
  change([...shown.slice(-2), { ...toast, id }])
  if (toast.tone !== 'late' && !toast.action) setTimeout(() => dismiss(id), 8000)
}

export function dismiss(id: number): void {
  change(shown.filter((toast) => toast.id !== id))
}

export const toasts = () => shown

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(next: readonly Toast[]) {
  shown = next
  for (const listener of listeners) listener()
}
