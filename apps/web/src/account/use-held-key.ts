import { useState } from 'react'

/**
 * The key of a form about a document that may still arrive from another device: it takes the empty form's place until
 * somebody writes there, which holds the key from then on.
 */
export function useHeldKey(id: string | undefined): { readonly formKey: string; readonly hold: () => void } {
  const [held, setHeld] = useState<string>()
  const formKey = held ?? id ?? 'none'
  return { formKey, hold: () => setHeld(formKey) }
}
