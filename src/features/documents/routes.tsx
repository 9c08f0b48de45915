import { z } from 'zod'
import { isSignedIn } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { listWindow, parseListState } from '../../ui/list-state.ts'
import { csvFile, xlsxFile } from '../../web/export.ts'
import type { Feature } from '../../web/feature.ts'
import { answerFile } from '../../web/file-answer.ts'
import { found, goTo, need, press, routes, show, type Web } from '../../web/routing.tsx'
import { documentsData } from './actions/personal.ts'
import { remove } from './actions/remove.ts'
import { sweep } from './actions/sweep.ts'
import { periodic, reactions } from './jobs.ts'
import { DeletePage, DocumentPage } from './pages/document.tsx'
import { fileColumns, MyFilesPage } from './pages/my-files.tsx'
import { StoragePage } from './pages/storage.tsx'
import * as policy from './policy.ts'
import { answerable, documentIn, thumbnailIn } from './queries/files.ts'
import { everyOwnFile, ownFiles, ownPurposes } from './queries/own-files.ts'
import { previewOf } from './queries/preview.ts'
import { storageTrouble, storageUse, sweeps } from './queries/storage-use.ts'
import { documentsApi } from './routes/api.ts'
import { documentSlot, fileSorts } from './schema/document.ts'
import { fileText } from './text/files.ts'
import { storageText } from './text/storage.ts'

const asked = (c: Web) => parseListState(c.var.page.query, { filters: ['purpose', 'family'], sorts: fileSorts })

/** The file of the address, if it is the reader's to see. */
async function fileAt(c: Web) {
  const id = c.req.param('id')
  if (!z.uuid().safeParse(id).success) throw new NotFound()
  const { read, page } = c.var
  return found(await documentIn(read, policy.visibleTo(page.actor), id as string))
}
/** One's own files are for those who are signed in: others sign in first and come back. */
const toSignIn = (c: Web) => goTo(c, `/sign-in?next=${encodeURIComponent(c.var.page.path)}`)

const listRoutes = routes()
  .get('/documents', async (c) => {
    const { read, page } = c.var
    if (!isSignedIn(page.actor)) return toSignIn(c)
    const state = asked(c)
    const [{ rows, total }, purposes] = await Promise.all([
      ownFiles(read, page.actor, state, listWindow(state)),
      ownPurposes(read, page.actor),
    ])
    return show(c, <MyFilesPage page={page} state={state} rows={rows} total={total} purposes={purposes} />)
  })
  .get('/documents/export.csv', (c) => csvFile(...exported(c)))
  .get('/documents/export.xlsx', (c) => xlsxFile(...exported(c)))

function exported(c: Web) {
  const { read, page } = c.var
  need(c, isSignedIn, {})
  const name = fileText(page.language)('files').toLowerCase()
  return [c, name, fileColumns(page.language), everyOwnFile(read, page.actor, asked(c))] as const
}

const storageRoutes = routes()
  .get('/documents/storage', async (c) => {
    const { read, page } = c.var
    need(c, policy.seeStorage, {})
    const [use, last, trouble] = await Promise.all([
      storageUse(read, page.actor),
      sweeps(read, page.actor),
      storageTrouble(read),
    ])
    return show(c, <StoragePage page={page} use={use} sweeps={last} trouble={trouble} />)
  })
  .post('/documents/storage/sweep', (c) =>
    press(c, {
      write: sweep,
      done: () => '/documents/storage',
      notice: ({ removed, objects }, language) => storageText(language)('swept', { removed, objects }),
    }),
  )

const fileRoutes = routes()
  .get('/documents/:id', async (c) => {
    const { read, page, hang } = c.var
    const file = await fileAt(c)
    const [preview, uses] = await Promise.all([previewOf(read, file), hang(documentSlot, file)])
    const mayRemove = policy.remove(page.actor, file)
    return show(c, <DocumentPage page={page} file={file} preview={preview} uses={uses} mayRemove={mayRemove} />)
  })
  .get('/documents/:id/file', async (c) => answerFile(c, answerable(c.var.read, await fileAt(c))))
  .get('/documents/:id/thumbnail', async (c) => answerFile(c, found(await thumbnailIn(c.var.read, await fileAt(c)))))
  .get('/documents/:id/delete', async (c) => {
    const file = await fileAt(c)
    need(c, policy.remove, file)
    return show(c, <DeletePage page={c.var.page} file={file} />)
  })
  .post('/documents/:id/delete', (c) =>
    press(c, {
      extra: { id: c.req.param('id') },
      write: remove,
      done: () => '/documents',
      notice: (_, language) => fileText(language)('deleted'),
    }),
  )

export const documentsFeature: Feature = {
  key: 'documents',
  routes: routes().route('/', listRoutes).route('/', storageRoutes).route('/', fileRoutes),
  api: documentsApi,
  menu: [
    { key: 'documents', href: '/documents', label: (language) => fileText(language)('files'), allow: isSignedIn },
    {
      key: 'storage',
      href: '/documents/storage',
      label: (language) => storageText(language)('storage'),
      allow: policy.seeStorage,
    },
  ],
  reactions,
  periodic,
  personal: [documentsData],
}
