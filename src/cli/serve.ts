import { readSettings } from '../server/platform/settings.ts'
import { serve as run } from '../server/serve.ts'
import type { Command } from './command.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'Runs the server (npm start does the same)',
  usage: '',
  examples: [
    ['npm start', 'a demonstration on http://127.0.0.1:3000, kept in ./data'],
    ['PORT=8080 PLUMBLINE_DATA=/srv/plumbline ./plumbline serve', 'on another port, kept in another folder'],
  ],
  run: async (_words, terminal) => run(readSettings(process.env), terminal.say),
}
