/** Pages only this slice and its mails lead to. */
export const ownPaths = {
  forgottenPassword: () => '/forgotten-password',
}

/** Where to go after signing in: a page of ours, never another site's. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/'
}
