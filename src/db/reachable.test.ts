import { expect, inject, test } from 'vitest'
import { checkDatabase } from './reachable.ts'

const right = () => inject('databaseUrl').replace(/test$/, 'postgres')
const changed = (change: (url: URL) => void) => {
  const url = new URL(right())
  change(url)
  return url.href
}

test('a database that can be used is taken', () => checkDatabase(right()))

const wrong: readonly [what: string, address: () => string, sentence: RegExp][] = [
  ['a wrong password', () => changed((url) => (url.password = 'wrong')), /the user or the password is wrong/],
  [
    'a database that is not there',
    () => changed((url) => (url.pathname = '/nowhere')),
    /there is no database of that name/,
  ],
  ['a port where nothing listens', () => changed((url) => (url.port = '1')), /nothing listens there/],
  ['a server that is not there', () => 'postgres://a:b@nowhere.invalid/c', /the name of the server is not known/],
]
test.for(wrong)('%s is said in a sentence that does not show the password', async ([, address, sentence]) => {
  const refused = checkDatabase(address())
  await expect(refused).rejects.toThrow(sentence)
  await expect(refused).rejects.toThrow(/^DATABASE_URL: the database at [^:@]+:\d+\/\w+ cannot be used: [^@]+\.$/)
})
