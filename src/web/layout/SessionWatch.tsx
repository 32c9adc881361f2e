import { useEffect } from 'react'
import { sessionEvents } from '../api.ts'
import { paths } from '../paths.ts'

/**
 * Leads to the sign-in page when the session has ended, and back here afterwards. By a page of its own: what is
 * shown would ask again for what it may no longer have, and each refusal would bring it here once more.
 */
export function SessionWatch() {
  useEffect(() => {
    const leave = () => {
      const { pathname, search } = window.location
      if (pathname === paths.signIn()) return
      // The first refusal leads away; those of other questions under way say nothing new.
      sessionEvents.removeEventListener('ended', leave)
      sessionEvents.dispatchEvent(new Event('left'))
      window.location.assign(paths.signIn(pathname + search))
    }
    sessionEvents.addEventListener('ended', leave)
    return () => sessionEvents.removeEventListener('ended', leave)
  }, [])
  return null
}
