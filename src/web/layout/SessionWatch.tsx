import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { sessionEvents } from '../api.ts'
import { paths } from '../paths.ts'
import { forgetSession } from '../session.ts'

/** Leads to the sign-in page when the session has ended, and back here afterwards. */
export function SessionWatch() {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  useEffect(() => {
    const leave = () => {
      if (pathname === paths.signIn()) return
      forgetSession()
      navigate(paths.signIn(pathname + search))
    }
    sessionEvents.addEventListener('ended', leave)
    return () => sessionEvents.removeEventListener('ended', leave)
  }, [navigate, pathname, search])
  return null
}
