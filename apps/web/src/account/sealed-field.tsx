import { ProseField, type ProseFieldProps } from '../ui/prose-field.tsx'
import { HintList } from './hint-list.tsx'

/** Room to write about a case: a field of prose, and under it what may tell who it is about. */
export function SealedField(props: ProseFieldProps) {
  return (
    <div>
      <ProseField {...props} />
      <HintList text={props.value} />
    </div>
  )
}
