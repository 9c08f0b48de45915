import { declarePurpose, pictures } from '../../documents/rules/purposes.ts'
import { filesLabel } from '../text/files.ts'

/** Portfolios, letters, certificates: they go with the person. */
export const portfolioFiles = declarePurpose({
  key: 'talents.portfolio',
  label: filesLabel,
  kinds: [...pictures, 'pdf'],
  mostBytes: 20_000_000,
  keepDays: null,
  belongsTo: 'person',
})
