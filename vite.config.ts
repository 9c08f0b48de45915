import devServer from '@hono/vite-dev-server'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

/** Tailwind makes every source a dependency of the style sheet, which would turn a changed page into a mere style update. */
const reloadPages: Plugin = {
  name: 'reload-pages',
  hotUpdate({ file, server }) {
    if (this.environment.name === 'ssr' && file.includes('/src/') && !file.includes('/src/ui/elements/'))
      server.ws.send({ type: 'full-reload' })
  },
}

/** Programs of threads of their own stand beside the program: they are started as files. */
const threads: Plugin = {
  name: 'threads',
  apply: 'build',
  buildStart() {
    if (this.environment.name === 'ssr')
      this.emitFile({ type: 'chunk', id: 'src/features/cvs/actions/reading/worker.ts', fileName: 'cv-reader.js' })
  },
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    reloadPages,
    threads,
    devServer({
      entry: 'src/app/dev.ts',
      injectClientScript: false,
      exclude: [/^\/(@|src\/ui\/|node_modules\/).*/, /\?(t|direct|import)/],
    }),
  ],
  // Single icons are bundled: left outside, each would be a file to open when the server starts.
  ssr: { noExternal: ['lucide'] },
  server: { port: 3000, strictPort: true, watch: { ignored: ['**/var/**', '**/dist/**'] } },
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node24', rolldownOptions: { input: 'src/app/main.ts' } }
    : { outDir: 'dist/client', manifest: true, rolldownOptions: { input: 'src/ui/elements/main.ts' } },
}))
