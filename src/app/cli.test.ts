import { expect, test, vi } from 'vitest'
import { CannotStart } from '../db/cannot-start.ts'
import { Refused } from '../kernel/errors.ts'
import { cli } from './cli.ts'
import { type Command, type Given, Misused } from './command.ts'
import { commands } from './commands.ts'
import { progressOn } from './progress.ts'
import { readSettings } from './settings.ts'

const seen: Given[] = []
const enrol: Command = {
  name: 'enrol',
  summary: 'Enrols somebody.',
  usage: '<name> [--at DAY]',
  takes: [1, 1],
  options: { at: { type: 'string', value: 'DAY', help: 'The day.' } },
  run: async (given) => {
    seen.push(given)
    const [name] = given.positionals
    if (name === 'nobody') throw new CannotStart('There is nobody.')
    if (name === 'twice') throw new Refused('This person is enrolled already.')
    if (name === 'wrong') throw new Misused('A name has letters.')
    return 0
  },
}
/** What the command line said and answered. */
async function called(...args: string[]) {
  const said = { out: '', err: '' }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += text
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += text
    return true
  })
  try {
    return { code: await cli(args, [enrol], () => readSettings({})), ...said }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

test('a command gets its words and options', async () => {
  expect(await called('enrol', 'Zoé', '--at', '2026-03-31')).toEqual({ code: 0, out: '', err: '' })
  expect(seen.at(-1)?.positionals).toEqual(['Zoé'])
  expect(seen.at(-1)?.values.at).toBe('2026-03-31')
})

test('help is there for the whole and for each', async () => {
  expect(await called('--help')).toMatchObject({ code: 0, out: expect.stringContaining('enrol  Enrols somebody.') })
  const help = await called('enrol', '--help')
  expect(help).toMatchObject({
    code: 0,
    out: expect.stringContaining('Usage: npm run passerelle -- enrol <name> [--at DAY]'),
  })
  expect(help.out).toContain('--at DAY    The day.')
})

test.for([
  [['depart'], 'There is no command "depart"; there are enrol'],
  [['enrol', 'Zoé', '--when', 'now'], 'enrol has no option --when; see npm run passerelle -- enrol --help.'],
  [['enrol'], 'enrol needs more: write npm run passerelle -- enrol <name> [--at DAY].'],
  [['enrol', 'Zoé', 'Léo'], 'enrol has no use for "Léo"'],
  [['enrol', 'Zoé', '--at'], '--at'],
  [['enrol', 'wrong'], 'A name has letters.'],
] as const)('what is wrongly written is said in a sentence, with exit code 2: %j', async ([args, sentence]) => {
  const { code, err } = await called(...args)
  expect(code).toBe(2)
  expect(err).toContain(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('what cannot be done is said in a sentence, with exit code 1', async () => {
  expect(await called('enrol', 'nobody')).toEqual({ code: 1, out: '', err: 'There is nobody.\n' })
  expect(await called('enrol', 'twice')).toEqual({ code: 1, out: '', err: 'This person is enrolled already.\n' })
})

test('every command of the program explains itself in one line', () => {
  expect(commands.map(({ name }) => name)).toEqual([
    'start',
    'migrate',
    'import',
    'export',
    'user',
    'mail',
    'backup',
    'restore',
    'demo',
  ])
  for (const { summary, takes } of commands) {
    expect(summary).toMatch(/^[A-Z].*\.$/)
    expect(takes[0]).toBeLessThanOrEqual(takes[1])
  }
})

test('progress counts on one line of a terminal, and now and then elsewhere', () => {
  const clock = { now: 0 }
  const shown = (isTTY: boolean) => {
    const lines: string[] = []
    const progress = progressOn({ isTTY, write: (text) => lines.push(text) }, 'sheets', 1584, () => clock.now)
    for (let n = 0; n < 12; n++) {
      clock.now += 1000
      progress.add(100)
    }
    progress.done()
    return lines
  }
  expect(shown(true)).toHaveLength(13)
  expect(shown(true)[0]).toBe('\r\u001b[Ksheets 100 / 1,584')
  expect(shown(false)).toEqual(['sheets 500 / 1,584\n', 'sheets 1,000 / 1,584\n', 'sheets 1,200 / 1,584\n'])
})
