import { deleteCookie, setCookie } from 'hono/cookie'
import { formValues } from '../web/form-values.ts'
import { routes } from '../web/routing.tsx'

/** A page of ours to go back to: never another site. Browsers drop tabs and line ends, so none may stand in it. */
const ownPath = (value: unknown) => (typeof value === 'string' && /^\/(?![/\\])[^\p{Cc}]*$/u.test(value) ? value : '/')

/** The reader's choice of light or dark, in a cookie: it concerns this browser only. */
export const themeRoutes = routes().post('/preferences/theme', async (c) => {
  const { theme, back } = await formValues(c)
  if (theme === 'paper' || theme === 'projection')
    setCookie(c, 'theme', theme, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 })
  else deleteCookie(c, 'theme', { path: '/' })
  return c.redirect(ownPath(back), 303)
})
