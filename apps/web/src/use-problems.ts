import type { Problem } from '@lederkreds/domain/text'
import { useTranslation } from 'react-i18next'

interface InvalidInput {
  __typename: 'InvalidInput'
  issues: readonly { path: string; problem: string }[]
}

/**
 * What the API found wrong with each field of a form, in words. Takes the mutation's result, whatever it was:
 * `const problemAt = useProblems(result?.editProfile)`, then `<TextInput error={problemAt('name')} />`.
 */
export function useProblems(result: InvalidInput | { __typename: string } | null | undefined) {
  const { t } = useTranslation()
  const issues = result && 'issues' in result ? result.issues : []
  return (path: string): string | undefined => {
    const issue = issues.find((candidate) => candidate.path === path)
    return issue && t(`problem.${issue.problem as Problem}`)
  }
}
