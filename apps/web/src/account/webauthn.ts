/** Whether this browser knows passkeys at all. */
export const canUsePasskeys = () => 'PublicKeyCredential' in globalThis

/** Whoever closes the browser's own box, or lets it run out, has changed her mind; that is no fault. */
export const isCancelled = (error: unknown) =>
  error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)

/** The device says that it has a passkey for this account already. */
export const isThereAlready = (error: unknown) => error instanceof Error && error.name === 'InvalidStateError'
