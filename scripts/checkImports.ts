import { checkReach } from './imports/checkReach.js'
import { checkText } from './imports/checkText.js'
import { checkZones } from './imports/checkZones.js'
import { filesAtTop, filesBelow } from './imports/files.js'
import { readImports } from './imports/readImports.js'

const CODE = ['src', 'dev', 'scripts', 'tests', 'bench']
const TEXT = [...CODE, 'docs', 'migrations', '.ci']
const NOT_OURS = /\.(png|jpe?g|webp|gif|pdf|ico|woff2?|tsbuildinfo)$|^package-lock\.json$|^\.env$/

const imports = new Map(
  filesBelow(CODE)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file, readImports(file)]),
)
const problems = [
  ...checkZones(imports),
  ...checkReach(imports),
  ...checkText([...filesBelow(TEXT), ...filesAtTop()].filter((file) => !NOT_OURS.test(file))),
]
for (const problem of problems) console.error(problem)
console.log(
  problems.length === 0
    ? `${imports.size} files keep the import rules.`
    : `${problems.length} breaches of the import rules.`,
)
process.exitCode = problems.length === 0 ? 0 : 1
