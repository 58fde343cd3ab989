/** Examples of every component and piece, for the tests, for accessibility runs and for the page /components. */
import { chartExamples } from './catalogue/charts.ts'
import { findingExamples } from './catalogue/finding.ts'
import { formExamples } from './catalogue/forms.ts'
import { frameExamples } from './catalogue/frame.ts'
import { listExamples } from './catalogue/lists.ts'
import { messageExamples } from './catalogue/messages.ts'
import { questionExamples } from './catalogue/questions.ts'
import { stateExamples } from './catalogue/state.ts'
import type { Html } from './html.ts'

/** One example: the component's name as its file has it, what this one shows, and how it is drawn. */
export type Example = { readonly name: string; readonly title: string; readonly render: () => Html }

/** Every example, in the order in which a person would look for it. All names are invented. */
export const catalogue: readonly Example[] = [
  ...frameExamples,
  ...messageExamples,
  ...stateExamples,
  ...chartExamples,
  ...findingExamples,
  ...listExamples,
  ...formExamples,
  ...questionExamples,
]
