/** The nonce that the server gave this page for its styles. Browsers hide the attribute, not the property. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Libraries that add a style element by themselves (the scroll lock of dialogs) look for the nonce here. */
export function shareNonce() {
  Object.assign(globalThis, { __webpack_nonce__: nonce })
}
