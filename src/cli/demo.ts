import { fault } from '../core/kit/problems.ts'
import { usual, type Whole } from '../server/demo/invent.ts'
import { isEmpty, loadDemonstration } from '../server/demo/load.ts'
import { readSettings, type Settings } from '../server/platform/settings.ts'
import type { Command } from './command.ts'
import { onInstallation } from './on-installation.ts'
import { type Given, inOneLine, readOptions } from './options.ts'

/** A dozen services have a name and a story; each council has every type of its pack. */
const fewest = 48
/** More take minutes to load, and show nothing new. */
const most = 2000

const sizeOf = (given: Given): Whole => {
  const services = Number(given.text('services') ?? usual.services)
  if (!Number.isInteger(services) || services < fewest || services > most)
    throw fault(
      'option-wrong',
      {
        says: `"${given.text('services')}" is not a number of services.`,
        next: `Write a whole number from ${fewest} to ${most}, such as --services 800.`,
      },
      '--services',
    )
  return { services, seed: given.text('seed') ?? usual.seed }
}

const refuseLive = ({ mode }: Settings): void => {
  if (mode === 'live')
    throw fault('option-wrong', {
      says: 'A live installation holds no demonstration.',
      next: 'Use another folder, without DATABASE_URL and with PLUMBLINE_MODE=demo: PLUMBLINE_DATA=./demo-data ./plumbline demo',
    })
}

/** Makes a demonstration of another size in the data folder, before the server starts for the first time. */
export const demo: Command = {
  name: 'demo',
  summary: 'Makes a demonstration in the data folder: two invented councils, of any size',
  usage: '[--services NUMBER] [--seed TEXT]',
  examples: [
    ['./plumbline demo --services 800', 'a large one; start the server with npm start afterwards'],
    [
      'PLUMBLINE_DATA=./small ./plumbline demo --services 60 --seed 7',
      'a small one, elsewhere, by other chance',
    ],
  ],
  run: async (words, terminal) => {
    const given = readOptions(words, { options: { services: 'text', seed: 'text' } })
    for (const each of given.faults) terminal.say(inOneLine(each))
    if (given.faults.length > 0) return 2
    const size = sizeOf(given)
    const settings = readSettings(process.env)
    refuseLive(settings)
    return onInstallation(terminal, async (ground) => {
      if (!(await isEmpty(ground)))
        throw fault('option-wrong', {
          says: `There is a demonstration, or a council’s own data, in ${settings.dataFolder} already. Nothing was changed.`,
          next: 'Stop the server and delete the folder if nobody needs it, or name another one: PLUMBLINE_DATA=./demo-800 ./plumbline demo --services 800',
        })
      await loadDemonstration(ground, terminal.say, size)
      terminal.out(`The demonstration is ready in ${settings.dataFolder}. Start it with npm start.`)
      return 0
    })
  },
}
