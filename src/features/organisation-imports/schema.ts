import { z } from 'zod'
import { lineShape } from '../../web/table-import/shapes.ts'

export const mostImportLines = 10_000
export const organisationLineShape = lineShape.extend({ name: z.string().nullable() })
