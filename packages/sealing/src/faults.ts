/**
 * Why something sealed was not opened, or not sealed. A fault carries a name and nothing else: no text, no key, no cause.
 * The code is written out in each subclass, because bundlers shorten class names.
 */
export abstract class SealingFault extends Error {
  readonly code: string

  protected constructor(code: string) {
    super(code)
    this.name = code
    this.code = code
  }
}

/** The bytes are not of a format that this version knows. */
export class UnknownFormat extends SealingFault {
  constructor() {
    super('UnknownFormat')
  }
}

/** Something was changed, swapped or moved after it was sealed, or the key is not the one it was sealed with. */
export class Tampered extends SealingFault {
  constructor() {
    super('Tampered')
  }
}

/** The passphrase, passkey or recovery code is not the one of this wrap. */
export class WrongSecret extends SealingFault {
  constructor() {
    super('WrongSecret')
  }
}

/** The wrap asks for a cheaper derivation than we ever made: somebody wants the passphrase to be guessed. */
export class WeakParameters extends SealingFault {
  constructor() {
    super('WeakParameters')
  }
}

/** The wrap asks for a derivation that would exhaust the device. */
export class ExcessiveParameters extends SealingFault {
  constructor() {
    super('ExcessiveParameters')
  }
}

/** The passphrase may not be chosen: see `checkPassphrase` for why. */
export class UnfitPassphrase extends SealingFault {
  constructor() {
    super('UnfitPassphrase')
  }
}

/** The recovery code was not typed as it was written. */
export class WrongCheckCharacter extends SealingFault {
  constructor() {
    super('WrongCheckCharacter')
  }
}

/** More than the largest size class holds. */
export class TooLarge extends SealingFault {
  constructor() {
    super('TooLarge')
  }
}

/** What was asked for makes no sense: nobody to seal for, one person twice, an author who is not the one named. */
export class Unsealable extends SealingFault {
  constructor() {
    super('Unsealable')
  }
}

/** Not signed by the person who is named as its author. */
export class ForeignAuthor extends SealingFault {
  constructor() {
    super('ForeignAuthor')
  }
}

/** The key was passed on: the author did not seal this for the reader. */
export class NotARecipient extends SealingFault {
  constructor() {
    super('NotARecipient')
  }
}

/** Identities that do not follow from each other, or are not this person's. */
export class BrokenChain extends SealingFault {
  constructor() {
    super('BrokenChain')
  }
}

/** Identities that were seen before are no longer shown. */
export class RolledBack extends SealingFault {
  constructor() {
    super('RolledBack')
  }
}

/** Another identity stands where one was seen before. */
export class Replaced extends SealingFault {
  constructor() {
    super('Replaced')
  }
}

/** The key that is to sign a token is not the one that the receiver named. */
export class ForeignIssuer extends SealingFault {
  constructor() {
    super('ForeignIssuer')
  }
}

/** The vault is locked. */
export class Locked extends SealingFault {
  constructor() {
    super('Locked')
  }
}
