import { cli } from './cli.ts'
import { programFolder } from './settings.ts'

// Migrations, the built files and the demo are found from here, wherever the program was called from.
process.chdir(programFolder)
process.exitCode = await cli(process.argv.slice(2))
// Everything has been closed by now; should something be forgotten, it does not keep the process.
setTimeout(() => process.exit(), 2000).unref()
