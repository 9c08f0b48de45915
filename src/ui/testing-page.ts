import { visitor } from '../kernel/actor.ts'
import type { Page } from './page.ts'

/** A page for the kit's own tests. */
export const examplePage = (change: Partial<Page> = {}): Page => {
  const prefix = change.language === 'en' ? '/en' : ''
  return {
    actor: visitor,
    language: 'fr',
    now: new Date('2027-03-03T14:32:00Z'),
    theme: null,
    origin: 'https://passerelle.example',
    path: '/',
    query: new URLSearchParams(),
    nonce: 'once',
    assets: { scripts: ['/assets/main.js'], styles: ['/assets/main.css'] },
    identity: { name: 'Passerelle', tagline: 'Le pôle des industries de l’image' },
    doors: [
      { key: 'occupations', href: '/occupations', label: 'Métiers' },
      { key: 'organisations', href: '/organisations', label: 'Annuaire' },
    ],
    menu: [],
    notice: null,
    href: (path) => (path === '/' && prefix ? prefix : prefix + path),
    ...change,
  }
}
